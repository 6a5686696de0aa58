/** Closed classes of words that the rules of extraction speak of. Verbs stand as lemmas, the rest as they are written. */
export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean))

/** Verbs of the manner of saying, and of saying by a means (Levin 37.3, 37.4): "grumbled the secretary", "texted a reader". */
const manners = `mutter murmur mumble grumble growl bark bellow yell shout scream shriek sigh groan moan whine snarl hiss drawl
  croak crow scoff sneer snort sniff jeer gloat thunder roar rasp soothe purr chuckle laugh grunt bleat stammer bluster fume
  muse opine volunteer venture texted emailed intimate submit aver avow attest interject text email cable telegraph sneer taunt croon
  trumpet exclaim affirm surmise theorise theorize conjecture`
/** Verbs of saying: what follows is the words of their subject. */
export const speechVerbs =
  wordSet(`say tell add announce state declare note argue explain write report claim insist admit
  acknowledge concede confirm suggest warn predict forecast project estimate reiterate repeat stress emphasize emphasise
  maintain contend assert speculate comment observe remark caution reply respond hint indicate signal reckon calculate
  conclude anticipate foresee bet wager quip joke boast complain testify agree pledge promise vow stipulate think-aloud
  ${manners}`)
/** Verbs of saying whose content is a forecast even in the past tense: "predicted that it would fall". */
export const forecastVerbs = wordSet(`predict forecast project estimate anticipate foresee warn expect bet reckon wager
  calculate prophesy envisage`)
/** Verbs of holding true: what follows is ascribed to their subject, not asserted by the author. */
export const beliefVerbs = wordSet(`believe think expect suspect assume reckon imagine feel suppose consider figure
  presume guess fancy see-as`)
/** Verbs that presuppose what follows: the author asserts it too. */
export const factiveVerbs =
  wordSet(`understand know realize realise recognize recognise forget ignore overlook appreciate
  discover learn notice show reveal demonstrate mean prove ensure remember underscore illustrate imply`)
/** Verbs whose content is wanted, feared or asked for, not foretold. */
export const wishVerbs = wordSet(`hope wish want desire demand require ask urge propose recommend order fear worry dread
  request call trust resolve vote decree ordain enshrine stipulate insist decide plan intend aim seek try prefer like envision envisage dream pray need
  suggest-that`)
/** Verbs whose content is put into someone's head. */
export const persuasionVerbs = wordSet(`convince persuade assure reassure guarantee threaten pretend signal promise
  show pledge vow swear prove`)
/** Verbs that open an indirect question. */
export const askingVerbs = wordSet(`wonder ask question debate decide determine discuss consider specify clarify explain
  see know discover examine explore test measure assess watch learn tell gauge judge understand`)

/** Nouns whose that-clause is wanted, feared, asked for or merely discussed. */
export const unassertedNouns =
  wordSet(`hope hopes doubts misgivings fear fears concern concerns worry worries anxiety idea notion proposal
  demand demands suggestion condition requirement insistence desire wish promise promises pledge pledges plan dream
  question scenario premise thought illusion myth impression guarantee guarantees assurance assurances threat threats
  pretence pretense fantasy`)
/** Things that propose: their "will", "would" and "could" are terms, not forecasts. */
export const proposalNouns =
  wordSet(`proposal proposals plan plans draft deal agreement treaty accord bill law memorandum
  document text terms terms version manifesto constitution contract framework blueprint roadmap rule rules pact
  scheme initiative resolution clause provision provisions offer vision protocol statute programme charter`)

/** Groups and unnamed people whose opinions are reported. */
export const forecasterNouns = wordSet(`analyst analysts economist economists expert experts observer observers investor
  investors market markets forecaster forecasters strategist strategists critic critics skeptic skeptics sceptic
  sceptics pundit pundits trader traders scientist scientists researcher researchers pollster pollsters official
  officials diplomat diplomats commentator commentators many most some others everyone nobody bank fund bookmaker
  bookmakers estimate estimates forecast forecasts projection projections poll polls model models study studies
  consensus source sources insider insiders adviser advisers scholar scholars historian historians barrister barristers lawyer
  lawyers professor professors consultant consultants dealer dealers broker brokers manager managers executive executives
  engineer engineers banker bankers doctor doctors epidemiologist epidemiologists colleague colleagues meteorologist
  meteorologists hydrologist hydrologists bookie bookies punter punters tipster tipsters oddsmaker oddsmakers actuary actuaries agent agents planner planners`)

/** States of mind or impressions: "may feel", "might seem" concede something about the present. */
export const impressionVerbs =
  wordSet(`feel seem appear look sound know think believe suppose mean exist resemble matter
  suspect doubt understand deserve belong consist contain differ`)
/** What something needs to come about is no forecast that it will. */
export const requirementVerbs = wordSet(`require need necessitate depend entail presuppose demand hinge rest`)
/** The author speaking of the text itself. */
export const discourseVerbs = wordSet(`argue show discuss explain describe examine explore return turn illustrate
  demonstrate call use see note find remember recall forgive notice recognize recognise consider say mention focus
  suffice admit`)
