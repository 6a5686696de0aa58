import { describe, expect, it } from 'vitest'
import { type Actor, ANYONE } from '../../../src/actions/context.ts'
import { forgetContacts } from '../../../src/actions/disputes/forget-contacts.ts'
import { replyToDispute } from '../../../src/actions/disputes/reply-to-dispute.ts'
import { createKey, revokeKey } from '../../../src/actions/manage-keys.ts'
import { changeScopes } from '../../../src/actions/people/manage-people.ts'
import { newSecret } from '../../../src/outside/random.ts'
import { neededContacts } from '../../../src/queries/dispute-contacts.ts'
import { contactsOf } from '../../../src/storage/dispute-records.ts'
import { findDispute } from '../../../src/storage/disputes.ts'
import { instant, inWorld } from '../../support/embedded.ts'
import { somebody } from '../../support/people.ts'
import { accepted } from '../story.ts'
import { filed } from './disputing.ts'

const NOW = '2026-05-03'
const said = { on: '2026-01-05', quote: 'The mill weir will hold.', end: '2026-03-31' }

describe('a contact', () => {
  it('stands apart and can be deleted; the dispute stays as it was', () =>
    inWorld(async (world) => {
      const { prediction } = await accepted(world, said)
      const subject = { kind: 'prediction' as const, predictionId: prediction.id }
      const dispute = await filed(world, { subject, contact: 'ada@example.org' })
      await replyToDispute(world.at(NOW, ANYONE), { disputeId: dispute.id, text: 'No.', contact: 'ben@example.org' })
      expect((await contactsOf(world.tx, dispute.id)).map(({ contact }) => contact).sort()).toEqual([
        'ada@example.org',
        'ben@example.org',
      ])
      const before = await findDispute(world.tx, dispute.id)
      expect(JSON.stringify(before)).not.toContain('example.org')
      await forgetContacts(world.at(NOW), { disputeId: dispute.id })
      expect(await contactsOf(world.tx, dispute.id)).toEqual([])
      expect(await findDispute(world.tx, dispute.id)).toEqual(before)
    }))

  it('is kept from the hand that decided, also of an admin, while another hand is admin', () =>
    inWorld(async (world) => {
      const [ada, bea] = [await somebody(world, ['admin']), await somebody(world, ['admin'], 'bea')]
      const asked = { name: 'desk', scopes: ['admin' as const], expiresAt: null, secretBytes: newSecret() }
      const { key } = await createKey(world.at('2026-01-02', ada.actor), asked)
      const byKey = { name: key.id, scopes: key.scopes }
      const { prediction } = await accepted({ ...world, at: (when) => world.at(when, byKey) }, said)
      const subject = { kind: 'prediction' as const, predictionId: prediction.id }
      const dispute = await filed(world, { subject, contact: 'zoe@example.org' })
      const seenBy = async (actor: Actor) =>
        (await neededContacts(world.tx, dispute, { actor, now: instant(`${NOW}T12:00:00.000Z`) })).length
      const forget = (actor: Actor) => forgetContacts(world.at(NOW, actor), { disputeId: dispute.id })
      for (const actor of [ada.actor, byKey]) {
        expect(await seenBy(actor)).toBe(0)
        await expect(forget(actor)).rejects.toMatchObject({ code: 'forbidden' })
      }
      expect(await seenBy(bea.actor)).toBe(1)
      const scopes = ['resolve' as const]
      const other = await createKey(world.at('2026-01-02'), { ...asked, secretBytes: newSecret() })
      await changeScopes(world.at(NOW), { id: bea.id, scopes })
      expect(await seenBy(ada.actor)).toBe(0)
      await revokeKey(world.at(NOW), { id: other.key.id })
      expect(await seenBy(ada.actor)).toBe(1)
      expect(await seenBy({ ...byKey, scopes: ['review'] })).toBe(0)
      await forget(ada.actor)
      expect(await contactsOf(world.tx, dispute.id)).toEqual([])
    }))
})
