import { expect, it } from 'vitest'
import { submitPrediction } from '../../src/actions/predicting/submit-prediction.ts'
import { undoReview } from '../../src/actions/predicting/undo-review.ts'
import { changeTopics } from '../../src/actions/questions/change-topics.ts'
import { sealFacts } from '../../src/actions/seal-facts.ts'
import { accepted } from '../actions/story.ts'
import { inWorld, type World } from '../support/embedded.ts'
import { askFebruary, makeAuthor, siteOf } from '../web/site.ts'

const RAIN = { on: '2026-02-01', quote: 'It will likely rain by the end of February.', end: '2026-02-28' }
const WET = { ...RAIN, on: '2026-02-02', quote: 'A drenched month is likely.' }

/** Two statements on one question, of which the second was taken back: the answers of the API say what was made of it. */
const oneUndone = async (world: World) => {
  const stands = await accepted(world, RAIN)
  const slip = await accepted(world, { ...WET, review: { questionId: stands.question.id } })
  const read = async (path: string) => {
    const { status, text } = await siteOf(world).get(path)
    expect([path, status]).toEqual([path, 200])
    return { text, data: JSON.parse(text) }
  }
  const undo = () => undoReview(world.at('2026-02-03'), { candidateId: slip.candidate.id, reason: 'read wrongly' })
  return { stands, slip, read, undo }
}

it('answers by its id that an acceptance was undone, when and why, without the quote', () =>
  inWorld(async (world) => {
    const { slip, stands, read, undo } = await oneUndone(world)
    const path = `/v1/predictions/${slip.prediction.id}`
    expect((await read(path)).data).toMatchObject({ takenBack: null, quote: WET.quote })
    await undo()
    const { data } = await read(path)
    expect(data).toMatchObject({
      takenBack: { reason: 'read wrongly', recordedAt: '2026-02-03T12:00:00.000Z' },
      quote: null,
      form: slip.prediction.form,
    })
    expect((await read(`/v1/predictions/${data.takenBack.predictionId}`)).data).toMatchObject({
      act: 'mistake',
      refersTo: slip.prediction.id,
      takenBack: null,
    })
    expect((await read(`/v1/predictions/${stands.prediction.id}`)).data).toMatchObject({
      takenBack: null,
      quote: RAIN.quote,
    })
  }))

it('lists all of it marked, what was taken back alone, or what was said', () =>
  inWorld(async (world) => {
    const { stands, slip, read, undo } = await oneUndone(world)
    await undo()
    const ids = async (query: string): Promise<string[]> =>
      (await read(`/v1/predictions?${query}`)).data.items.map(({ id }: { id: string }) => id)
    expect(await ids('limit=10')).toHaveLength(3)
    expect(await ids('taken_back=true')).toEqual([slip.prediction.id])
    expect(await ids('taken_back=false')).toEqual([stands.prediction.id])
    const { text, data } = await read('/v1/predictions')
    expect(text).not.toContain('drenched')
    expect(data.items.map(({ takenBack }: { takenBack: unknown }) => takenBack !== null).sort()).toEqual([
      false,
      false,
      true,
    ])
  }))

it('finds it by no word of its quote, nor tells its words in feeds and changes', () =>
  inWorld(async (world) => {
    const { stands, read, undo } = await oneUndone(world)
    const { authorId } = stands.prediction
    await changeTopics(world.at('2026-02-02'), {
      questionId: stands.question.id,
      change: { add: ['weather'], reason: 'it is' },
    })
    const search = '/v1/search?q=drenched&kind=prediction'
    const feeds = [`/v1/authors/${authorId}/feed.json`, '/v1/topics/weather/feed.json']
    const changes = `/v1/changes?kind=prediction`
    const all = async () => {
      while (!(await sealFacts(world.at('2026-02-04'), {})).done);
      return Promise.all([search, changes, ...feeds].map(async (path) => (await read(path)).text))
    }
    for (const text of await all()) expect(text).toContain('drenched')
    await undo()
    const [found, ...told] = await all()
    expect(JSON.parse(found ?? '').items).toEqual([])
    for (const text of told) {
      expect(text).not.toContain('drenched')
      expect(text).toContain('will likely rain')
    }
    for (const text of told.slice(1)) expect(text).toContain('Taken back, recorded of Ada by mistake: ')
  }))

it('leaves to who submits a slip their own words, and says that it is one', () =>
  inWorld(async (world) => {
    const ada = await makeAuthor(world, 'Ada')
    const forecast = { author: ada, probability: 0.02, rationale: 'Dry, I think.' }
    const question = await askFebruary(world, null, 'It thaws.', [forecast])
    const { text } = await siteOf(world).get(`/v1/predictions?question=${question.id}`)
    const [said] = JSON.parse(text).items
    await submitPrediction(world.at('2026-02-01'), { act: 'mistake', corrects: said.id })
    const read = JSON.parse((await siteOf(world).get(`/v1/predictions/${said.id}`)).text)
    expect(read).toMatchObject({ takenBack: { reason: null }, quote: said.quote })
  }))
