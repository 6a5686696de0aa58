import { describe, expect, test } from 'vitest'
import { candidatesOf } from '../../src/storage/candidates.ts'
import { opinionsOn } from '../../src/storage/second-opinions.ts'
import { inWorld, type World } from '../support/embedded.ts'
import { deskOver, piece } from './review-desk.ts'
import { plain } from './site.ts'

const TEXT = 'Before. The mill will likely close, and the port will likely follow. After.'
const QUOTE = 'The mill will likely close, and the port will likely follow.'

/** A passage whose window is over: what is accepted of it waits for a second opinion. */
const passage = async (world: World, bylines: string[] = ['Ida Quill']) => {
  const window = { text: 'last year', start: '2025-01-02', end: '2025-12-31', source: 'stated' }
  const { commentary, candidates } = await piece(world, TEXT, [{ quote: QUOTE, found: { window: window as never } }], {
    bylines,
  })
  const [candidate] = candidates
  if (!candidate) throw new Error('nothing found')
  return { commentary, candidate, path: `/review/candidates/${candidate.id}` }
}

describe('a passage of several claims', () => {
  test('is split into what is written one a line, and its parts wait in its place', () =>
    inWorld(async (world) => {
      const { commentary, candidate, path } = await passage(world)
      const { get, send } = await deskOver(world).reviewer()
      const refused = await send(`${path}/split`, {
        parts: 'The mill will likely close\r\nthe port burns',
        reason: 'two',
      })
      expect([refused.status, plain(refused.text).includes('these words are not in the passage')]).toEqual([422, true])
      expect(refused.text).toContain('the port burns</textarea>')
      expect((await send(`${path}/split`, { parts: QUOTE, reason: 'two' })).status).toBe(422)
      const parts = 'The mill will likely close\r\nthe port will likely follow.'
      const answer = await send(`${path}/split`, { parts, reason: 'two claims' })
      const found = await candidatesOf(world.tx, commentary.id)
      expect(found.map(({ status, quote }) => [status, quote])).toEqual([
        ['split', QUOTE],
        ['pending', 'The mill will likely close'],
        ['pending', 'the port will likely follow.'],
      ])
      expect([answer.status, answer.to]).toEqual([
        303,
        `/review/commentaries/${commentary.id}?candidate=${found[1]?.id}&last=${candidate.id}`,
      ])
      expect(plain((await get(answer.to ?? '')).text)).toContain(`Split: “ ${QUOTE} ”`)
      expect((await get('/review')).text).toContain('<td class="n">2</td>')
      expect((await send(`${path}/undo`, {})).status).toBe(303)
      expect((await get('/review')).text).toContain('<td class="n">1</td>')
    }))
})

