import { describe, expect, test } from 'vitest'
import { findDispute } from '../../src/storage/disputes.ts'
import { findQuestion } from '../../src/storage/questions.ts'
import { filed, opened, outcomeOf } from '../actions/disputes/disputing.ts'
import { inWorld, type World } from '../support/embedded.ts'
import { signedIn } from './desk.ts'
import { askFebruary, makeAuthor, plain, settleInMarch } from './site.ts'

const NOW = '2026-05-03T12:00:00.000Z'

const settled = async (world: World) => {
  const author = await makeAuthor(world, 'Ada Say')
  const question = await askFebruary(world, null, 'The mill closes.', [{ author, probability: 0.7 }])
  await settleInMarch(world, question.id, 'yes')
  return { question, subject: await outcomeOf(world, question.id) }
}

describe('the queue of disputes', () => {
  test('confirms what came in, and keeps unconfirmed words off public pages until then', () =>
    inWorld(async (world) => {
      const { subject } = await settled(world)
      const dispute = await filed(world, { subject, grounds: 'It was <script>another</script> mill.' })
      const { get, send } = await signedIn(world, ['review', 'resolve'], NOW)
      expect(plain((await get('/review/disputes')).text)).toMatch(/not confirmed.*another/)
      const path = `/review/disputes/${dispute.id}`
      expect((await get(path)).text).toContain('It was &lt;script&gt;another')
      expect((await get(`/disputes/${dispute.id}`)).text).not.toContain('another')
      const early = await send(`${path}/rulings`, { verdict: 'rejected', reason: 'so it stands' })
      expect([early.status, plain(early.text).includes('nobody has confirmed')]).toEqual([409, true])
      expect((await send(`${path}/confirmations`, { how: 'called them' })).location).toBe(
        `${path}?done=confirmed&of=${path.slice(path.lastIndexOf('/') + 1)}`,
      )
      expect((await get(`/disputes/${dispute.id}`)).text).toContain('another')
    }))

  test('upholds one about an outcome by correcting the log, and says what is missing for that', () =>
    inWorld(async (world) => {
      const { question, subject } = await settled(world)
      const { id } = await opened(world, { subject })
      const { send } = await signedIn(world, ['review', 'resolve'], NOW)
      const path = `/review/disputes/${id}`
      const bare = await send(`${path}/rulings`, { verdict: 'upheld', reason: 'they are right' })
      expect([bare.status, plain(bare.text).includes('needs the correction')]).toEqual([422, true])
      expect(bare.text).toContain('they are right</textarea>')
      const ruled = await send(`${path}/rulings`, { verdict: 'upheld', reason: 'they are right', step: 'reopen' })
      expect(ruled.location).toBe(`${path}?done=upheld&of=${path.slice(path.lastIndexOf('/') + 1)}`)
      expect((await findDispute(world.tx, id))?.status).toBe('upheld')
      expect((await findQuestion(world.tx, question.id))?.status).toBe('due')
    }))

  test('leads first to what is to be ruled first, and reaches all of it', () =>
    inWorld(async (world) => {
      const { subject } = await settled(world)
      const ids: string[] = []
      for (let at = 0; at < 51; at++) {
        const when = new Date(Date.UTC(2026, 3, 1, at)).toISOString()
        ids.push((await opened(world, { subject, role: 'other', grounds: `It was mill ${at}.` }, when)).id)
      }
      const { get } = await signedIn(world, ['review'], NOW)
      const shown = async (path: string) => {
        const { text } = await get(path)
        const further = /href="(\/review\/disputes\?open=[^"#]+)/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? null
        return { further, ids: [...text.matchAll(/disputes\/(dsp_\w+)/g)].map(([, id]) => id) }
      }
      const first = await shown('/review/disputes')
      const second = await shown(first.further ?? '')
      expect([...first.ids, ...second.ids]).toEqual(ids)
      expect(second.further).toBeNull()
    }))

  test('is ruled by who may resolve, and never twice', () =>
    inWorld(async (world) => {
      const { subject } = await settled(world)
      const { id } = await opened(world, { subject })
      const path = `/review/disputes/${id}`
      const reader = await signedIn(world, ['review'], NOW)
      const seen = (await reader.get(path)).text
      expect([seen.includes('/rulings'), plain(seen).includes('takes the scope resolve')]).toEqual([false, true])
      expect((await reader.send(`${path}/rulings`, { verdict: 'rejected', reason: 'no' })).status).toBe(403)
      const { send } = await signedIn(world, ['review', 'resolve'], NOW, 'sam')
      await send(`${path}/rulings`, { verdict: 'rejected', reason: 'the report stands' })
      expect((await send(`${path}/rulings`, { verdict: 'rejected', reason: 'again' })).status).toBe(409)
    }))
})
