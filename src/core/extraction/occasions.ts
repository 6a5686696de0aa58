/**
 * Occasions that words set a time by and the calendar does not tell: "before the election", "until a successor is found",
 * "within a fortnight of opening". They give no day, but are kept as the words of time.
 */
const occasions: readonly RegExp[] = [
  /\b(?:within|inside) (?:(?:a|an|one|two|three|four|five|six|ten|\d{1,3}) )?(?:days?|weeks?|fortnight|months?|years?) of (?:\w+ ){0,3}\w+/,
  /\b(?:before|until|till|ahead of|by the time(?: of)?) (?:(?:the|a|an|his|her|its|their|our|any|that|this|next|then) )?(?:[\w-]+ ){0,3}[\w-]+/,
  /\bby (?:the |next |election |polling |)(?:[\w-]+ )?(?:election day|elections?|vote|deadline|summit|recess|final|kick-?off|close|handover|inauguration|nightfall|dawn|opening|end of (?:his|her|their|its|the) (?:term|mandate|talks|war|trial)|then|world cup|olympics)\b/,
]

/** The words of an occasion in lower-case prose with single blanks, with where they begin; null when it names none. */
export const occasionIn = (prose: string): { index: number; text: string } | null => {
  for (const pattern of occasions) {
    const match = pattern.exec(prose)
    if (match) return { index: match.index, text: match[0] }
  }
  return null
}
