import { describe, expect, test } from 'vitest'
import { confirmDispute } from '../../src/actions/disputes/confirm-dispute.ts'
import { type RuleDispute, ruleDispute } from '../../src/actions/disputes/rule-dispute.ts'
import { mergeAuthor } from '../../src/actions/predicting/link-authors.ts'
import { closeQuestion } from '../../src/actions/questions/append-resolution.ts'
import { resolveQuestion } from '../../src/actions/resolving/resolve-question.ts'
import { UNCONFIRMED } from '../../src/core/dispute.ts'
import { findDispute, listDisputes } from '../../src/storage/disputes.ts'
import { listPredictions } from '../../src/storage/predictions.ts'
import { filed, opened, outcomeOf } from '../actions/disputes/disputing.ts'
import { day, instant, inWorld, type World } from '../support/embedded.ts'
import { askFebruary, makeAuthor, NOW, plain, settleInMarch, siteOf } from './site.ts'

const HOSTILE = '<script>alert("x")</script> & <b onmouseover=alert(1)>'

/** A forecast of Ada's on rain, which came. */
const rained = async (world: World, name = 'Ada Say') => {
  const ada = await makeAuthor(world, name)
  const question = await askFebruary(world, null, 'It rains.', [{ author: ada, probability: 0.7 }])
  await settleInMarch(world, question.id, 'yes')
  return { ada, question, outcome: await outcomeOf(world, question.id) }
}

const correctTo = (world: World, questionId: string, reason: string, now = '2026-06-10') =>
  resolveQuestion(world.at(now), {
    step: 'void',
    questionId,
    voidReason: 'ambiguous',
    evidence: [],
    reason,
    correct: true,
  })