describe('a second opinion', () => {
  test('is asked of another reviewer, who is not told of the first, and does not move it', () =>
    inWorld(async (world) => {
      const { candidate, path } = await passage(world)
      const desk = deskOver(world)
      const [ada, bob] = [await desk.reviewer('ada'), await desk.reviewer('bob')]
      await ada.send(`${path}/accept`, { reason: 'what Ada says', until: '2025-11-30', from: '2025-01-02' })
      expect(plain((await ada.get('/review/second')).text)).toContain('Nothing waits for a second opinion of yours')
      const { text } = await bob.get('/review/second')
      expect(text).toContain(`action="${path}/second/accept"`)
      expect(text).toContain('value="2025-12-31"')
      expect(text).not.toMatch(/what Ada says|accepted|2025-11-30|questions\/qst_/)
      const own = await ada.send(`${path}/second/accept`, { reason: 'words of Ada' })
      expect(own.text).toContain('words of Ada</textarea>')
      expect([own.status, plain(own.text).includes('the first decision was yours')]).toEqual([403, true])
      const given = await bob.send(`${path}/second/accept`, { reason: 'mine', percent: '20', until: '2025-12-31' })
      expect([given.status, given.to]).toEqual([
        303,
        `/review/second?after=${candidate.id}&done=judged&of=${candidate.id}`,
      ])
      const [found] = await candidatesOf(world.tx, candidate.commentaryId)
      expect(found).toMatchObject({ status: 'accepted', reviewReason: 'what Ada says', reviewers: 2 })
      expect(await opinionsOn(world.tx, found?.reviewId ?? '')).toMatchObject([{ reviewer: expect.any(String) }])
      const after = plain((await bob.get(given.to ?? '')).text)
      expect(after).toContain('Your opinion is recorded.')
      expect(after).toContain('Nothing waits for a second opinion of yours')
      expect(after).toContain('no κ: κ needs 30 pairs')
      expect(plain((await bob.get('/review')).text)).toContain('They agree on 1 of 1 pair')
    }))

  test('is waited for by what was accepted late, and the desk says so until there is one', () =>
    inWorld(async (world) => {
      const { candidate, commentary, path } = await passage(world)
      const desk = deskOver(world)
      const [ada, bob] = [await desk.reviewer('ada'), await desk.reviewer('bob')]
      const { to } = await ada.send(`${path}/accept`, { reason: 'r' })
      const waits = /Accepted late: its window was over, .* It waits for a second reader/
      expect(plain((await ada.get(to ?? '')).text)).toMatch(waits)
      const at = `/review/commentaries/${commentary.id}?candidate=${candidate.id}`
      expect(plain((await ada.get(at)).text)).toMatch(waits)
      await bob.send(`${path}/second/accept`, { reason: 'mine' })
      const judged = plain((await ada.get(at)).text)
      expect(judged).toContain('A second reader has judged it since.')
      expect(judged).not.toMatch(waits)
      const inTime = await piece(world, TEXT, [{ quote: QUOTE }], { bylines: ['Ben'] })
      const [open] = inTime.candidates
      const next = await ada.send(`/review/candidates/${open?.id}/accept`, { reason: 'r' })
      const said = plain((await ada.get(next.to ?? '')).text)
      expect([said.includes('Accepted: '), said.includes('Accepted late')]).toEqual([true, false])
    }))

  test('on another one goes round through all that wait, and back to the first', () =>
    inWorld(async (world) => {
      const desk = deskOver(world)
      const [ada, bob] = [await desk.reviewer('ada'), await desk.reviewer('bob')]
      const another = async (path: string): Promise<string | undefined> =>
        /href="([^"]+)" data-key="n" rel="next"/.exec((await bob.get(path)).text)?.[1]
      const waiting = new Set<string>()
      for (const by of ['Ada', 'Ben', 'Cyd', 'Dee']) {
        const { candidate, path } = await passage(world, [by])
        await ada.send(`${path}/accept`, { reason: 'r' })
        waiting.add(`/review/second?candidate=${candidate.id}`)
        if (waiting.size === 1) expect(await another('/review/second')).toBe(undefined)
      }
      const round: string[] = []
      for (let at: string | undefined = await another('/review/second'); at && !round.includes(at); ) {
        round.push(at)
        at = await another(at)
      }
      expect(round.toSorted()).toEqual([...waiting].toSorted())
      // From one that is judged on to the one that follows, not to the first again.
      const idOf = (address = ''): string => address.slice(address.indexOf('=') + 1)
      const [second, third] = round.slice(-2)
      const given = await bob.send(`/review/candidates/${idOf(second)}/second/accept`, { reason: 'r' })
      expect((await bob.get(given.to ?? '')).text).toContain(`action="/review/candidates/${idOf(third)}/second/accept"`)
    }))

  test('that rejects opens a dispute, and what was typed wrongly is given back', () =>
    inWorld(async (world) => {
      const { path } = await passage(world)
      const desk = deskOver(world)
      const [ada, bob] = [await desk.reviewer('ada'), await desk.reviewer('bob')]
      await ada.send(`${path}/accept`, { reason: 'r' })
      const wrong = await bob.send(`${path}/second/accept`, { reason: 'words of Bob', percent: 'many' })
      expect([wrong.status, wrong.text.includes('value="words of Bob"')]).toEqual([422, true])
      expect((await bob.send(`${path}/second/reject`, { because: '2' })).status).toBe(303)
      expect(plain((await bob.get('/review')).text)).toContain('They agree on 0 of 1 pair')
      const sub = await desk.browser('sub', ['submit'])
      expect((await sub.get('/review/second')).status).toBe(403)
      expect((await sub.send(`${path}/second/reject`, { because: '1' })).status).toBe(403)
    }))
})
