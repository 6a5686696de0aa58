import { changesTo, type ScoredItem } from '../scored-item.ts'

const wordsOf = (item: ScoredItem | undefined): string => {
  if (!item) return 'none'
  const { state, hit, form, predictionId } = item
  return [state, ...(hit === null ? [] : [hit ? 'hit' : 'miss']), form, 'of', predictionId].join(' ')
}

/**
 * What is wrong with the standing items of a question, an author at a time; nothing when they are those that its log makes.
 * Example: standing a pending one, the log makes it scored → `the item of aut_… is pending phrase:likely:+ of prd_…, its
 * log makes scored hit phrase:likely:+ of prd_…`.
 */
export const itemsOff = (standing: readonly ScoredItem[], holding: readonly ScoredItem[]): string[] => {
  const { stale, missing } = changesTo(standing, holding)
  const authors = [...new Set([...stale, ...missing].map(({ authorId }) => authorId))].sort()
  return authors.map((author) => {
    const own = ({ authorId }: ScoredItem): boolean => authorId === author
    const [is, due] = [wordsOf(stale.find(own)), wordsOf(missing.find(own))]
    return `the item of ${author} is ${is}, its log makes ${due === is ? `${due}, counted elsewhere` : due}`
  })
}
