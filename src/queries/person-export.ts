import { actorNameOf, type Person } from '../core/person.ts'
import { exportedLists, type ListName, type PersonExport } from '../core/person-export.ts'
import type { Instant } from '../core/time.ts'
import { authorsMadeBy } from '../storage/authors.ts'
import type { Reader } from '../storage/database.ts'
import { requestsMadeBy } from '../storage/deferred-requests.ts'
import { contactsMadeBy } from '../storage/dispute-records.ts'
import { storedFacts } from '../storage/facts.ts'
import { feedsMadeBy } from '../storage/feeds.ts'
import { answersKept } from '../storage/idempotency.ts'
import { importsMadeBy } from '../storage/imports.ts'
import { keysNamed, namesOfHand } from '../storage/keys.ts'
import { factsMadeBy, type MadeBy, madeKinds } from '../storage/made-by.ts'
import { linksAbout } from '../storage/one-time-links.ts'
import { proposalsMadeBy } from '../storage/proposals.ts'
import { sessionsKept } from '../storage/sessions.ts'
import { webhooksMadeBy } from '../storage/webhooks.ts'
import { leasesMadeBy } from '../storage/work.ts'

/** So many rows are held at once. */
const PAGE = 200

type Of = { reader: Reader; person: Person; names: readonly string[] }
type Pages<Row> = AsyncGenerator<readonly Row[]>
type Row<Name extends ListName> = PersonExport[Name][number]

/** Rows by the page: each page begins after the last row of the one before. */
async function* paged<Row>(
  { names }: { names: readonly string[] },
  read: (made: MadeBy) => Promise<Row[]>,
  idOf: (row: Row) => string,
): Pages<Row> {
  for (let after = ''; ; ) {
    const rows = await read({ names, after, limit: PAGE })
    const last = rows.at(-1)
    if (!last) return
    yield rows
    if (rows.length < PAGE) return
    after = idOf(last)
  }
}

const byId = ({ id }: { id: string }): string => id
const ofNames =
  <Row extends { id: string }>(read: (reader: Reader, made: MadeBy) => Promise<Row[]>) =>
  (of: Of): Pages<Row> =>
    paged(of, (made) => read(of.reader, made), byId)

/** Answers are known by who asked and the key under which: one who asks after the other. */
async function* answers({ reader, names }: Of): Pages<Row<'answers'>> {
  for (const name of names)
    yield* paged(
      { names: [name] },
      (made) => answersKept(reader, made),
      ({ key }) => key,
    )
}

/** What they recorded, kind by kind. */
async function* facts({ reader, names }: Of): Pages<Row<'facts'>> {
  for (const kind of madeKinds)
    for await (const made of paged({ names }, (page) => factsMadeBy(reader, kind, page), byId)) {
      const stored = await storedFacts(reader, kind, made.map(byId))
      yield made.map(({ id, by }) => ({ kind, id, by, fields: { ...stored.get(id)?.fields } }))
    }
}

const lists: { readonly [Name in ListName]: (of: Of) => Pages<Row<Name>> } = {
  sessions: ({ reader, person }) => paged({ names: [person.id] }, (made) => sessionsKept(reader, made), byId),
  keys: ofNames(keysNamed),
  links: (of) => {
    const { email, id: personId } = of.person
    return paged(of, (made) => linksAbout(of.reader, { ...made, email, personId }), byId)
  },
  webhooks: ofNames(webhooksMadeBy),
  feeds: ofNames(feedsMadeBy),
  authors: ofNames(authorsMadeBy),
  contacts: (of) =>
    paged(
      of,
      (made) => contactsMadeBy(of.reader, made),
      ({ disputeId, replyId }) => replyId ?? disputeId,
    ),
  work: (of) =>
    paged(
      of,
      (made) => leasesMadeBy(of.reader, made),
      ({ questionId }) => questionId,
    ),
  answers,
  requests: ofNames(requestsMadeBy),
  imports: ofNames(importsMadeBy),
  proposals: ofNames(proposalsMadeBy),
  facts,
}

/** A list as text: a row a line, a page at a time. */
async function* listText(name: ListName, pages: Pages<unknown>): AsyncGenerator<string> {
  yield `"${name}":[`
  let first = true
  for await (const rows of pages) {
    yield rows.map((row, at) => (first && at === 0 ? '' : ',') + JSON.stringify(row)).join('\n')
    first = false
  }
  yield ']'
}

/**
 * All that is kept about an account as one JSON document (`PersonExport`), in blocks of whole lines without their last break. Read
 * page by page as it is taken, so that it holds little at once, however much somebody recorded: what is recorded meanwhile may be
 * in it or not. `names` are the person's own and the keys of their line.
 */
export async function* personExport(reader: Reader, person: Person, now: Instant): AsyncGenerator<string> {
  const names = await namesOfHand(reader, actorNameOf(person))
  yield `{"exportedAt":${JSON.stringify(now)},`
  yield `"account":${JSON.stringify(person)}`
  for (const name of Object.keys(exportedLists) as ListName[]) {
    yield ','
    yield* listText(name, lists[name]({ reader, person, names }))
  }
  yield '}'
}
