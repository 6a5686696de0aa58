/** Single paragraphs that are no part of a piece, by how they read. Each is asked of paragraphs under 600 characters. */
const lines: readonly RegExp[] = [
  // They lead elsewhere.
  /^(?:related|recommended|further|suggested|more)\s+(?:articles?|reading|stories|coverage|content|posts?)\b/i,
  /^(?:read (?:more|also|next|on|our|the (?:other|full|rest))|see also|also read|more from|more on this|listen to|watch:|share this|follow us|click here|download|tags?:|topics?:|filed under|posted in|(?:skip|scroll|jump) to)\b/i,
  /^(?:subscribe|sign up|register|log in|donate|support us|join us|join now|join the conversation)\b/i,
  /^become an? (?:\w+ )?(?:member|subscriber)\b/i,
  /^get (?:the|our) (?:\w+ )*newsletter\b/i,
  /\b(?:in|to) your inbox\b|\breader-supported publication\b|\bconsider (?:becoming|subscribing|donating)\b/i,
  /^(?:we|this (?:web)?site|our (?:web)?site) uses? cookies\b|\b(?:accept|manage|reject) (?:all )?cookies\b|\bcookie (?:policy|settings|preferences)\b/i,
  /^(?:advertisement|sponsored|story continues|article continues|continue reading|loading)\b/i,
  // The house speaks.
  /^(?:editor['’]s note|correction:|copyright|©|\(c\) \d{4}|all rights reserved)|\ball rights reserved\.?$/i,
  /^(?:this|the) (?:article|essay|piece|commentary|analysis|story|op-ed|text|column|post|excerpt) (?:is|was|has been|first|originally|appeared|appears)\b.{0,40}\b(?:adapted|published|appeared|translated|produced|reprinted|republished|written)/i,
  /^(?:the )?(?:views|opinions) (?:represented|expressed)\b|\bdo(?:es)? not necessarily (?:reflect|represent)\b/i,
  // Captions.
  /^(?:photo|image|picture|illustration|caption|source|credit|graphic)s?(?:\s+(?:by|credit|courtesy)|\s*:)/i,
  // Bylines and dates.
  /^(?:published|posted|(?:last )?(?:updated|modified))(?: on)?:? .{0,50}\b\d{4}\b.{0,30}$/i,
  /^(?:follow|contact|e-?mail) (?:him|her|them|the author|me|us)\b/i,
]

/** A line that ends in an address or an account: "Ann Roe, ann@example.org". */
const isAddress = (words: string): boolean =>
  words.length < 100 && !/[.!?]\s/.test(words) && /@\w{3,}(?:\.\w+)*\.?$/.test(words.trimEnd())

/** How a caption ends: with who took or sent the picture. */
const isCaption = (words: string): boolean => {
  const end = words.slice(-60)
  const aside = words.slice(words.lastIndexOf('('))
  if (/^\((?:photo|image|picture|credit)s?\b[^)]{0,120}\)?$/i.test(aside)) return true
  if (/^\((?:ap|afp|reuters|epa|pa)(?: photo)?(?:\/[^)]{1,60})?\)$/i.test(aside)) return true
  return /\bgetty images\b|\bfile photo\b/i.test(end) || /\/(?:afp|ap|reuters|epa|pool)\)?$/i.test(end)
}

export const isFurniture = (words: string): boolean =>
  words.length < 600 && (lines.some((line) => line.test(words)) || isAddress(words) || isCaption(words))

/** Notices of the house stand at the foot; what follows them belongs to other articles. */
const notices: readonly RegExp[] = [
  /does not take institutional positions/i,
  /\bviews (?:represented|expressed) (?:herein|here|in this)/i,
  /do(?:es)? not necessarily (?:reflect|represent)/i,
]
export const isNotice = (words: string): boolean => words.length < 500 && notices.some((notice) => notice.test(words))

const discussion =
  /^(?:(?:\d{1,5} |reader |join the |leave a |add a |post a |view )?(?:comments?|repl(?:y|ies)|responses?|discussion)(?: ?\(\d{1,5}\))?:?|\d{1,5} thoughts on\b.{0,120}|discussion about this post|join the conversation)$/i
/** A heading under which readers speak. */
export const isDiscussion = (words: string): boolean => words.length < 160 && discussion.test(words)

const elsewhere =
  /^(?:(?:related|recommended|suggested|similar|more|other|latest|recent|popular|top|trending)(?: (?:articles?|stories|posts?|reading|coverage|content|news|links?|topics?|from|on|in|by)\b[^:]{0,50})?|(?:most|editors?['’]?s?) (?:read|popular|viewed|shared|picks?|choice)|you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|(?:further|next|read) (?:reading|article|story|more|next|also)|recommended for you|see also|also (?:in|on) .{1,50}|trending now|what to read next):?$/i
/** A heading under which other articles are listed. */
export const isElsewhere = (words: string): boolean => words.length < 100 && elsewhere.test(words)

const endMatter =
  /^(?:about the authors?|about us|(?:end|foot)?notes|references|sources|bibliography|acknowledge?ments?|contributors|disclaimer)s?:?$/i
/** A heading of what stands after a piece. */
export const isEndMatter = (words: string): boolean => words.length < 60 && endMatter.test(words)

const small = new Set('a an and as at but by for from in is it nor of on or so the to up vs with'.split(' '))
/** Whether words are set as a headline: every word of weight with a capital, at least four of them, and none else. */
export const isHeadline = (words: string): boolean => {
  if (words.length > 140 || /^["“]/.test(words)) return false
  const parts = words.split(/[\s—–-]+/).filter((word) => /^\P{L}{0,2}\p{L}/u.test(word))
  const weighty = parts.filter((word) => !small.has(word.toLowerCase().replace(/[^\p{L}]/gu, '')))
  return weighty.length >= 4 && weighty.every((word) => /^\P{L}{0,2}\p{Lu}/u.test(word))
}

const name = String.raw`\p{Lu}[\p{L}.’'-]{1,25}(?: (?:\(\p{Lu}\p{L}{1,15}\)|de|van|von|der|al|\p{Lu}[\p{L}.’'-]{0,25})){1,4}`
const nameList = new RegExp(`^${name}(?:(?:, | and | & |, and )${name}){0,5}$`, 'u')
/** A line of nothing but names, as under a teaser. */
export const isNameList = (words: string): boolean => words.length <= 200 && nameList.test(words)

const bio = new RegExp(
  `^(${name}|[Tt]he (?:author|writer))(?:,[^,.]{3,80},)? (?:is|are|was|teaches|serves|writes|covers|works|leads|directs|holds|served)\\b`,
  'u',
)
const calling =
  /\b(?:fellow|professor|author of|editor|columnist|correspondent|director|analyst|researcher|lecturer|scholar|writer|reporter|journalist|former|chair|president of|ambassador|expert|economist|founder|member of|teaches|writes|covers|studies)\b/i
/** Who it is that a note at the foot of a piece introduces, by last name or as "the author"; null for what is no such note. */
export const introduced = (words: string): string | null => {
  const who = words.length <= 500 && calling.test(words) ? bio.exec(words)?.[1] : undefined
  return who === undefined ? null : /^the /i.test(who) ? who : (who.split(' ').at(-1) ?? null)
}