/** Verbs of rising, falling and arriving: with a figure or a date, "should" foretells. */
export const changeVerbs =
  wordSet(`fall rise grow reach ease slow recover return improve decline drop shrink expand stabilize
  stabilise arrive hit exceed climb peak average total turn moderate pick-up narrow widen`)
/** Verbs of mind: nobody can look. */
export const mindVerbs = wordSet(`want believe think feel hope fear understand see like love prefer consider regard know
  realize tire enjoy trust worry resent`)
/** Words of judgement that two strangers may apply differently. */
export const evaluativeWords =
  wordSet(`win winner winners lose loser losers success successful failure fail better worse
  important essential meaningful significant genuine real strong weak indispensable dominate lasting enduring confident matter value key crucial vital relevant irrelevant`)

export const negativeSubjects = wordSet(`no neither nobody nothing none`)
export const coordinators = wordSet(`and but or yet nor so`)
/** Words that open a subordinate clause. */
export const subordinators = wordSet(`if unless when whenever once until till because while although though since as
  before after whereas whether where wherever provided providing lest`)
export const questionWords = wordSet(`why how what who whom whose where when whether which`)
/** Verbs in which readers are told what to expect. */
export const biddingVerbs = wordSet(`expect look watch brace prepare count bet figure`)
export const personalPronouns = wordSet(`i you he she it we they there`)

/** Titles and offices: the name that follows, or stands beside them, is a person's. */
export const titles = wordSet(`mr mrs ms dr prof professor sir president minister secretary admiral general colonel
  senator congressman congresswoman representative governor mayor chancellor ambassador spokesman spokeswoman
  spokesperson chairman chairwoman chair chief director analyst economist envoy aide premier king queen prince pope
  justice judge commander fellow researcher ceo founder lieutenant captain sergeant strategist commissioner
  councillor councilor bishop archbishop cardinal rabbi imam sheikh coach inspector brigadier
  lawmaker adviser advisor author historian journalist head leader`)
/** Parts of the names of bodies. */
export const bodyWords = wordSet(`ministry bank institute union council committee party university administration agency
  group fund house department office court congress senate parliament commission government organization
  organisation association federation company corporation corp inc ltd times post journal news press service
  services forces army navy police embassy board authority academy center centre foundation league nations front
  movement coalition alliance states kingdom kremlin pentagon treasury reserve duma rada bundestag knesset nato
  network research capital securities partners tank`)

/** Verbs that take a clause without "that", as written. */
export const clauseVerbs = wordSet(`say says said saying tell tells told think thinks thought believe believes believed
  expect expects expected hope hopes hoped fear fears feared know knows knew suspect suspects suspected guess suppose
  supposes assume assumes assumed predict predicts predicted suggest suggests suggested reckon reckons reckoned claim
  claims claimed argue argues argued doubt doubts doubted bet bets warn warns warned mean means meant show shows showed
  felt feel feels insist insists insisted admit admits admitted estimate estimates estimated imagine imagines wish wishes
  promised promises promise add added adds note noted notes understand understands understood sure convinced confident
  see ensure swear swears swore vow vows vowed hint hints hinted concede concedes conceded maintain maintains maintained
  contend contends contended conclude concludes concluded judge judges judged anticipate anticipates anticipated foresee
  foresees guesses fancy fancies trust trusts acknowledge acknowledges acknowledged joke jokes joked boast boasts boasted
  grumble grumbles grumbled complain complains complained venture ventures ventured opine opines opined confide confides
  confided mutter mutters muttered whisper whispers whispered surmise surmises surmised warned forecast
  forecasts wager wagers wagered`)
/** How the nouns that take a that-clause begin. */
export const clauseNounStems: readonly string[] = [
  ...wordSet(`hope fear concern worr idea notion proposal demand suggestion condition requirement insistence wish promise
    pledge illusion myth impression guarantee assurance threat fantas belief expectation view argument claim conviction
    assumption opinion prediction forecast warning consensus suspicion conclusion assessment estimate fact truth reality
    news evidence proof sign indication reason danger chance possibilit probabilit likelihood prospect odds risk doubt bet
    question scenario hint case`),
]
/** Nouns for what may come about: "an unlikely outcome" is said of an event, "a likely suspect" is not. */
export const outcomeNouns = wordSet(`prospect scenario outcome possibility idea option hope bet expectation result
  development proposition notion forecast`)
/** Nouns of likelihood whose that-clause is only talked about when nothing else reads them: "entertained the possibility". */
export const possibilityNouns = wordSet(`possibility possibilities chance prospect risk danger probability likelihood
  option case`)
/** Names that are days and months, nobody's. */
export const calendarNames =
  wordSet(`monday tuesday wednesday thursday friday saturday sunday january february march april
  may june july august september october november december`)
