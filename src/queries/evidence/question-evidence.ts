import { z } from 'zod'
import { Evidence } from '../../core/event.ts'
import { EVIDENCE_VERSION, Finding } from '../../core/evidence/passage.ts'
import type { Tagger } from '../../core/extraction/sentences/token.ts'
import { idOf } from '../../core/id.ts'
import type { Question } from '../../core/question.ts'
import { Day, dayOf } from '../../core/time.ts'
import type { Reader } from '../../storage/database.ts'
import { evidenceOn } from '../../storage/events.ts'
import { firstSaidOn } from '../../storage/predictions.ts'
import { type FoundPassage, findPassages } from './find-passages.ts'

/** Where a finding stands, and the sentence that bears most. */
export const FoundEvidence = Finding.extend({
  commentaryId: idOf('commentary').nullable(),
  textVersion: z.int().nullable(),
  eventId: idOf('event').nullable().meta({ description: 'where the words are those of a recorded event' }),
  publishedOn: Day,
  start: z.int().meta({ description: 'of the sentence, in UTF-16 units of that version of the text' }),
  end: z.int(),
  quote: z.string().meta({ description: 'at most 300 characters' }),
}).meta({ id: 'FoundEvidence' })
export type FoundEvidence = z.infer<typeof FoundEvidence>

export const QuestionEvidence = z
  .object({
    questionId: idOf('question'),
    rules: z.string().meta({ description: 'the version of the rules of the search' }),
    since: Day.meta({ description: 'what was published later is searched: the day of the first statement' }),
    recorded: z.array(Evidence).meta({ description: 'what was recorded as evidence, in its order' }),
    found: z.array(FoundEvidence).meta({ description: 'what the search proposes, best first; it settles nothing' }),
    withheld: z.string().nullable().meta({ description: 'what the search left out and why; null: nothing' }),
  })
  .meta({ id: 'QuestionEvidence' })
export type QuestionEvidence = z.infer<typeof QuestionEvidence>

export const foundEvidence = ({ passage, sentence, score, stance, reasons }: FoundPassage): FoundEvidence => {
  const { commentaryId, textVersion, eventId, publishedOn } = passage
  return { score, stance, reasons, commentaryId, textVersion, eventId, publishedOn, ...sentence }
}

/** The day after which what is published can tell what became of a question: that of the first statement on it. */
export const askedSince = (question: Question, first: { said: string } | undefined): Day =>
  first ? (first.said.slice(0, 10) as Day) : dayOf(question.version.criteriaFixedAt)

const UNREVIEWED = 'texts that no reviewer has accepted anything of are searched for keys with the scope review'

/** What is recorded as evidence on a question, and later passages and events that bear on it. `whole`: unreviewed texts too. */
export const evidenceFor = async (
  reader: Reader,
  question: Question,
  { tagger, limit, whole }: { tagger: Tagger; limit: number; whole: boolean },
): Promise<QuestionEvidence> => {
  const first = (await firstSaidOn(reader, [question.id])).get(question.id)
  const since = askedSince(question, first)
  const found = await findPassages(
    reader,
    {
      claim: question.version.wording,
      since,
      through: null,
      notIn: first?.commentaryIds ?? [],
      limit,
      acceptedOnly: !whole,
    },
    tagger,
  )
  return {
    questionId: question.id,
    rules: EVIDENCE_VERSION,
    since,
    recorded: await evidenceOn(reader, question.id),
    found: found.map(foundEvidence),
    withheld: whole ? null : UNREVIEWED,
  }
}
