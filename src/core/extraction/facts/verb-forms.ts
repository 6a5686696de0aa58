import { wordSet } from '../sentences/words.ts'

/** Forms of irregular verbs, and which verbs tell of no happening. */

/** Past tenses that do not end in -ed. */
export const simplePasts =
  wordSet(`arose awoke became began bent bet bit bled blew bore bought bound bred broke brought built burnt
  came caught chose clung crept dealt drank drew drove dug fed fell felt fled flew flung forbade forgave forgot fought found froze
  gave got grew ground heard held hid hung kept knew laid lay led left lent lit lost made met mistook overcame overran oversaw
  overtook overthrew paid ran rang rebuilt resold rode rose said sang sank sat saw sent shook shone shot shrank slept slid sold
  sought sped spent spoke spun sprang stole stood strode struck stuck stung sunk swam swept swore swung taught thought threw
  told took tore understood undertook undid unwound upheld went withdrew withheld withstood woke won wore wound wove wrote`)
/** Forms that are past and present alike. */
export const samePasts = wordSet(`bid broadcast burst cast cost cut hit hurt let put quit read reset rid set shed shut
  slit split spread thrust upset beat offset forecast`)
/** Participles that are no past tense of their own. */
export const participleOnly =
  wordSet(`been begun bitten blown borne born broken chosen done drawn driven drunk eaten fallen
  flown forbidden forgotten forgiven frozen given gone gotten grown hidden known lain mistaken overcome overrun overseen
  overtaken overthrown proven ridden risen rung run seen shaken shown shrunk sown spoken sprung stolen sung swollen sworn swum
  taken thrown torn undertaken undergone withdrawn woken worn woven written become come`)

/** Being so, holding, feeling, thinking: no happening. */
export const stateVerbs =
  wordSet(`be have know want like love hate believe think feel seem appear look sound mean need own
  belong contain consist comprise depend remain live exist matter lie hope fear wish expect intend plan prefer deserve
  understand remember forget wonder doubt suppose suspect assume imagine consider regard concern involve include resemble
  stand sit tend trust admire enjoy resent dislike care lack owe fit suit await aim seek strive try attempt struggle work
  require represent reflect suggest imply indicate relate reside envy worry hesitate ponder favour favor hang loom linger
  wait sleep serve weigh cost`)
/** What stands so high or costs so much is a figure. */
export const measuringVerbs = wordSet('stand weigh cost remain')
/** Telling, thinking aloud and foretelling: what they tell may be a happening, they are none themselves. */
export const tellingVerbs =
  wordSet(`say tell argue note claim insist maintain contend assert observe remark comment explain
  write call reply respond answer ask joke quip complain boast stress emphasize emphasise reiterate repeat caution warn predict
  forecast project estimate anticipate foresee reckon bet swear speculate conclude judge mention quote acknowledge admit concede
  testify recall remind assure question talk speak refer label dub learn mutter whisper guess`)
/** Showing and the like: a happening with an object ("were shown a hall"), a telling with a clause ("showed that"). */
export const showingVerbs = wordSet('find show see hear read describe discuss debate hint cite reveal discover add')
/** An infinitive behind them was planned or wanted. */
export const planningVerbs = wordSet(
  `want plan hope aim intend seek try attempt wish expect need mean prefer prepare struggle long`,
)
/** What may stand between a helper and its verb, or a subject and its verb. */
export const lightWords =
  wordSet(`not never also then already just since finally again later formally officially only once
  subsequently eventually still even now both all`)
