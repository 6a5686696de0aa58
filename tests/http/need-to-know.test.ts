import { expect, test } from 'vitest'
import type { Actor } from '../../src/actions/context.ts'
import { confirmDispute } from '../../src/actions/disputes/confirm-dispute.ts'
import { createKey } from '../../src/actions/manage-keys.ts'
import { recordAuthor } from '../../src/actions/predicting/record-author.ts'
import { reviewCandidate } from '../../src/actions/predicting/review-candidate.ts'
import { proposeOutcome } from '../../src/actions/resolving/propose-outcome.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { createWebhook } from '../../src/actions/webhooks/manage-webhooks.ts'
import type { Scope } from '../../src/core/key.ts'
import { newSecret } from '../../src/outside/random.ts'
import { filed } from '../actions/disputes/disputing.ts'
import { accepted, recorded, searchedThrough } from '../actions/story.ts'
import { inWorld, type World } from '../support/embedded.ts'
import { somebody } from '../support/people.ts'
import { signedIn } from '../web/desk.ts'

const NOW = '2026-06-02T12:00:00.000Z'
const roles = ['nobody', 'read', 'submit', 'review', 'resolve', 'review,resolve', 'decider', 'admin'] as const
type Role = (typeof roles)[number]

const scopesOf = (role: Role): Scope[] =>
  role === 'decider' ? ['review'] : role === 'nobody' ? [] : (role.split(',') as Scope[])

/** Somebody who reviewed, one who proposed, who complain, and keys and webhooks of theirs: all in words that stand nowhere else. */
const scene = async (world: World, decider: Actor) => {
  const rita = await somebody(world, ['review', 'submit'], 'ritaquill')
  const by = (actor: Actor) => world.at('2026-05-20', actor)
  const said = { on: '2026-01-05', quote: 'The Orrin lock will open.', end: '2026-03-31' }
  const late = await accepted(
    { ...world, at: (when, actor) => world.at(when, actor ?? decider) },
    { ...said, recorded: '2026-05-19' },
  )
  const { candidate } = await recorded(world, {
    on: '2026-01-06',
    quote: 'The Velmark quay will flood.',
    end: '2026-12-31',
  })
  const review = { decision: 'reject' as const, reason: 'the wish of a poet' }
  await reviewCandidate(by(rita.actor), { candidateId: candidate.id, review })
  const evidence = searchedThrough('2026-05-19')
  const outcome = { questionId: late.question.id, outcome: 'no' as const, evidence, rationale: 'not found' }
  await proposeOutcome(by(rita.actor), outcome)
  const subject = { kind: 'prediction' as const, predictionId: late.prediction.id }
  const waiting = await filed(world, { subject, grounds: 'It was a pier.', contact: 'zoe@waiting.example' })
  const known = await filed(world, { subject, grounds: 'It was a jetty.', contact: 'yan@confirmed.example' })
  await confirmDispute(by(rita.actor), { disputeId: known.id, how: 'met them at the ferry' })
  const asked = { name: 'key quillkey', scopes: ['submit' as const], expiresAt: null, secretBytes: newSecret() }
  const { key } = await createKey(by(rita.actor), asked)
  const keyed = by({ name: key.id, scopes: key.scopes })
  await recordAuthor(keyed, { name: 'The Mill Desk', kind: 'organisation' })
  const all = { kinds: [], author: null, question: null, topic: null, collection: null, sealedSecret: 'sealed' }
  await createWebhook(keyed, { url: 'https://hooks.example/quillhook', name: 'hook', ...all })
  await sealFacts(world.at('2026-06-01'), {})
  const of = {
    candidate: candidate.id,
    late: late.candidate.id,
    question: late.question.id,
    commentary: candidate.commentaryId,
  }
  return { rita, ...of, disputes: [waiting.id, known.id] }
}

const pathsOf = ({ candidate, late, question, commentary, disputes }: Awaited<ReturnType<typeof scene>>): string[] => [
  '/v1/candidates?limit=200',
  '/v1/candidates?status=pending',
  '/v1/candidates?second_opinion=waiting',
  ...[candidate, late].flatMap((id) => [`/v1/candidates/${id}`, `/v1/candidates/${id}/suggestions`]),
  '/v1/disputes?limit=200',
  '/v1/disputes?status=received',
  ...disputes.flatMap((id) => [
    `/v1/disputes/${id}`,
    `/v1/disputes/${id}/contacts`,
    `/review/disputes/${id}`,
    `/disputes/${id}`,
  ]),
  '/v1/proposals?limit=200',
  '/v1/work',
  '/v1/changes?limit=200',
  '/v1/exports/ledger.ndjson',
  `/v1/questions/${question}`,
  `/v1/commentaries/${commentary}`,
  ...[
    'people',
    'people/me',
    'invitations',
    'keys',
    'webhooks',
    'feeds',
    'events',
    'event-candidates',
    'resolutions',
  ].map((name) => `/v1/${name}?limit=200`.replace('me?limit=200', 'me')),
  '/v1/jobs/runs',
  '/v1/reviews/agreement',
  '/people',
  '/review',
  '/review/second',
  '/review/disputes',
  '/review/settling',
  '/corrections',
  `/questions/${question}`,
  `/commentaries/${commentary}`,
]

/** What a text is, and who may come upon it anywhere: nobody else needs it for what they do. */
const table: readonly [what: string, text: (rita: { id: string; email: string }) => string, who: readonly Role[]][] = [
  ['the address of another reviewer', ({ email }) => email, ['admin']],
  ['their name', () => 'ritaquill', ['admin']],
  ['under which name they reviewed and proposed, but for the keys that it made', ({ id }) => `person:${id}`, ['admin']],
  ['the name of their key', () => 'quillkey', ['admin']],
  ['where their webhook leads', () => 'quillhook', ['admin']],
  [
    'the contact of who complains, while it is to be confirmed',
    () => 'zoe@waiting.example',
    ['review', 'review,resolve', 'admin'],
  ],
  ['that contact once it is confirmed', () => 'yan@confirmed.example', ['admin']],
  ['how somebody made sure who complains', () => 'met them at the ferry', []],
  ['a hash or a sealed secret', () => 'sealed"', []],
]

test('each role comes upon what its task needs, whatever it reads or is refused', () =>
  inWorld(async (world) => {
    const people = new Map<Role, Awaited<ReturnType<typeof signedIn>>>()
    for (const role of roles)
      people.set(
        role,
        await signedIn(world, role === 'nobody' ? ['read'] : scopesOf(role), NOW, `r${roles.indexOf(role)}`),
      )
    const own = JSON.parse((await people.get('decider')?.get('/v1/people/me'))?.text ?? '{}')
    const shown = await scene(world, { name: `person:${own.id}`, scopes: ['admin'] })
    const paths = pathsOf(shown)
    const seen: string[] = []
    const expected: string[] = []
    for (const role of roles) {
      const person = people.get(role)
      const texts: string[] = []
      for (const path of paths) texts.push((await person?.get(path))?.text ?? '')
      const decided = { decision: 'accept', reason: 'a forecast' }
      const refused = await person?.post(`/v1/candidates/${shown.candidate}/reviews`, decided)
      texts.push(refused?.text ?? '')
      const all = texts.join('\n')
      for (const [what, text, who] of table) {
        if (all.includes(text(shown.rita))) seen.push(`${role}: ${what}`)
        if (who.includes(role)) expected.push(`${role}: ${what}`)
      }
      const blind = [texts[2], texts[paths.indexOf('/review/second')]].join('\n')
      expect(blind, role).not.toContain('the wish of a poet')
    }
    expect(seen).toEqual(expected)
  }))
