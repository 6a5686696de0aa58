import { describe, expect, test } from 'vitest'
import { reviewCandidate } from '../../src/actions/predicting/review-candidate.ts'
import type { Candidate } from '../../src/core/commentary.ts'
import { findCandidate } from '../../src/storage/candidates.ts'
import { findPrediction } from '../../src/storage/predictions.ts'
import { findQuestion } from '../../src/storage/questions.ts'
import { acceptance, REJECTIONS } from '../../src/web/review/reasons.ts'
import { inWorld, type World } from '../support/embedded.ts'
import { PASSWORD } from '../support/people.ts'
import { deskOver, endAllSessions, piece } from './review-desk.ts'
import { plain } from './site.ts'

const TEXT = `Rain will likely fall by March.

The mill will probably close this year, and the port will likely follow.`
const RAIN = { quote: 'Rain will likely fall by March.' }
const MILL = { quote: 'The mill will probably close this year' }
const BOTH = { quote: 'The mill will probably close this year, and the port will likely follow.' }

const at = (commentaryId: string, query = '') => `/review/commentaries/${commentaryId}${query}`
const accept = ({ id }: { id: string }) => `/review/candidates/${id}/accept`
const reject = ({ id }: { id: string }) => `/review/candidates/${id}/reject`

const three = async (world: World) => {
  const { commentary, candidates } = await piece(world, TEXT, [RAIN, MILL, BOTH])
  const [rain, first, second] = candidates
  if (!rain || !first || !second) throw new Error('three were found')
  return {
    commentary,
    rain,
    mill: [first, second].find(({ quote }) => quote === MILL.quote) as Candidate,
    both: [first, second].find(({ quote }) => quote === BOTH.quote) as Candidate,
    candidates,
  }
}

const standing = async (world: World, id: string) => {
  const candidate = await findCandidate(world.tx, id)
  const prediction = candidate?.predictionId ? await findPrediction(world.tx, candidate.predictionId) : null
  const question = prediction ? await findQuestion(world.tx, prediction.questionId) : null
  return { candidate, prediction, question }
}

