import { describe, expect, test } from 'vitest'
import { proposeOutcome } from '../../src/actions/resolving/propose-outcome.ts'
import { recordEvent } from '../../src/actions/resolving/record-event.ts'
import { findProposal } from '../../src/storage/proposals.ts'
import { findQuestion } from '../../src/storage/questions.ts'
import { day, inWorld, type World } from '../support/embedded.ts'
import { PASSWORD } from '../support/people.ts'
import { signedIn } from './desk.ts'
import { askFebruary, makeAuthor, plain } from './site.ts'

const NOW = '2026-03-10T12:00:00.000Z'
const REPORT = 'https://example.org/report'

const happened = async (world: World, title: string): Promise<string> =>
  (await recordEvent(world.at('2026-03-01'), { title, happened: day('2026-02-25'), url: REPORT })).event.id

/** A question that its author forecast, and a "yes" proposed on it by a report. */
const proposed = async (world: World, wording = 'The <b>mill</b> closes.', name = 'Ada Say') => {
  const author = await makeAuthor(world, name)
  const question = await askFebruary(world, null, wording, [{ author, probability: 0.7 }])
  const evidence = [{ kind: 'report' as const, bearing: 'shows' as const, eventId: await happened(world, wording) }]
  const input = { questionId: question.id, outcome: 'yes' as const, evidence, rationale: 'the gazette says so' }
  const { proposal } = await proposeOutcome(world.at('2026-03-02'), input)
  return { question, proposal, path: `/review/proposals/${question.id}` }
}
const standing = async (world: World, id: string) => {
  const question = await findQuestion(world.tx, id)
  return [question?.status, question?.outcome, question?.voidReason]
}

/** What the address after a decision says: what was done, of the question of a path. */
const done = (what: string, path: string): string => `done=${what}&of=${path.slice(path.lastIndexOf('/') + 1)}`