const send = async (world: World, path: string, fields: Record<string, string>) => {
  const body = new URLSearchParams(fields)
  const response = await siteOf(world).site.request(path, { method: 'POST', body })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

const received = async ({ tx }: World) => {
  const filter = { status: 'received' as const, questionId: null, confirmedOnly: false }
  return (await listDisputes(tx, filter, { limit: 50, cursor: null }, instant(`${NOW}T12:00:00.000Z`))).items
}

describe('the page of corrections', () => {
  test('says what there is when there is nothing, and how to dispute', () =>
    inWorld(async (world) => {
      const { status, text, headers } = await siteOf(world).get('/corrections')
      expect(status).toBe(200)
      expect(headers.get('content-security-policy')).toContain("form-action 'self'")
      expect(plain(text)).toContain('No outcome has been corrected.')
      expect(plain(text)).toContain('No dispute is open within its time.')
      expect(text).toContain('href="/disputes/new"')
      expect(text).not.toContain('Overdue')
      expect((await siteOf(world).get('/')).text).toContain('href="/corrections"')
    }))

  test('tells what changed, why, and what it did to whose score', () =>
    inWorld(async (world) => {
      const { question } = await rained(world)
      await correctTo(world, question.id, 'two gauges disagreed')
      const { text } = await siteOf(world).get('/corrections')
      const words = plain(text)
      expect(words).toMatch(/It rains\. Was: happened\. Now: void: ambiguous \./)
      expect(words).toMatch(/by the desk itself\s*: two gauges disagreed/)
      expect(words).toMatch(
        /Ada Say \(\s*prospective\s*, own voice\s*\): 1 forecast in 1 family, 1 happened; now 0 forecasts/,
      )
      expect(text).toContain('href="/authors/ada-say"')
    }))

  test('says between what a score ends while questions of the author are due', () =>
    inWorld(async (world) => {
      const ada = await makeAuthor(world, 'Ada Say')
      const asked: string[] = []
      for (let at = 0; at < 13; at++)
        asked.push((await askFebruary(world, null, `It rains on ${at}.`, [{ author: ada, probability: 0.7 }])).id)
      const [first = '', due = '', ...rest] = asked
      for (const id of [first, ...rest]) await settleInMarch(world, id, 'yes')
      await closeQuestion(world.at('2026-03-10'), { questionId: due, asOf: day('2026-03-10') })
      await correctTo(world, first, 'two gauges disagreed')
      const words = plain((await siteOf(world).get('/corrections')).text)
      const [before, after] = [(12 * 0.09 + 0.49) / 13, (11 * 0.09 + 0.49) / 12].map((most) => most.toFixed(4))
      expect(words).toContain(
        `12 forecasts in 12 families, 12 happened, Brier 0.0900, 1 more due: it ends between 0.0900 and ${before}`,
      )
      expect(words).toContain(
        `now 11 forecasts in 11 families, 11 happened, Brier 0.0900, 1 more due: it ends between 0.0900 and ${after}`,
      )
    }))

  test('names a correction that followed a dispute, and a statement taken out', () =>
    inWorld(async (world) => {
      const { outcome } = await rained(world)
      const one = await opened(world, { subject: outcome })
      const ruling: RuleDispute = {
        verdict: 'upheld',
        reason: 'no such gauge',
        correction: { step: 'void', voidReason: 'annulled', evidence: [] },
      }
      await ruleDispute(world.at('2026-06-01'), { disputeId: one.id, ruling })
      const ben = await makeAuthor(world, 'Ben Say')
      const snow = await askFebruary(world, null, 'It snows.', [{ author: ben, probability: 0.2 }])
      await settleInMarch(world, snow.id, 'no')
      const filter = { authorIds: [ben.id], questionId: snow.id, commentaryId: null }
      const [said] = (await listPredictions(world.tx, filter, { limit: 1, cursor: null })).items
      const two = await opened(world, { subject: { kind: 'prediction', predictionId: said?.id ?? '' } })
      await ruleDispute(world.at('2026-06-01'), { disputeId: two.id, ruling: { verdict: 'upheld', reason: 'a fake' } })
      const { text } = await siteOf(world).get('/corrections')
      const words = plain(text)
      expect(words).toMatch(/after a dispute of the judged author\s*: dispute \w+ upheld: no such gauge/)
      expect(text).toContain(`href="/disputes/${one.id}"`)
      expect(words).toMatch(/A statement of Ben Say: a fake/)
      expect(words).toMatch(/Ben Say .* 1 forecast in 1 family, 0 happened; now 0 forecasts/)
      expect(words).toContain('No dispute is open')
    }))

  test('tells what a statement taken out did, though it was said under a record that is merged', () =>
    inWorld(async (world) => {
      const [ben, alias] = [await makeAuthor(world, 'Ben Say'), await makeAuthor(world, 'B. Say')]
      const snow = await askFebruary(world, null, 'It snows.', [{ author: alias, probability: 0.2 }])
      await settleInMarch(world, snow.id, 'no')
      await mergeAuthor(world.at('2026-05-01'), { author: alias.id, into: ben.id, reason: 'one and the same' })
      const filter = { authorIds: [alias.id], questionId: snow.id, commentaryId: null }
      const [said] = (await listPredictions(world.tx, filter, { limit: 1, cursor: null })).items
      const one = await opened(world, { subject: { kind: 'prediction', predictionId: said?.id ?? '' } })
      await ruleDispute(world.at('2026-06-01'), { disputeId: one.id, ruling: { verdict: 'upheld', reason: 'a fake' } })
      const words = plain((await siteOf(world).get('/corrections')).text)
      expect(words).toMatch(
        /A statement of .*: a fake .* Ben Say .* 1 forecast in 1 family, 0 happened; now 0 forecasts/,
      )
    }))

  test('lists open disputes with the day of their ruling, overdue ones first, and counts what is not confirmed', () =>
    inWorld(async (world) => {
      const { outcome } = await rained(world)
      await opened(world, { subject: outcome, grounds: 'Late already.' }, '2026-05-20')
      await opened(world, { subject: outcome, grounds: 'Still in time.' }, '2026-06-10')
      await filed(world, { subject: outcome, grounds: 'From nobody knows whom.' }, '2026-06-11')
      const words = plain((await siteOf(world).get('/corrections')).text)
      expect(words).toMatch(/Overdue .*Late already\. .*Open disputes .*Still in time\./)
      expect(words).toMatch(/to be ruled by\s+24 Jun 2026/)
      expect(words).toContain('1 more came in and waits to be confirmed')
      expect(words).not.toContain('From nobody')
    }))

  test('goes on to older ones, and takes no cursor that it did not give', () =>
    inWorld(async (world) => {
      const { question } = await rained(world)
      for (let at = 10; at < 42; at++) await correctTo(world, question.id, `take ${at}`, `2026-05-01T12:00:${at}.000Z`)
      const { get } = siteOf(world)
      const first = await get('/corrections')
      expect(plain(first.text)).toContain('take 41')
      expect(plain(first.text)).not.toContain('take 11')
      const older = /href="(\/corrections\?cursor=[^"]+)"/.exec(first.text)?.[1] ?? ''
      expect(plain((await get(older)).text)).toContain('take 11')
      expect((await get('/corrections?cursor=nonsense')).status).toBe(404)
    }))
})

