import { describe, expect, it } from 'vitest'
import { beginOnce, endOnce } from '../../../src/actions/answer-once.ts'
import { createKey } from '../../../src/actions/manage-keys.ts'
import { erasePerson } from '../../../src/actions/people/erase-person.ts'
import { newSecret } from '../../../src/outside/random.ts'
import { answersKept } from '../../../src/storage/idempotency.ts'
import { disputeContacts } from '../../../src/storage/tables/disputes.ts'
import { inWorld } from '../../support/embedded.ts'
import { somebody } from '../../support/people.ts'
import { filed } from '../disputes/disputing.ts'
import { accepted } from '../story.ts'

const WHEN = '2026-06-01'

describe('what names another', () => {
  it('stays: a longer address that holds the erased one, and answers that tell nothing of the erased', () =>
    inWorld(async (world) => {
      const [ann, joann] = [await somebody(world, ['review'], 'ann'), await somebody(world, ['review'], 'joann')]
      const { question, prediction } = await accepted(world, {
        on: '2026-01-09',
        quote: 'The quay will flood.',
        end: '2026-02-28',
      })
      const subject = { kind: 'prediction' as const, predictionId: prediction.id }
      const left = ['joann@example.org', 'ann@example.org.au', 'Joann <joann@example.org>.', 'jo-ann@example.org']
      const taken = [
        'ann@example.org',
        'Ann <ANN@example.org>.',
        "write to 'ann@example.org'.",
        'mailto:ann@example.org?subject=x',
      ]
      for (const [n, contact] of [...left, ...taken].entries())
        await filed(world, { subject, contact, grounds: `It was not at ${contact}.` }, `2026-05-0${n + 1}`)
      const asked = { name: 'desk of a quill', scopes: ['review' as const], expiresAt: null, secretBytes: newSecret() }
      const { key } = await createKey(world.at('2026-05-01', ann.actor), asked)
      const bodies = {
        question: `{"id":"${question.id}","reviewer":"${key.id}"}`,
        joanna: `{"email":"joanna@example.org"}`,
        erased: `{"email":"${ann.email}"}`,
        key: JSON.stringify(key),
      }
      for (const [name, body] of Object.entries(bodies)) {
        const ask = { actor: joann.actor.name, key: name, fingerprint: name }
        await beginOnce(world.at(WHEN, joann.actor), ask)
        await endOnce(world.at(WHEN, joann.actor), { ask, answer: { status: 201, headers: {}, body } })
      }
      await erasePerson(world.at(WHEN), ann)
      const contacts = await world.tx.select().from(disputeContacts)
      expect(contacts.map(({ contact }) => contact).sort()).toEqual([...left].sort())
      const kept = await answersKept(world.tx, { names: [joann.actor.name], after: '', limit: 9 })
      expect(kept.map((answer) => answer.key)).toEqual(['joanna', 'question'])
    }))
})
