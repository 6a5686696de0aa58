import { beginOnce, endOnce } from '../../../src/actions/answer-once.ts'
import type { Actor } from '../../../src/actions/context.ts'
import { putOff } from '../../../src/actions/deferred-requests.ts'
import { fileDispute } from '../../../src/actions/disputes/file-dispute.ts'
import { replyToDispute } from '../../../src/actions/disputes/reply-to-dispute.ts'
import { leaseWork } from '../../../src/actions/lease-work.ts'
import { createKey } from '../../../src/actions/manage-keys.ts'
import { invitePerson } from '../../../src/actions/people/invite-person.ts'
import { offerReset } from '../../../src/actions/people/reset-password.ts'
import { signIn } from '../../../src/actions/people/sign-in.ts'
import { importPart } from '../../../src/actions/predicting/import-part.ts'
import { openImport } from '../../../src/actions/predicting/open-import.ts'
import { recordAuthor } from '../../../src/actions/predicting/record-author.ts'
import { recordFeed } from '../../../src/actions/reading/manage-feeds.ts'
import { proposeOutcome } from '../../../src/actions/resolving/propose-outcome.ts'
import { createWebhook } from '../../../src/actions/webhooks/manage-webhooks.ts'
import { ImportForecast } from '../../../src/core/importing/import-item.ts'
import type { ApiKey } from '../../../src/core/key.ts'
import { newSecret } from '../../../src/outside/random.ts'
import type { World } from '../../support/embedded.ts'
import { accounts, PASSWORD, type Somebody, somebody } from '../../support/people.ts'
import { recordEveryFact } from '../every-fact.ts'
import { accepted, searchedThrough } from '../story.ts'

/** A name that nothing else in a database of tests holds. */
export const NAME = 'zdenka-quillfeather'
export const FROM = { address: '203.0.113.77', userAgent: 'Quillbrowser/7 (Velmark)' }

export type Busy = Somebody & { keys: ApiKey[]; secrets: string[]; byKey: Actor; names: string[] }

const keyed = (key: ApiKey): Actor => ({ name: key.id, scopes: key.scopes })

/** What her keys and her forms leave in tables that hold no facts. */
const aroundFacts = async (world: World, ada: Somebody, byKey: Actor): Promise<void> => {
  const [own, keyAt] = [(when: string) => world.at(when, ada.actor), (when: string) => world.at(when, byKey)]
  await recordFeed(own('2026-05-06'), { url: 'https://velmark.example/feed.xml' })
  await recordAuthor(keyAt('2026-05-06'), { name: 'The Mill Desk', kind: 'organisation' })
  const hook = { url: `https://hooks.example/${NAME}`, name: `hook of ${NAME}`, kinds: [], sealedSecret: 'sealed' }
  await createWebhook(keyAt('2026-05-06'), { ...hook, author: null, question: null, topic: null, collection: null })
  const said = { on: '2026-01-09', quote: 'The quay will flood.', end: '2026-02-28' }
  const { question, prediction } = await accepted({ ...world, at: (when) => own(when) }, said)
  const evidence = searchedThrough('2026-05-01')
  const outcome = { questionId: question.id, outcome: 'no' as const, evidence, rationale: 'nothing found' }
  await proposeOutcome(keyAt('2026-05-07'), outcome)
  await leaseWork(keyAt('2026-05-07'), { limit: 1, seconds: 60 })
  const subject = { kind: 'prediction' as const, predictionId: prediction.id }
  const contact = `write to ${ada.email}`
  const dispute = { subject, role: 'other' as const, grounds: 'It was the pier.', contact }
  const filed = await fileDispute(own('2026-05-07'), dispute)
  await replyToDispute(own('2026-05-07'), { disputeId: filed.dispute.id, text: 'The pier, I say.', contact })
  const ask = { actor: byKey.name, key: 'once', fingerprint: 'of it' }
  await beginOnce(keyAt('2026-05-07'), ask)
  await endOnce(keyAt('2026-05-07'), { ask, answer: { status: 201, headers: {}, body: `{"email":"${ada.email}"}` } })
  const text = { text: `${NAME} will write, says ${ada.email}.`, publishedOn: '2026-05-01' }
  await putOff(keyAt('2026-05-07'), { address: '/v1/commentaries', ifMatch: null, body: JSON.stringify(text) })
  const about = { name: 'old bets', source: 'a notebook', licence: 'CC0', note: 'all', whole: false }
  const opened = await openImport(keyAt('2026-05-07'), about)
  const forecast = ImportForecast.parse({
    question: 'one',
    forecast: 'one by Bea',
    wording: 'The lock gate opens by June.',
    askedAt: '2026-04-01T00:00:00.000Z',
    windowEnd: '2026-06-30',
    author: 'Bea',
    probability: 0.4,
    said: '2026-05-01',
  })
  await importPart(keyAt('2026-05-07'), { importId: opened.import.id, items: [forecast] })
}

/** Somebody who has done whatever an account can do: as themselves, with a key, and with a key that this one made. */
export const busyPerson = async (world: World): Promise<Busy> => {
  const ada = await somebody(world, ['admin'], NAME)
  const own = (when: string) => world.at(when, ada.actor)
  const asked = { name: `desk of ${NAME}`, scopes: ['admin' as const], bot: false, expiresAt: null }
  const first = await createKey(own('2026-01-02'), { ...asked, secretBytes: newSecret() })
  const byFirst = world.at('2026-01-02', keyed(first.key))
  const second = await createKey(byFirst, { ...asked, secretBytes: newSecret() })
  const byKey = keyed(second.key)
  await recordEveryFact({ ...world, at: (when, actor) => world.at(when, actor ?? ada.actor) })
  await aroundFacts(world, ada, byKey)
  const entering = { email: ada.email, from: FROM, accounts }
  await signIn(world.at('2026-05-08'), { ...entering, password: PASSWORD })
  await signIn(world.at('2026-05-08'), { ...entering, password: 'a wrong horse battery' }).catch(() => null)
  await offerReset(world.at('2026-05-08'), { personId: ada.id, secretBytes: newSecret() })
  const guest = { email: 'guest@example.org', scopes: ['read' as const], expiresInHours: 700 }
  await invitePerson(own('2026-05-08'), { ...guest, secretBytes: newSecret() })
  const made = [first, second]
  const keys = made.map(({ key }) => key)
  const names = [ada.actor.name, ...keys.map(({ id }) => id)]
  return { ...ada, keys, secrets: made.map(({ secret }) => secret), byKey, names }
}
