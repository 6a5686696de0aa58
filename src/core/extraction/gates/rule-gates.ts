import { type Claim, lemmaAt, wordAt } from '../claims/claim.ts'
import { clauseAt } from '../clauses/clause.ts'
import { proposalNouns, wordSet } from '../sentences/words.ts'
import { looksAhead } from '../time/ahead.ts'

/** Gates on rules, leave, duties and notices: what somebody has laid down or given out is no forecast of what will come. */

const quantifiers = wordSet('any every each all anyone anybody everyone everybody whoever')
const anyOf: ReadonlySet<string> = new Set([...quantifiers, 'a', 'an', 'those'])

/** What laws and leases lay on those they speak of. */
const charges =
  wordSet(`pay bear give provide keep maintain hand furnish cause ensure retire serve hold elect appoint submit forfeit
  retain insure repair deliver supply notify remain vest apply levy`)
const standings = wordSet('liable responsible required entitled subject deemed bound')
/** "The lessee shall be liable", "a judge shall retire at seventy"; "the south shall rise again" foretells. */
const isOrdained = ({ cue, reading }: Claim): boolean => {
  if (cue.modal !== 'shall' || ['i', 'we'].includes(wordAt(reading, cue.at - 1))) return false
  const standing = [cue.verb, cue.verb + 1].some((i) => standings.has(wordAt(reading, i)))
  return (
    standing || (charges.has(lemmaAt(reading, cue.verb)) && !looksAhead(reading.words, cue.verb, reading.words.length))
  )
}

const bindings =
  wordSet(`required obliged liable entitled allowed permitted eligible exempt barred banned forbidden compelled
  prohibited excluded disqualified asked`)
/** "Every landlord will be obliged to register", "a tenant will not be liable for": what a law lays on or grants to all of a kind. */
const bindsAll = ({ cue, clause, reading }: Claim): boolean => {
  if (cue.modal !== 'will' || cue.hedged) return false
  const subject = reading.words.slice(clause.core, cue.at)
  // "From next April every landlord": without a comma the words of time belong to the clause.
  if (!anyOf.has(subject[0] ?? '') && !subject.some((word) => quantifiers.has(word)) && !isRuled(subject)) return false
  return (
    reading.words.slice(cue.verb - 1, cue.verb + 2).some((word) => bindings.has(word)) && isBeing(reading.words, cue)
  )
}

const isBeing = (words: readonly string[], { at, verb }: Claim['cue']): boolean =>
  words.slice(at + 1, verb + 1).includes('be')

const sanctions =
  wordSet(`docked deducted fined disqualified ejected refused prosecuted penalised penalized charged clamped
  towed suspended expelled banned confiscated removed`)
const offenders = wordSet('any anyone anybody whoever those every everyone')
/** "Points will be docked from any side that fields", "anyone caught will be fined". */
const isSanction = ({ cue, reading }: Claim): boolean => {
  const { words } = reading
  if (cue.modal !== 'will' || wordAt(reading, cue.verb - 1) !== 'be' || !sanctions.has(wordAt(reading, cue.verb)))
    return false
  return words.some((word, k) => offenders.has(word) && words.slice(k + 1, k + 4).some((next) => singlingOut.has(next)))
}
const singlingOut = wordSet('who that which caught found failing seen without')

/** Those whom the rules of a house, a line or a contract speak of. */
const ruled =
  wordSet(`employee employees staff shareholder shareholders policyholder policyholders creditors guest guests passenger passengers visitor visitors member members tenant tenants lessee lessees resident
  residents applicant applicants entrant entrants contestant contestants competitor competitors patron patrons
  spectator spectators juror jurors delegate delegates pupil pupils buyer buyers seller sellers landlord landlords
  holder holders swimmer swimmers dogs bicycles bags cameras tickets items`)
/** What the rules of a house give or refuse leave to do. */
const permitted =
  wordSet(`use feed bring carry smoke park enter leave wear touch photograph stroke swim drink eat take keep borrow
  apply appeal sit stand cross board camp fish walk withdraw terminate cancel return exchange claim bathe cycle
  ask admit refuse register inspect search`)

/** "Guests may not feed the capybaras", "and may no longer stroke them": leave given or refused. */
const isLeave = ({ cue, clause, reading }: Claim): boolean => {
  // "No player may be registered twice".
  if (cue.modal === 'may' && wordAt(reading, clause.core) === 'no' && cue.at - clause.core < 5)
    return wordAt(reading, cue.at + 1) === 'be' || permitted.has(lemmaAt(reading, cue.verb))
  if (cue.modal !== 'may' || cue.hedged || !permitted.has(lemmaAt(reading, cue.verb))) return false
  if (looksAhead(reading.words, cue.at, Math.min(reading.words.length, cue.verb + 8))) return false
  return (
    isRuled(reading.words.slice(clause.core, cue.at)) ||
    (clause.core === cue.at && isSharedSubjectRuled(reading, cue.at))
  )
}

const isRuled = (subject: readonly string[]): boolean => subject.length < 4 && ruled.has(subject.at(-1) ?? '')