describe('the desk', () => {
  test('lists commentaries by what waits longest, with how many do, until nothing does', () =>
    inWorld(async (world) => {
      const { get, send } = await deskOver(world).reviewer()
      expect(plain((await get('/review')).text)).toContain('No candidate waits for a review.')
      const { commentary, candidates } = await three(world)
      const other = await piece(world, 'Snow will likely fall.', [{ quote: 'Snow will likely fall.' }])
      const { text } = await get('/review')
      expect(text.indexOf(commentary.id)).toBeLessThan(text.indexOf(other.commentary.id))
      expect(text).toContain('<td class="n">3</td>')
      for (const one of candidates) await send(reject(one), { because: '1' })
      expect((await get('/review')).text).not.toContain(commentary.id)
      expect(plain((await get(at(commentary.id))).text)).toContain('Nothing waits here')
    }))

  test('marks each candidate in place, overlapping ones too, and keeps the paragraphs', () =>
    inWorld(async (world) => {
      const { commentary, mill, both, rain } = await three(world)
      const { get } = await deskOver(world).reviewer()
      const { text } = await get(at(commentary.id, `?candidate=${both.id}`))
      const article = /<article[\s\S]*<\/article>/.exec(text)?.[0] ?? ''
      expect(article.match(/<p dir="auto">/g)).toHaveLength(2)
      expect(article).toContain(`candidate=${rain.id}" title="pending">Rain will likely fall by March.</a>`)
      expect(article).toContain(
        `<mark id="passage" class="current"><a href="/review/commentaries/${commentary.id}?candidate=${mill.id}" title="pending, overlaps another">The mill will probably close this year</a></mark><mark class="current">, and the port will likely follow.</mark>`,
      )
      expect(plain(article)).toContain('The mill will probably close this year , and the port will likely follow.')
    }))

  test('accepts what was found as it stands, and goes on to the next that waits', () =>
    inWorld(async (world) => {
      const { commentary, rain, candidates } = await three(world)
      const { get, send } = await deskOver(world).reviewer()
      const { text } = await get(at(commentary.id))
      expect(text).toContain(`action="${accept(rain)}"`)
      expect(text).toContain(`value="${acceptance(rain)}"`)
      const answer = await send(accept(rain), {
        claim: rain.claim,
        orientation: 'as-worded',
        place: '',
        reason: acceptance(rain),
      })
      expect([answer.status, answer.to]).toEqual([
        303,
        at(commentary.id, `?candidate=${candidates[1]?.id}&last=${rain.id}`),
      ])
      const { candidate, prediction, question } = await standing(world, rain.id)
      expect(candidate).toMatchObject({ status: 'accepted', reviewReason: 'a forecast in the voice of its author' })
      expect(prediction?.form).toBe('phrase:likely:+')
      expect(question?.version).toMatchObject({ wording: rain.claim, orientation: 'as-worded' })
      const next = plain((await get(answer.to ?? '')).text)
      expect(next).toContain('Accepted: “ Rain will likely fall by March. ”')
      expect(next).toContain('Candidate 2 of 3')
    }))

  test('takes another claim and the event turned round, of which the words then say the opposite', () =>
    inWorld(async (world) => {
      const { rain } = await three(world)
      const { send } = await deskOver(world).reviewer()
      const typed = {
        claim: 'It rains in Velmark.\r\nBy March 2026.',
        orientation: 'opposite',
        criteria: 'A station tells.',
        reason: 'why',
      }
      expect((await send(accept(rain), typed)).status).toBe(303)
      const { prediction, question } = await standing(world, rain.id)
      expect(question?.version).toMatchObject({
        wording: 'It rains in Velmark.\nBy March 2026.',
        orientation: 'opposite',
        criteria: 'A station tells.',
      })
      expect(prediction?.form).toBe('phrase:likely:-')
    }))

  test('takes what was read otherwise: the number, the days, and who says so', () =>
    inWorld(async (world) => {
      const { rain, mill, both, commentary } = await three(world)
      const { get, send } = await deskOver(world).reviewer()
      const shown = { phrase: 'likely', percent: '', from: '2026-01-02', until: '2026-12-31', attribution: 'own' }
      const { text } = await get(at(commentary.id))
      expect(text).toContain('<option value="likely" selected="">likely</option>')
      expect(text).toContain('name="until" type="date" value="2026-12-31"')
      const typed = { ...shown, percent: '12,5 %', until: '2026-03-31', attribution: 'quoted', claimant: 'Mara Velden' }
      expect((await send(accept(rain), { ...typed, reason: 'r' })).status).toBe(303)
      const read = await standing(world, rain.id)
      expect(read.prediction).toMatchObject({ form: 'micro:125000', attribution: 'quoted' })
      expect(read.question?.version).toMatchObject({
        windowStart: '2026-01-02',
        windowEnd: '2026-03-31',
        windowSource: 'stated',
      })
      expect(read.candidate?.corrections).toMatchObject({ claimant: { from: null, to: 'Mara Velden' } })
      const said = [
        [{ percent: 'many' }, 'the number said:'],
        [{ from: '2026-05-01', until: '2026-04-01' }, 'the window ends before it starts'],
        [{ until: '' }, 'the last day:'],
        [{ attribution: 'quoted' }, 'somebody'],
      ] as const
      for (const [wrong, why] of said) {
        const refused = await send(accept(mill), { ...shown, ...wrong, reason: 'r' })
        expect([refused.status, plain(refused.text).includes(why)], why).toEqual([422, true])
      }
      expect((await send(accept(both), { ...shown, phrase: 'unlikely', reason: 'r' })).status).toBe(303)
      expect((await standing(world, both.id)).prediction?.form).toBe('phrase:unlikely:+')
    }))

  test('joins the question that is picked, or the one that is named', () =>
    inWorld(async (world) => {
      const { rain, mill, both, commentary } = await three(world)
      const { get, send } = await deskOver(world).reviewer()
      await send(accept(rain), { reason: 'first' })
      const { question } = await standing(world, rain.id)
      const later = await piece(world, 'So much. Rain will likely fall by March.', [RAIN])
      const { text } = await get(at(later.commentary.id))
      expect(text).toMatch(new RegExp(`value="${question?.id}"[^>]*data-key="j1"`))
      const [again] = later.candidates
      if (!again || !question) throw new Error('nothing to join')
      await send(accept(again), { claim: again.claim, orientation: 'as-worded', place: question.id, reason: 'again' })
      expect((await standing(world, again.id)).question?.id).toBe(question.id)
      const refused = await send(accept(mill), {
        place: 'other',
        question: 'nothing',
        reason: 'r',
        claim: 'My own words',
      })
      expect(refused.status).toBe(422)
      expect(plain(refused.text)).toContain('the question:')
      expect(refused.text).toContain('My own words')
      expect((await send(accept(both), { place: 'other', question: question.id, said: '-', reason: 'r' })).status).toBe(
        303,
      )
      const joined = await standing(world, both.id)
      expect([joined.question?.id, joined.prediction?.form]).toEqual([question.id, 'phrase:likely:-'])
      expect((await get(at(commentary.id, `?candidate=${mill.id}`))).status).toBe(200)
    }))

  test('rejects for a standard reason or one that is written, and for none', () =>
    inWorld(async (world) => {
      const { rain, mill, both } = await three(world)
      const { send } = await deskOver(world).reviewer()
      await send(reject(rain), { because: '2', why: 'typed and left' })
      expect((await standing(world, rain.id)).candidate).toMatchObject({
        status: 'rejected',
        reviewReason: REJECTIONS[1],
      })
      await send(reject(mill), { why: 'A line of a play.' })
      expect((await standing(world, mill.id)).candidate?.reviewReason).toBe('A line of a play.')
      const none = await send(reject(both), { why: '  ' })
      expect([none.status, plain(none.text).includes('the reason: say why')]).toEqual([422, true])
      expect((await standing(world, both.id)).candidate?.status).toBe('pending')
    }))

  test('shows nothing of what came of a question beside a candidate', () =>
    inWorld(async (world) => {
      const { rain } = await three(world)
      const { get, send } = await deskOver(world).reviewer()
      await send(accept(rain), { reason: 'first' })
      const later = await piece(world, 'So much. Rain will likely fall by March.', [RAIN])
      await world.tx.execute(`update questions set status = 'due'`)
      const before = await get(at(later.commentary.id))
      expect(before.text).toContain('data-key="j1"')
      await world.tx.execute(`update questions set status = 'resolved', outcome = 'yes'`)
      expect((await get(at(later.commentary.id))).text).toBe(before.text)
    }))
})

