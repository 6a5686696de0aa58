import type { Child } from 'hono/jsx'
import { RULING_DAYS } from '../../core/dispute.ts'
import { FALSE_FINDINGS } from '../../core/scoring/report/board-verdicts.ts'
import { COHORT_SIZE, SETTLED_PERCENT } from '../../core/scoring/report/cohort.ts'
import { STRONG } from '../../core/scoring/report/verdict.ts'
import { FEWEST_PAIRS } from '../../core/second-opinion.ts'
import { percent } from '../format.ts'

/** A question that a careful reader asks, and the answer. */
export type Answer = { id: string; question: string; answer: Child }

/** What should be asked of any score of forecasts, in the order in which it is asked. */
export const answers: readonly Answer[] = [
  {
    id: 'orientation',
    question: 'Which orientation rule?',
    answer: (
      <>
        Of a claim in commentary the positive event is the change, what would have to be reported: “she will remain
        minister” asks for the day on which she leaves, and a phrase said of the opposite is turned. A rule gives the
        orientation and a reviewer confirms it. Questions that came by an import, or were made for submitted forecasts,
        keep the orientation of whoever worded them, and there a verdict names over- and under-confidence alone, since a
        bias could cancel out. Mean Brier does not change when a question is turned round.
      </>
    ),
  },
  {
    id: 'time',
    question: 'Which forecast counts, as of when?',
    answer: (
      <>
        One a question and author: of statements in commentary the first scoreable one in the window; else, of submitted
        and imported ones, the one that stood at the question’s reference time. It must have been said before the event
        that decides had happened or been reported, by the latest it may have been said. What counts was written down
        before the window ended (<strong>prospective</strong>) or only afterwards (<strong>retrospective</strong>); the
        two are never mixed.
      </>
    ),
  },
  {
    id: 'independence',
    question: 'Are the questions independent?',
    answer: (
      <>
        No, and nothing here takes them to be. Questions that stand or fall together are one <strong>family</strong>,
        put together by a published rule of likeness and by reviewers. Every interval, test and minimum counts families:
        five statements about one election are one piece of evidence.
      </>
    ),
  },
  {
    id: 'picked',
    question: 'Who picked them?',
    answer: (
      <>
        Of commentary nobody who knows the outcome: a <strong>collection</strong> says beforehand which outlets and
        dates are read and by which rule, and whether they were read whole; there is no rank without one. What was found
        and not scored stands in the funnel on each author’s page, with the reason. A statement that is added by hand
        once its question was decided is listed and not scored. Who submits forecasts picks the questions, so authors
        are ranked by the questions that they have in common.
      </>
    ),
  },
  {
    id: 'readers',
    question: 'Who reads them, and do readers agree?',
    answer: (
      <>
        Nothing counts before a reviewer has accepted it. Whoever accepts when the window is over, or the question
        decided, may know how it came out; so each such acceptance is judged by a <strong>second reader</strong>, and so
        is one in ten of all other decisions, by a hash that nobody chooses. The second reader’s desk is blind: it shows
        the text as it was published, not what was decided. The first decision stands meanwhile; where the two differ, a
        dispute is opened. <a href="/v1/reviews/agreement">How far they agree</a> is published as a share and as Cohen’s
        κ, which is agreement beyond that of chance: 1 is full, 0 what chance would give. Below {FEWEST_PAIRS} pairs
        there is no κ.
      </>
    ),
  },
  {
    id: 'base-rate',
    question: 'Was the base rate known?',
    answer: (
      <>
        Where somebody recorded it while the question was open, with its source: then an author is compared with it on
        the same questions. The base rate of the very outcomes is shown beside it and marked, for it has seen the
        answers.
      </>
    ),
  },
  {
    id: 'references',
    question: 'Are references scored at the same time, with the author left out?',
    answer: (
      <>
        Yes. An author is compared with each reference on the questions that both have, by what stood when the author
        spoke. Of the other authors the mean leaves out the one who is compared, under any of their names. A baseline
        cannot be recorded once its question is decided.
      </>
    ),
  },
  {
    id: 'criteria',
    question: 'Were the criteria fixed beforehand?',
    answer: (
      <>
        Each question carries the moment at which its criteria were fixed. Nothing changes in place: a change is a new
        version with its reason, and a prediction is judged by the version that it was made on. Criteria that were fixed
        only after the window had ended, or after a matching event was reported, make it retrospective. Every record is
        sealed in a ledger whose chain anybody can check.
      </>
    ),
  },
  {
    id: 'blind',
    question: 'Is resolution blind?',
    answer: (
      <>
        A rule that settles, and a language model that proposes, see the question and later passages, never who said
        what. A person who settles by the API can look that up, so the log names who decided, by which evidence and why,
        and somebody else rules on a dispute within {RULING_DAYS} days, wherever there is anybody else. Evidence is kept
        with its hash. “No” needs sources that were read past the window, not merely that nobody heard of it.
      </>
    ),
  },
  {
    id: 'remedies',
    question: 'What can somebody do who is judged?',
    answer: (
      <>
        Dispute an outcome, a reading or a byline, and reply to any verdict, without an account: by{' '}
        <a href="/disputes/new">the form</a>, to which each prediction links. A reviewer confirms that it comes from who
        it says; the reply then stands beside the verdict for good. It is ruled within {RULING_DAYS} days. A text that
        must not stay, such as an address in the grounds of a dispute, is taken out by an administrator within the same
        time, at once where it endangers somebody: <a href="/v1/redactions">what was taken out and why</a> is published,
        and the ledger verifies as before. A refusal is appealed by another dispute, which somebody else decides.
        Accounts can be erased; <a href="/v1/erasures">that they were</a> is published too, and what they recorded
        stays.
      </>
    ),
  },
  {
    id: 'looks',
    question: 'What of looking many times, at many authors?',
    answer: (
      <>
        The evidence against calibration is an e-value, which holds however often one looks: {STRONG} or more comes to a
        calibrated author at most once in {STRONG}. Over all authors of a board at most {percent(FALSE_FINDINGS)} of the
        findings are false on average (e-BH). “Yes” settles at once and “no” waits, so figures enter a board by whole
        cohorts: at least {COHORT_SIZE} questions of past months of which {SETTLED_PERCENT}&nbsp;% are settled. Until
        then they stand between the bounds of where they could still end, and nobody is ranked.
      </>
    ),
  },
  {
    id: 'code',
    question: 'Where are the code and the data?',
    answer: (
      <>
        The code is open. Every figure can be computed again from the counts beside it: what was said, how often, how
        often it happened. All data is open without a key: <a href="/docs">the API</a>,{' '}
        <a href="/v1/definitions">each measure with its formula and source</a>,{' '}
        <a href="/docs#op-computeScores">a calculator for your own forecasts</a>, and{' '}
        <a href="/v1/snapshots">snapshots by id</a> that a report names.
      </>
    ),
  },
]
