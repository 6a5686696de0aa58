import { aliasesOf } from '../entity-aliases.ts'
import { wordSet } from '../extraction/sentences/words.ts'
import { wordTable } from '../lexicon/word-table.ts'

/**
 * What a word stands for when two claims are compared. `sign`: words of one concept with unlike signs deny one another
 * ("end" and "continue": of a war exactly one comes true). `way`: they point in contrary directions, and both may fail
 * ("rise" and "fall").
 */
export type Concept = { key: string; sign: 1 | -1; way: 1 | -1 | 0 }

type Row = readonly [key: string, words: string, opposite?: string]

/** Words that say the same in a forecast; words parted by commas may be two. What stands third denies what stands second. */
const synonyms: readonly Row[] = [
  ['end', 'end, stop, cease, conclude, halt', 'continue, persist, last, endure, go on, drag on, carry on'],
  [
    'leave',
    'leave, quit, resign, resignation, step down, stand down, depart, departure, exit, withdraw, withdrawal, pull out',
    'stay, remain',
  ],
  ['win', 'win, winner, victory, prevail, triumph', 'lose'],
  ['approve', 'approve, approval, pass, adopt, ratify, accept, agree, confirm, endorse', 'reject, refuse, veto, block'],
  ['uphold', 'uphold', 'strike down, overturn, annul, quash, invalidate, throw out'],
  ['convict', 'convict, conviction', 'acquit, acquittal'],
  [
    'collapse',
    'collapse, fail, failure, founder, unravel, fall apart, break apart, break down, break up',
    'succeed, success, survive, survival',
  ],
  ['beat', 'beat, defeat, lose to'],
  ['agreement', 'agreement, deal, accord, pact, treaty, settlement'],
  ['sign', 'sign, signing, signature'],
  ['war', 'war, fighting, conflict, hostilities'],
  ['talks', 'talk, talks, negotiation, negotiations'],
  ['ceasefire', 'ceasefire, truce, armistice'],
  ['election', 'election, elections, poll, polls, ballot'],
  ['president', 'president, presidential, presidency'],
  ['parliament', 'parliament, parliamentary'],
  ['release', 'release, launch, unveil'],
  ['buy', 'buy, acquire, purchase, acquisition, take over, takeover'],
  ['close', 'close, shut, closure, shut down, close down'],
  ['invade', 'invade, invasion'],
  ['troops', 'troop, troops, soldier, soldiers'],
  ['law', 'law, bill, legislation'],
  ['delay', 'delay, postpone, defer, put off'],
  ['bankrupt', 'bankrupt, bankruptcy, insolvent, insolvency'],
  ['reelect', 'reelect, reelection'],
  ['company', 'company, firm'],
  ['worker', 'worker, employee'],
  ['ban', 'ban, prohibit, outlaw, forbid'],
  ['pension', 'pension, retirement'],
  ['arrest', 'arrest, detain'],
  ['appoint', 'appoint, appointment'],
  ['house', 'house, home, housing'],
  ['share', 'share, stock'],
  ['finish', 'finish, complete, completion'],
]

/** Contrary directions: second up, third down. */
const directions: readonly Row[] = [
  [
    'up-or-down',
    'rise, increase, grow, climb, raise, hike, jump, surge, soar, expand, widen, higher, dearer, go up',
    'fall, drop, decline, decrease, cut, lower, reduce, reduction, shrink, slump, plunge, slow, narrow, cheaper, dip, slide, sink, go down',
  ],
]

const listed = (words: string): string[] => words.split(',').map((word) => word.trim())

const concepts: ReadonlyMap<string, Concept> = new Map(
  [...synonyms.map((row) => ({ row, turns: false })), ...directions.map((row) => ({ row, turns: true }))].flatMap(
    ({ row: [key, words, opposite = ''], turns }): [string, Concept][] => [
      ...listed(words).map((word): [string, Concept] => [word, { key, sign: 1, way: turns ? 1 : 0 }]),
      ...listed(opposite)
        .filter(Boolean)
        .map((word): [string, Concept] => [word, { key, sign: turns ? 1 : -1, way: turns ? -1 : 0 }]),
    ],
  ),
)

/** The concept of a lemma, or of a lemma with its particle. `conceptOf('strike down')?.key === 'uphold'` */
export const conceptOf = (words: string): Concept | null => concepts.get(words) ?? null

/** The words that may stand for a key in another text: `wordsFor('sign')` has "signature" too, `wordsFor('russia')` "kremlin". */
export const wordsFor = (key: string): string[] => {
  const listed = [...concepts].filter(([, concept]) => concept.key === key).map(([words]) => words)
  const names = aliasesOf(key)
  return names.length > 0 ? names : [key, ...listed]
}

/** Words that carry little of a claim: they count a quarter. */
export const lightWords = wordSet(`price cost rate level people country thing way part new large big great major next
  take make have get do go come see become hold carry put give enter set head bring keep move reach face lead show
  record time kind number amount case place side point own many much more most less few other further very
  governing current likely already even just only still yet together far full whole real`)

/** Words that carry nothing of a claim: its frame, its likelihood, its grammar. */
export const frameWords = wordSet(`expect think believe bet doubt guess predict forecast say suppose suspect imagine
  assume hope fear know feel bound sure certain going about almost nearly rather quite i we my our me us you your
  one what who which whose whom that this these those it its he she they them his her their there here such some any
  each all both every another be will would shall should may might can could must have has had do does did than as
  so too also but and or if then when while though although because since of in on at to by for from with into over
  under until before after during within between through against toward towards upon out off down up up-to no not
  never nor neither none nobody nothing chance odds probability likelihood doubtless inevitably surely certainly
  probably perhaps maybe possibly unlikely likely eventually finally indeed however meanwhile therefore`)

/** Words of time: they stand in the window, not in what is claimed. */
export const timeWords = wordSet(`year month week day decade century quarter weekend half season today tonight tomorrow
  soon now shortly ahead later future term long short spring summer autumn winter midsummer midwinter christmas easter
  coming next last past current year-end monday tuesday wednesday thursday friday saturday sunday january february march
  april may june july august september october november december early late mid`)
export const timeUnits = wordSet('year month week day decade century quarter season summer winter spring autumn')

export const denials = wordSet('not no never neither nor nobody none nothing')
/** Verbs that deny the verb that follows with "to": "fails to win". */
export const denyingVerbs = wordSet('fail refuse decline')
export const weatherVerbs = wordSet('rain snow hail freeze thaw')
/** Pronouns that stand for someone named elsewhere, and words that point there. */
export const pointers = wordSet('he she they it')
export const pointing = wordSet('this that these those such his her their its')

const repeats = wordTable<string>({ again: 'again', another: 'again', anew: 'again' })
const ordinals = wordSet('second third fourth fifth sixth seventh eighth ninth tenth')
/** "Again" and "another" are one; a second is not a third. `repeatOf('another') === 'again'` */
export const repeatOf = (word: string): string | null => repeats[word] ?? (ordinals.has(word) ? word : null)