describe('who may not review', () => {
  test('is told so, and nothing is taken', () =>
    inWorld(async (world) => {
      const { commentary, rain } = await three(world)
      const { get, send } = await deskOver(world).browser('sub', ['read', 'submit'])
      for (const path of ['/review', at(commentary.id), `/review/candidates/${rain.id}`]) {
        expect((await get(path)).status, path).toBe(403)
      }
      const answer = await send(accept(rain), { reason: 'r' })
      expect([answer.status, plain(answer.text).includes('can give it the scope review')]).toEqual([403, true])
      expect(answer.text).not.toContain('Rain')
      expect((await standing(world, rain.id)).candidate?.status).toBe('pending')
    }))

  test('is asked to sign in first', () =>
    inWorld(async (world) => {
      const { commentary } = await three(world)
      const { site } = deskOver(world)
      const answer = await site.request(at(commentary.id))
      expect([answer.status, answer.headers.get('location')]).toEqual([
        303,
        `/sign-in?next=${encodeURIComponent(at(commentary.id))}`,
      ])
    }))

  test('cannot have a page of elsewhere review for somebody who may', () =>
    inWorld(async (world) => {
      const { rain } = await three(world)
      const { send } = await deskOver(world).reviewer()
      for (const headers of [{ 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }]) {
        expect((await send(accept(rain), { reason: 'r' }, headers)).status).toBe(403)
      }
      expect((await standing(world, rain.id)).candidate?.status).toBe('pending')
    }))
})

