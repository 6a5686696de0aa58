/** Marks that turn the order of letters round until somebody ends it: what follows would be read backwards. */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/g

/** A text of others as it is shown, its letters in the order of their script whatever stands between them. */
export const legible = (text: string): string => text.replace(TURNS, '')
