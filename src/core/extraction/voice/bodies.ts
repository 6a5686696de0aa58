import { wordSet } from '../sentences/words.ts'

/** Nouns for what a body is: "Lumenar, the battery company". Set beside a name, they make it a body's. */
export const bodyNouns = wordSet(`company firm bank lender insurer retailer broadcaster manufacturer publisher operator
  supplier producer provider carmaker chipmaker drugmaker planemaker steelmaker automaker maker brewer grocer charity
  developer outlet newspaper magazine newsletter website consultancy watchdog regulator union club team startup
  start-up giant carrier airline utility brand chain studio label platform subsidiary agency institute university
  college hospital ministry party movement think-tank tank group fund broker brokerage conglomerate network service
  daily weekly weekly paper journal federation association cooperative co-operative foundation museum orchestra
  laboratory lab observatory council committee board authority side`)

/** What belongs to a body and to no person: "Lumenar's shares". */
export const bodyPossessions = wordSet(`shares share shareholders profits profit sales revenue revenues board customers
  subsidiary factory factories plant plants headquarters prospectus staff workforce workers owner owners owner-manager
  accounts management bondholders creditors readers listeners members fans manager chairman chairwoman chair founder
  founders executives chief shipments balance`)

/** Offices that are held in a body: "the chief executive of Lumenar". */
export const bodyOffices = wordSet(`executive director chairman chairwoman chair head founder co-founder boss ceo
  manager owner shareholder shareholders board subsidiary arm president shares researchers scientists engineers
  analysts economists employees workers executives`)

/** Words that follow the name of a company as part of it. */
export const companyForms = wordSet(
  'inc inc. ltd ltd. plc corp corp. co. ag gmbh sa s.a. nv n.v. llc llp spa ab asa oyj se',
)

/** Well-known bodies whose names look like a person's or show nothing; folded, one blank between words. */
export const knownBodies: ReadonlySet<string> = new Set(
  `goldman sachs|goldman|morgan stanley|jp morgan|jpmorgan|wells fargo|merrill lynch|lehman brothers|charles schwab
|citigroup|citi|barclays|hsbc|ubs|credit suisse|deutsche|nomura|ing|santander|unicredit|lazard|rothschild|blackrock
|vanguard|fitch|moody|moodys|nasdaq|deloitte|kpmg|pwc|mckinsey|accenture|gartner|gallup|ipsos|yougov|nielsen
|reuters|bloomberg|axios|politico|netflix|spotify|google|alphabet|apple|amazon|microsoft|meta|facebook|twitter|openai
|anthropic|deepmind|nvidia|intel|amd|tsmc|samsung|sony|nintendo|huawei|alibaba|tencent|tiktok|bytedance|uber|airbnb
|tesla|toyota|honda|ford|volkswagen|bmw|daimler|stellantis|renault|boeing|airbus|lockheed|raytheon|rolls royce|spacex
|pfizer|moderna|novartis|roche|bayer|eli lilly|astrazeneca|exxon|exxonmobil|chevron|shell|bp|aramco|gazprom
|rosneft|equinor|glencore|maersk|nestle|unilever|walmart|tesco|ikea|lloyds|aviva|axa|allianz|nasa|noaa|esa|fifa|uefa
|unesco|unicef|interpol|opec|greenpeace|oxfam|amnesty|wikipedia|westminster|whitehall|capitol hill|wall street
|downing street|silicon valley|hollywood|brussels`
    .split('|')
    .map((name) => name.trim()),
)
