import { mergeAuthor, splitAuthor } from '../../../src/actions/predicting/link-authors.ts'
import { listAuthors } from '../../../src/storage/authors.ts'
import { type Offer, oneOf } from '../moves.ts'

const all = { limit: 200, cursor: null }

/** One of the people into another, whatever they are merged into already: some of it is refused. */
const merge: Offer =
  ({ world, move, now }) =>
  async () => {
    const people = (await listAuthors(world.tx, { kind: 'person', everyRecord: true }, all)).items
    const [author, into] = [oneOf(people, move.which), oneOf(people, move.which + 1 + move.who)]
    if (!author || !into || author.id === into.id) return
    await mergeAuthor(world.at(now), { author: author.id, into: into.id, reason: 'one hand wrote both' })
  }

const split: Offer =
  ({ world, move, now }) =>
  async () => {
    const people = (await listAuthors(world.tx, { kind: 'person', everyRecord: true }, all)).items
    const standing = new Set((await listAuthors(world.tx, { kind: 'person' }, all)).items.map(({ id }) => id))
    const author = oneOf(
      people.filter(({ id }) => !standing.has(id)),
      move.which,
    )
    if (author) await splitAuthor(world.at(now), { author: author.id, reason: 'they are namesakes' })
  }

/** What is held of who is who. */
export const linking = { merge, split } as const satisfies Record<string, Offer>