/** The subject of the "may" or "must" before, which this one shares. */
const isSharedSubjectRuled = ({ tokens, words, asides }: Claim['reading'], at: number): boolean => {
  const before = Math.max(words.lastIndexOf('may', at - 1), words.lastIndexOf('must', at - 1))
  return before > 0 && isRuled(words.slice(clauseAt(tokens, asides, before).core, before))
}

const provisions = wordSet('provide stipulate specify prescribe')
const leaves = wordSet('allow permit say state entitle')
const laws = wordSet('law statute act lease regulation regulations rulebook constitution code policy rules')
/** "The contract provides that the buyer may", "the law says that a judge shall": terms. */
const isProvided = ({ cue, clause, chain, reading }: Claim): boolean => {
  const ofTerms = (from: number, to: number): boolean =>
    reading.words.slice(from, to).some((word) => laws.has(word) || proposalNouns.has(word))
  if (provisions.has(lemmaAt(reading, cue.at))) return ofTerms(clause.core, cue.at)
  return chain.some(({ lemma, verb, subject }) => {
    const lays = provisions.has(lemma) || (leaves.has(lemma) && ['may', 'shall', 'must'].includes(cue.modal ?? ''))
    return lays && ofTerms(subject.from, verb)
  })
}

const kinds = wordSet('any such every all each whatever those anyone anything')
/** "Any record that may bear on the case", "such swans as may be resident": which ones are meant. */
const isDelimiting = ({ cue, clause, reading }: Claim): boolean => {
  if (!['may', 'might', 'shall'].includes(cue.modal ?? '') || cue.hedged) return false
  const { words } = reading
  const opening = words[cue.at - 1] ?? ''
  if (opening === 'as') return words.slice(Math.max(0, cue.at - 5), cue.at - 1).includes('such')
  if (clause.kind !== 'relative' || !['that', 'who', 'which'].includes(opening)) return false
  return words.slice(Math.max(0, cue.at - 5), cue.at - 1).some((word) => kinds.has(word)) && words[cue.at - 2] !== ','
}

const weekly = wordSet('mondays tuesdays wednesdays thursdays fridays saturdays sundays weekdays weekends')
const upkeep = wordSet('stocktaking repairs refurbishment maintenance resurfacing works cleaning renovation')
/** "On Mondays", "on Thursday", "for repairs", "between 8am and 4pm": hours of opening. */
const isSigned = (rest: readonly string[]): boolean =>
  rest.some((word, k) => {
    const before = rest[k - 1] ?? ''
    if (weekly.has(word) || (upkeep.has(word) && before === 'for')) return true
    return before === 'on' && /days$/.test(word)
  })

const things = wordSet(
  'entries tickets applications bookings refunds latecomers deposits submissions manuscripts nominations',
)
const handled = wordSet('accepted admitted refunded considered entertained returned issued acknowledged')
const openings = wordSet('closed open opened shut')
/** "Will be closed on Mondays", "until further notice", "dogs will be welcome": a notice on the door. */
const isNotice = ({ cue, reading }: Claim): boolean => {
  if (cue.modal !== 'will' || cue.hedged) return false
  const { words } = reading
  const rest = words.slice(cue.at + 1, cue.verb + 8)
  const shop = rest.slice(0, 3).some((word, k) => rest[k - 1] === 'be' && openings.has(word)) && isSigned(rest)
  const papers = things.has(wordAt(reading, cue.at - 1)) && handled.has(wordAt(reading, cue.verb))
  const welcome = wordAt(reading, cue.verb) === 'be' && wordAt(reading, cue.verb + 1) === 'welcome'
  return (
    shop ||
    papers ||
    welcome ||
    rest.some((word, k) => word === 'until' && rest[k + 1] === 'further' && rest[k + 2] === 'notice')
  )
}

const duties =
  wordSet(`disclose obey respect observe honour honor uphold inform notify declare comply follow consult consider
  act report`)
/** "A juror is bound to disclose": a duty; "is bound to fall" foretells. */
const isDuty = ({ cue, reading }: Claim): boolean =>
  cue.phrase === 'bound-to' && wordAt(reading, cue.to - 1) === 'bound' && duties.has(lemmaAt(reading, cue.to + 1))

/** "May or may not arrive": says that one does not know. */
const isNoncommittal = ({ cue, reading: { words } }: Claim): boolean => {
  const modal = words[cue.at] ?? ''
  if (cue.kind !== 'modal') return false
  const pair = (or: number): boolean => words[or] === 'or' && words[or + 1] === modal && words[or - 1] === modal
  return pair(cue.at + 1) || pair(cue.at - 1)
}

/** Laid down, permitted, owed or given out, not foretold. */
export const isRule = (claim: Claim): boolean =>
  isOrdained(claim) ||
  bindsAll(claim) ||
  isSanction(claim) ||
  isLeave(claim) ||
  isProvided(claim) ||
  isDelimiting(claim) ||
  isNotice(claim) ||
  isDuty(claim) ||
  isNoncommittal(claim)