describe('a session that ends in the middle of a review', () => {
  const typed = { claim: 'Typed <b>with care</b>', orientation: 'opposite', place: '', reason: 'because' }

  test('loses nothing: the page that answers signs in and goes on with what was typed', () =>
    inWorld(async (world) => {
      const { rain } = await three(world)
      const { send, email } = await deskOver(world).reviewer()
      await endAllSessions(world)
      const over = await send(accept(rain), typed)
      expect(over.status).toBe(401)
      expect(over.text).toContain(`action="${accept(rain)}"`)
      expect(over.text).toContain('<textarea name="claim" hidden="">\nTyped &lt;b&gt;with care&lt;/b&gt;</textarea>')
      expect((await standing(world, rain.id)).candidate?.status).toBe('pending')
      const wrong = await send(accept(rain), {
        ...typed,
        'sign-in-email': email,
        'sign-in-password': 'no such password',
      })
      expect([wrong.status, wrong.text.includes('name="claim"'), wrong.text.includes('no such password')]).toEqual([
        401,
        true,
        false,
      ])
      const on = await send(accept(rain), { ...typed, 'sign-in-email': email, 'sign-in-password': PASSWORD })
      expect([on.status, on.headers.get('set-cookie')?.includes('HttpOnly')]).toEqual([303, true])
      const { candidate, question } = await standing(world, rain.id)
      expect([candidate?.status, question?.version.wording]).toEqual(['accepted', 'Typed <b>with care</b>'])
    }))

  test('does not let somebody go on who may not review', () =>
    inWorld(async (world) => {
      const { rain } = await three(world)
      const { send } = await deskOver(world).reviewer()
      const { email } = await deskOver(world).browser('sub', ['submit'])
      await endAllSessions(world)
      const on = await send(accept(rain), { ...typed, 'sign-in-email': email, 'sign-in-password': PASSWORD })
      expect(on.status).toBe(403)
      expect((await standing(world, rain.id)).candidate?.status).toBe('pending')
    }))
})

describe('two reviewers at once', () => {
  test('decide once: the other sees what stands, and what they had typed', () =>
    inWorld(async (world) => {
      const { rain, candidates, commentary } = await three(world)
      const desk = deskOver(world)
      const [ada, bob] = [await desk.reviewer('ada'), await desk.reviewer('bob')]
      expect((await ada.send(reject(rain), { because: '1' })).status).toBe(303)
      const late = await bob.send(accept(rain), { claim: 'Words of Bob', reason: 'reasons of Bob' })
      expect(late.status).toBe(409)
      const said = plain(late.text)
      expect(said).toContain('It was decided while it was on your desk.')
      expect(said).toContain(`It is rejected : ${REJECTIONS[0]}`)
      expect(said).toContain('Words of Bob')
      expect(said).toContain('reasons of Bob')
      expect(late.text).toContain(`${at(commentary.id)}?candidate=${candidates[1]?.id}" data-key="n"`)
      expect((await standing(world, rain.id)).candidate?.status).toBe('rejected')
    }))
})