describe('the form of a dispute', () => {
  test('takes one from who has no key, and keeps it to reviewers until it is confirmed', () =>
    inWorld(async (world) => {
      const { question, outcome } = await rained(world)
      const { get } = siteOf(world)
      const form = await get(`/disputes/new?subject=${question.id}`)
      expect(form.text).toContain(`value="${question.id}"`)
      const fields = {
        subject: question.id,
        role: 'judged-author',
        grounds: 'It was hail.',
        contact: 'ada@example.org',
      }
      const answer = await send(world, '/disputes', fields)
      expect(answer.status, plain(answer.text)).toBe(303)
      const [dispute] = await received(world)
      expect(dispute).toMatchObject({ subject: outcome, grounds: 'It was hail.', role: 'judged-author' })
      const to = answer.headers.get('location') ?? ''
      expect(to).toBe(`/disputes/${dispute?.id}`)
      const page = await get(to)
      expect(plain(page.text)).toContain('It has come in and waits')
      expect(page.text).not.toMatch(/hail|example\.org/)
      await confirmDispute(world.at(NOW), { disputeId: dispute?.id ?? '', how: 'called them' })
      expect(plain((await get(to)).text)).toContain('It was hail.')
    }))

  test.each<[string, Record<string, string>, number, string]>([
    ['without a subject', { grounds: 'No.' }, 422, 'subject.predictionId'],
    ['without grounds', { subject: 'prd_00000000000000000000000000' }, 422, 'grounds'],
    ['about nothing', { subject: 'prd_00000000000000000000000000', grounds: 'No.' }, 404, 'there is no prediction'],
    [
      'about a question that is open',
      { subject: 'qst_00000000000000000000000000', grounds: 'No.' },
      422,
      'resolutionId',
    ],
    ['with a NUL', { subject: 'prd_00000000000000000000000000', grounds: 'a\u0000b' }, 422, 'NUL'],
    ['of any length', { subject: 'prd_00000000000000000000000000', grounds: 'a'.repeat(150_000) }, 413, 'too long'],
  ])('shows what is wrong with one %s, and loses nothing', (_, fields, status, wrong) =>
    inWorld(async (world) => {
      const answer = await send(world, '/disputes', { ...fields, contact: HOSTILE })
      expect(answer.status).toBe(status)
      expect(answer.text).toContain('role="alert"')
      expect(plain(answer.text)).toContain(wrong)
      expect(answer.text).not.toMatch(/<script|<b /)
      if (status !== 413) expect(answer.text).toContain('&lt;script&gt;')
    }),
  )

  test('tells from when on it takes more', () =>
    inWorld(async (world) => {
      const { question } = await rained(world)
      for (let at = 0; at < UNCONFIRMED.perSubject; at++) {
        expect((await send(world, '/disputes', { subject: question.id, grounds: `No, ${at}.` })).status).toBe(303)
      }
      const answer = await send(world, '/disputes', { subject: question.id, grounds: 'One more.' })
      expect(answer.status).toBe(429)
      expect(answer.headers.get('retry-after')).toBe('Tue, 16 Jun 2026 12:00:00 GMT')
      expect(await received(world)).toHaveLength(UNCONFIRMED.perSubject)
    }))
})

describe('a reply', () => {
  test('stands beside the verdict on the page of its author once it is confirmed, inert', () =>
    inWorld(async (world) => {
      const { outcome } = await rained(world)
      const { id } = await opened(world, { subject: outcome, role: 'other', grounds: `Hail ${HOSTILE}` })
      const answer = await send(world, `/disputes/${id}/replies`, { text: `I said rain ${HOSTILE}` })
      expect(answer.headers.get('location')).toBe(`/disputes/${id}?sent=reply`)
      const { get } = siteOf(world)
      expect(plain((await get(`/disputes/${id}?sent=reply`)).text)).toContain('Your reply has come in')
      expect((await get('/authors/ada-say')).text).not.toContain('I said rain')
      const reply = (await findDispute(world.tx, id))?.replies[0]
      await confirmDispute(world.at(NOW), { disputeId: id, replyId: reply?.id, how: 'called them' })
      const { text } = await get('/authors/ada-say')
      expect(plain(text)).toMatch(/It rains\. .*happened .*Hail .*The judged author replies, .*I said rain/)
      expect(text).not.toMatch(/<script|<b /)
    }))

  test('that is empty, or to nothing, is refused', () =>
    inWorld(async (world) => {
      const { outcome } = await rained(world)
      const { id } = await opened(world, { subject: outcome })
      const empty = await send(world, `/disputes/${id}/replies`, { text: ' ' })
      expect(empty.status).toBe(422)
      expect(empty.text).toContain('role="alert"')
      expect((await send(world, '/disputes/dsp_0/replies', { text: 'No.' })).status).toBe(404)
      expect((await siteOf(world).get('/disputes/nothing')).status).toBe(404)
    }))
})