describe('the queue of proposed resolutions', () => {
  test('shows terms and evidence side by side, and not who said what', () =>
    inWorld(async (world) => {
      const { question, path } = await proposed(world)
      const { get } = await signedIn(world, ['review', 'resolve'], NOW)
      const list = await get('/review/proposals')
      expect(list.text).toContain(`href="${path}"`)
      const page = await get(path)
      expect(page.status).toBe(200)
      expect(page.text).toContain('The &lt;b&gt;mill&lt;/b&gt; closes.')
      expect(page.text).not.toContain('<b>mill')
      const shows = plain(page.text)
      expect(shows).toMatch(
        /Proposed: yes.*Shows it.*Report.*Happened 25 Feb 2026.*source.*Rules it out.*Nothing is recorded/,
      )
      expect(shows).toContain(question.version.criteria)
      for (const { text } of [list, page]) expect(text).not.toMatch(/Ada Say|ada-say|70/)
    }))

  test('settles, and leads on to the next question that waits', () =>
    inWorld(async (world) => {
      const first = await proposed(world)
      const { question: other } = await proposed(world, 'The bridge opens.', 'Ben Say')
      const { get, send } = await signedIn(world, ['review', 'resolve'], NOW)
      const fields = { proposal: first.proposal.id, reason: 'as the gazette reports', decision: 'settle' }
      const answer = await send(`${first.path}/decisions`, fields)
      expect([answer.status, answer.location]).toEqual([
        303,
        `/review/proposals/${other.id}?${done('settle', first.path)}`,
      ])
      expect(await standing(world, first.question.id)).toEqual(['resolved', 'yes', null])
      expect(plain((await get(answer.location)).text)).toContain('It is settled.')
    }))

  test('leads on in the order of the list, and round', () =>
    inWorld(async (world) => {
      const all: Awaited<ReturnType<typeof proposed>>[] = []
      for (const name of ['One', 'Two', 'Three']) all.push(await proposed(world, `The ${name} opens.`, `${name} Say`))
      const [oldest, middle, newest] = all.map(({ path }) => path)
      const { get } = await signedIn(world, ['review', 'resolve'], NOW)
      const onwards = async (path = '') => /href="([^"]+)" data-key="n"/.exec((await get(path)).text)?.[1]
      expect([await onwards(newest), await onwards(middle), await onwards(oldest)]).toEqual([middle, oldest, newest])
    }))

  test('lists what nobody has proposed on in pages, without what has a proposal', () =>
    inWorld(async (world) => {
      const { question } = await proposed(world)
      for (let at = 0; at < 51; at++) await askFebruary(world, null, `The mill ${at} closes.`, [])
      const { get } = await signedIn(world, ['review', 'resolve'], NOW)
      const first = await get('/review/proposals')
      const [, unproposed = ''] = first.text.split('id="unproposed"')
      const [, further = ''] = /href="([^"]+)#unproposed"/.exec(unproposed) ?? []
      const [, rest = ''] = (await get(further.replaceAll('&amp;', '&'))).text.split('id="unproposed"')
      const asked = [...`${unproposed}${rest}`.matchAll(/proposals\/(qst_\w+)/g)].map(([, id]) => id)
      expect([new Set(asked).size, asked.length, asked.includes(question.id)]).toEqual([51, 51, false])
      expect((await get('/review/proposals?due=tea')).location).toBe('/review/proposals')
    }))

  test('declines, and the question waits on', () =>
    inWorld(async (world) => {
      const { question, proposal, path } = await proposed(world)
      const { send } = await signedIn(world, ['review', 'resolve'], NOW)
      const fields = { proposal: proposal.id, reason: 'it is of another mill', decision: 'decline' }
      expect((await send(`${path}/decisions`, fields)).location).toBe(`/review/proposals?${done('decline', path)}`)
      expect((await findProposal(world.tx, proposal.id))?.status).toBe('declined')
      expect((await standing(world, question.id))[1]).toBeNull()
    }))

  test('tells a second reviewer what stands, and keeps what they had typed', () =>
    inWorld(async (world) => {
      const { question, proposal, path } = await proposed(world)
      const [rita, sam] = [
        await signedIn(world, ['review', 'resolve'], NOW),
        await signedIn(world, ['review', 'resolve'], NOW, 'sam'),
      ]
      await rita.send(`${path}/decisions`, { proposal: proposal.id, reason: 'as reported', decision: 'settle' })
      const late = await sam.send(`${path}/decisions`, {
        proposal: proposal.id,
        reason: 'a <i>different</i> mill',
        decision: 'decline',
      })
      expect(late.status).toBe(409)
      expect(plain(late.text)).toMatch(/already settled.*What stands now: settled yes/)
      expect(await standing(world, question.id)).toEqual(['resolved', 'yes', null])
    }))

  test('settles by evidence of the reviewer’s own', () =>
    inWorld(async (world) => {
      const { question, path } = await proposed(world)
      const { send } = await signedIn(world, ['review', 'resolve'], NOW)
      const bare = await send(`${path}/resolutions`, {
        step: 'settle',
        outcome: 'no',
        reason: 'half typed <i>reason</i>',
      })
      expect([bare.status, plain(bare.text).includes('an outcome needs evidence')]).toEqual([422, true])
      expect(bare.text).toContain('half typed &lt;i&gt;reason&lt;/i&gt;</textarea>')
      expect(bare.text).toMatch(/value="no"[^>]*checked/)
      const shown = { title: 'The mill was saved', happened: '2026-02-20', url: `${REPORT}/saved` }
      const no = { step: 'settle', outcome: 'no', reason: 'saved for good', ...shown }
      expect((await send(`${path}/resolutions`, no)).location).toBe(`/review/proposals?${done('settle', path)}`)
      expect(await standing(world, question.id)).toEqual(['resolved', 'no', null])
    }))

  test('voids', () =>
    inWorld(async (world) => {
      const { question, path } = await proposed(world)
      const { get, send } = await signedIn(world, ['review', 'resolve'], NOW)
      const voided = await send(`${path}/resolutions`, { step: 'void', voidReason: 'annulled', reason: 'no such mill' })
      expect(voided.location).toBe(`/review/proposals?${done('void', path)}`)
      expect(await standing(world, question.id)).toEqual(['void', null, 'annulled'])
      expect(plain((await get(path)).text)).toContain('This question is void')
    }))

  test('keeps what was typed where the session is over, and goes on once somebody signs in', () =>
    inWorld(async (world) => {
      const { question, proposal, path } = await proposed(world)
      const { email, send } = await signedIn(world, ['review', 'resolve'], NOW)
      const fields = { proposal: proposal.id, reason: 'typed at <i>length</i>', decision: 'settle' }
      const over = await send(`${path}/decisions`, fields, { cookie: '' })
      expect(over.status).toBe(401)
      expect(over.text).toContain('typed at &lt;i&gt;length&lt;/i&gt;</textarea>')
      expect((await standing(world, question.id))[1]).toBeNull()
      const entering = { ...fields, 'sign-in-email': email, 'sign-in-password': PASSWORD }
      expect((await send(`${path}/decisions`, entering, { cookie: '' })).location).toBe(
        `/review/proposals?${done('settle', path)}`,
      )
      expect(await standing(world, question.id)).toEqual(['resolved', 'yes', null])
    }))

  test('is for who may review and resolve, and takes no form of another site', () =>
    inWorld(async (world) => {
      const { question, proposal, path } = await proposed(world)
      const { get } = await signedIn(world, ['review'], NOW)
      expect((await get('/review/proposals')).status).toBe(403)
      const { send } = await signedIn(world, ['review', 'resolve'], NOW, 'sam')
      const fields = { proposal: proposal.id, reason: 'x', decision: 'settle' }
      expect((await send(`${path}/decisions`, fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
      expect((await standing(world, question.id))[1]).toBeNull()
      expect((await send('/review/proposals/qst_nothing/decisions', fields)).status).toBe(404)
    }))
})
