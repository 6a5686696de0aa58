import { z } from 'zod'
import { mustBeThere } from '../../core/author-link.ts'
import { HOUR, plusMs } from '../../core/fetching/pace.ts'
import { idOf } from '../../core/id.ts'
import { allows } from '../../core/key.ts'
import { personIdOf } from '../../core/person.ts'
import { missing, Problem } from '../../core/problem.ts'
import { TopicSlug } from '../../core/topic.ts'
import { HttpUrl } from '../../core/url.ts'
import {
  LONGEST_SIGNING_OVERLAP_HOURS,
  WEBHOOKS_A_KEY,
  type Webhook,
  WebhookFilter,
} from '../../core/webhooks/webhook.ts'
import { mustFindCollection } from '../../queries/collections.ts'
import { linkedAuthor } from '../../storage/author-links.ts'
import { lastLeaf } from '../../storage/ledger.ts'
import { findQuestion } from '../../storage/questions.ts'
import {
  countStanding,
  findWebhook,
  insertWebhook,
  rotateSecret,
  setWebhookStatus,
  updateWebhook,
} from '../../storage/webhooks.ts'
import { mustStillHold } from '../authority.ts'
import { type Actor, action, type Transacting } from '../context.ts'

const Url = HttpUrl.meta({ description: 'an https address; http on this machine alone, where that is allowed' })
const Name = z.string().trim().min(1, 'give the webhook a name').max(100)
const Kinds = WebhookFilter.shape.kinds.max(50)
const named = z.string().min(1).max(300).nullable()

const Filter = {
  author: named.meta({ description: 'id or slug; null: of every author' }),
  question: idOf('question').nullable(),
  topic: TopicSlug.nullable(),
  collection: named.meta({ description: 'id or slug; null: of every collection and none' }),
}

export const CreateWebhook = z
  .object({
    url: Url,
    name: Name.default('webhook'),
    kinds: Kinds.default([]),
    author: Filter.author.default(null),
    question: Filter.question.default(null),
    topic: Filter.topic.default(null),
    collection: Filter.collection.default(null),
    after: z.int().min(0).optional().meta({
      description: 'send what was sealed after this position, 0 for everything; left out: what is sealed from now on',
    }),
  })
  .meta({ id: 'CreateWebhook' })
export type CreateWebhook = z.infer<typeof CreateWebhook>

export const ChangeWebhook = z
  .object({
    url: Url,
    name: Name,
    kinds: Kinds,
    author: Filter.author,
    question: Filter.question,
    topic: Filter.topic,
    collection: Filter.collection,
  })
  .partial()
  .meta({ id: 'ChangeWebhook', description: 'what is left out stays as it is' })
export type ChangeWebhook = z.infer<typeof ChangeWebhook>

export const SetWebhookStatus = z
  .object({ status: z.enum(['active', 'paused', 'ended']) })
  .meta({ id: 'SetWebhookStatus', description: '`ended` is for good' })
export type SetWebhookStatus = z.infer<typeof SetWebhookStatus>

export const RotateWebhookSecret = z
  .object({
    overlapHours: z
      .int()
      .min(0)
      .max(LONGEST_SIGNING_OVERLAP_HOURS, 'the secret before may sign for 7 days at most')
      .default(24)
      .meta({ description: 'how long the secret before signs too, in hours; 0: it ends at once' }),
  })
  .meta({ id: 'RotateWebhookSecret' })
export type RotateWebhookSecret = z.infer<typeof RotateWebhookSecret>

const refused = (field: string, detail: string, remedy: string): Problem =>
  new Problem('invalid-input', detail, remedy, [{ field, detail }])

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** What is sent is public, but who asks for it need not be: http is for receivers of this machine. Throws `invalid-input`. */
const mustBeSecure = (url: string): string => {
  const { protocol, hostname, href } = new URL(url)
  if (protocol === 'https:' || LOOPBACK.test(hostname)) return href
  throw refused('url', 'webhooks are sent over https alone', 'give an https address')
}

const mustFindQuestion = async ({ tx }: Transacting, id: string): Promise<string> => {
  if (await findQuestion(tx, id)) return id
  throw missing('question', id, 'question')
}

/** The record that is named, merged or not: who it counts for is looked up when something is to be sent. Throws `not-found`. */
const mustFindRecord = async ({ tx }: Transacting, idOrSlug: string): Promise<string> =>
  mustBeThere(await linkedAuthor(tx, idOrSlug), idOrSlug, 'author').id

/** What was said of a filter, by ids. Throws `not-found`, naming the field. */
const filterOf = async (scope: Transacting, said: ChangeWebhook): Promise<Partial<WebhookFilter>> => {
  const { tx } = scope
  const { kinds, author, question, topic, collection } = said
  const set: Partial<WebhookFilter> = {}
  if (kinds !== undefined) set.kinds = [...new Set(kinds)]
  if (author !== undefined) set.authorId = author && (await mustFindRecord(scope, author))
  if (question !== undefined) set.questionId = question && (await mustFindQuestion(scope, question))
  if (topic !== undefined) set.topic = topic
  if (collection !== undefined) set.collectionId = collection && (await mustFindCollection(tx, collection)).id
  return set
}