describe('texts of others', () => {
  const HOSTILE = '</textarea><script>alert("x")</script> & <b onmouseover=alert(1)>'

  test('are inert, legible, and leave the policy of the page as it is', () =>
    inWorld(async (world) => {
      const quote = `The ${HOSTILE} mill ${'very'.repeat(99)}long \u202e will likely close 🥖.`
      const { commentary, candidates } = await piece(
        world,
        `Before. ${quote} After.`,
        [{ quote, found: { claimant: HOSTILE, attribution: 'quoted' } }],
        {
          title: `A ${HOSTILE}`,
          bylines: [`Ida ${HOSTILE}`.slice(0, 300)],
        },
      )
      const [candidate] = candidates
      if (!candidate) throw new Error('nothing found')
      const { get, send } = await deskOver(world).reviewer()
      const refused = await send(accept(candidate), { claim: HOSTILE, criteria: HOSTILE, reason: ' ', place: HOSTILE })
      expect(refused.status).toBe(422)
      for (const { text, headers } of [await get('/review'), await get(at(commentary.id)), refused]) {
        expect(text).not.toMatch(/<script>|<b /)
        expect(text.match(/<script/g)).toHaveLength(1)
        expect(text).toMatch(/<script src="\/review\.js\?v=\w+" defer="">/)
        expect(text).not.toMatch(/ style=| on[a-z]+="/)
        expect(headers.get('content-security-policy')).toBe(
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
        )
        expect(headers.get('cache-control')).toBe('no-store')
      }
      expect(/<article[\s\S]*<\/article>/.exec((await get(at(commentary.id))).text)?.[0]).not.toContain('\u202e')
    }))

  test('are shown whole where ten thousand words hold three hundred passages', () =>
    inWorld(async (world) => {
      const quotes = Array.from({ length: 300 }, (_, n) => `Mill number ${n} will likely close.`)
      const text = quotes.map((quote) => `${'Words and words go by here. '.repeat(5)}${quote}`).join('\n\n')
      const { commentary } = await piece(
        world,
        text,
        quotes.map((quote) => ({ quote })),
      )
      const { get } = await deskOver(world).reviewer()
      const { text: page } = await get(at(commentary.id))
      expect(page.match(/<mark/g)).toHaveLength(300)
      expect(page.match(/<p dir="auto">/g)).toHaveLength(300)
    }))
})

test('a commentary or a candidate that is not there is said not to be', () =>
  inWorld(async (world) => {
    const { commentary } = await three(world)
    const { get, send } = await deskOver(world).reviewer()
    for (const path of [at('nothing'), at(commentary.id, '?candidate=nothing'), '/review/candidates/nothing']) {
      expect((await get(path)).status, path).toBe(404)
    }
    expect((await send('/review/candidates/nothing/accept', { reason: 'r' })).status).toBe(404)
    expect((await get('/review?cursor=nothing')).status).toBe(422)
  }))

test('the script comes under an address that changes with it, and no other page names it', () =>
  inWorld(async (world) => {
    const { get } = await deskOver(world).reviewer()
    const href = /src="(\/review\.js\?v=\w+)"/.exec((await get('/review')).text)?.[1] ?? ''
    const { status, headers } = await get(href)
    expect([status, headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8'])
    expect(headers.get('cache-control')).toContain('immutable')
    for (const path of ['/', '/account', '/docs']) {
      const page = await get(path)
      expect(page.text, path).not.toContain('<script')
      expect(page.headers.get('content-security-policy'), path).not.toContain('script-src')
    }
  }))

test('a decision by the API stands on the desk', () =>
  inWorld(async (world) => {
    const { commentary, rain } = await three(world)
    await reviewCandidate(world.at('2026-01-04'), {
      candidateId: rain.id,
      review: { decision: 'accept', reason: 'by the API' },
    })
    const { get } = await deskOver(world).reviewer()
    const said = plain((await get(at(commentary.id, `?candidate=${rain.id}`))).text)
    expect(said).toContain('It is accepted : by the API')
  }))

describe('what was decided', () => {
  test('is taken back by who decided it, and waits again', () =>
    inWorld(async (world) => {
      const { rain, commentary } = await three(world)
      const desk = deskOver(world)
      const [ada, bob] = [await desk.reviewer('ada'), await desk.reviewer('bob')]
      const { to } = await ada.send(accept(rain), { reason: 'r' })
      const undo = `/review/candidates/${rain.id}/undo`
      expect((await ada.get(to ?? '')).text).toContain(`action="${undo}"`)
      const refused = await bob.send(undo, {})
      expect([refused.status, plain(refused.text).includes('somebody else decided this')]).toEqual([403, true])
      expect((await standing(world, rain.id)).candidate?.status).toBe('accepted')
      const back = await ada.send(undo, {})
      expect([back.status, back.to]).toEqual([303, at(commentary.id, `?candidate=${rain.id}&last=${rain.id}`)])
      expect((await standing(world, rain.id)).candidate?.status).toBe('pending')
      expect(plain((await ada.get(back.to ?? '')).text)).toContain('It waits again')
      expect((await ada.get('/review')).text).toContain('<td class="n">3</td>')
      expect((await ada.send(undo, {})).status).toBe(409)
    }))
})