/** Whose webhooks an actor sees and changes: their own, an admin everybody's (null). */
export const ownerSeen = ({ name, scopes }: Actor): string | null => (allows(scopes, 'admin') ? null : name)

/** The webhook, where who acts may see it. Throws `not-found`. */
export const mustFindWebhook = async ({ tx, actor }: Transacting, id: string): Promise<Webhook> => {
  const webhook = await findWebhook(tx, id, ownerSeen(actor))
  if (webhook) return webhook
  throw missing('webhook', id)
}

/** Throws `illegal-step` for a webhook that has ended. */
export const mustStand = ({ id, status }: Webhook): void => {
  if (status === 'ended') throw new Problem('illegal-step', `webhook ${id} has ended`, 'make another')
}

/** Where reading begins: after a position that is sealed, or after the last. Throws `not-sealed`. */
const beginning = async ({ tx }: Transacting, after: number | undefined): Promise<number> => {
  const last = (await lastLeaf(tx))?.position ?? 0
  if (after === undefined || after <= last) return after ?? last
  const detail = `the ledger is sealed up to position ${last}, and ${after} is ahead of it`
  throw new Problem('not-sealed', detail, `give at most ${last}, or leave it out`, [{ field: 'after', detail }])
}

/** A webhook lives as long as its key, and sends what that may see: somebody who is signed in has none. Throws `forbidden`. */
const mustBeKey = ({ actor }: Transacting): void => {
  if (personIdOf(actor.name) === null) return
  throw new Problem('forbidden', 'a webhook belongs to a key', 'make a key at /account, and the webhook with that')
}

/**
 * Makes a webhook of the key that acts. Throws `invalid-input`, `not-found`, `not-sealed`, `conflict` where it has too many, and as
 * `mustStillHold`: a webhook outlasts a secret that was replaced.
 */
export const createWebhook = action<CreateWebhook & { sealedSecret: string }, Webhook>(
  async (asked, { url, name, after, sealedSecret, ...said }) => {
    mustBeKey(asked)
    const scope = await mustStillHold(asked, 'any')
    const { tx, now, newId, actor } = scope
    const none = { kinds: [], authorId: null, questionId: null, topic: null, collectionId: null }
    const filter = { ...none, ...(await filterOf(scope, said)) }
    const position = await beginning(scope, after)
    if ((await countStanding(tx, actor.name)) >= WEBHOOKS_A_KEY) {
      const detail = `this key has ${WEBHOOKS_A_KEY} webhooks that have not ended`
      throw new Problem('conflict', detail, 'end one of them, or change its filters')
    }
    const id = newId('webhook')
    const about = { id, name, url: mustBeSecure(url), owner: actor.name, position, recordedAt: now }
    await insertWebhook(tx, { ...about, ...filter, secret: sealedSecret })
    return mustFindWebhook(scope, id)
  },
)

/**
 * Changes where a webhook sends to and what; what waits already stays. Throws `not-found`, `illegal-step` once it has ended, and as
 * `mustStillHold`.
 */
export const changeWebhook = action<{ id: string } & ChangeWebhook, Webhook>(
  async (asked, { id, url, name, ...said }) => {
    const scope = await mustStillHold(asked, 'any')
    mustStand(await mustFindWebhook(scope, id))
    const set = await filterOf(scope, said)
    const about = { ...(url === undefined ? {} : { url: mustBeSecure(url) }), ...(name === undefined ? {} : { name }) }
    await updateWebhook(scope.tx, id, { ...about, ...set })
    return mustFindWebhook(scope, id)
  },
)

/**
 * Pauses a webhook, sets it going where it stood, or ends it for good. `changed`: it was not so before. Throws `not-found`,
 * `illegal-step`, and as `mustStillHold`.
 */
export const changeWebhookStatus = action<{ id: string } & SetWebhookStatus, { webhook: Webhook; changed: boolean }>(
  async (asked, { id, status }) => {
    const scope = await mustStillHold(asked, 'any')
    const standing = await mustFindWebhook(scope, id)
    if (status !== 'ended') mustStand(standing)
    const to = status === 'active' ? { status } : { status, reason: 'owner' as const, now: scope.now }
    const changed = await setWebhookStatus(scope.tx, id, to)
    return { webhook: await mustFindWebhook(scope, id), changed }
  },
)

/** Gives a webhook another secret; the one before signs too for `overlapHours`. Throws as `changeWebhook`. */
export const rotateWebhookSecret = action<{ id: string } & RotateWebhookSecret & { sealedSecret: string }, Webhook>(
  async (asked, { id, overlapHours, sealedSecret }) => {
    const scope = await mustStillHold(asked, 'any')
    mustStand(await mustFindWebhook(scope, id))
    const previousUntil = overlapHours === 0 ? null : plusMs(scope.now, overlapHours * HOUR)
    await rotateSecret(scope.tx, id, { sealed: sealedSecret, previousUntil })
    return mustFindWebhook(scope, id)
  },
)
