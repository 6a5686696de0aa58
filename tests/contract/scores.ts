import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { Author } from '../../src/core/author.ts'
import { AuthorScores } from '../../src/queries/report/author-scores.ts'
import { definitionOf } from '../../src/queries/report/definitions.ts'
import { AuthorOverTime } from '../../src/queries/report/over-time.ts'
import { ScoreRow } from '../../src/queries/report/score-row.ts'
import { ScoreMonth } from '../../src/queries/report/score-series.ts'
import { VERSIONS, Versions } from '../../src/queries/report/versions.ts'
import { type Api, bodyOf, expectProblem, mark } from './api.ts'
import { accept, calibrationOf, predictionOn, proposeAndSettle, recordEvent, recordForecasts } from './steps.ts'

const Strict = AuthorScores.strict().extend({
  scores: z.array(ScoreRow.strict()),
  series: z.array(ScoreMonth.strict()),
  versions: Versions.strict(),
})
const StrictOverTime = AuthorOverTime.strict().extend({
  scores: z.array(ScoreRow.strict()),
  inputs: AuthorOverTime.shape.inputs.strict(),
  versions: Versions.strict(),
})
const Problem = z.strictObject({
  code: z.string(),
  detail: z.string(),
  remedy: z.string(),
  fields: z.array(z.unknown()),
})
const Many = z.strictObject({
  items: z.array(z.strictObject({ author: z.string(), scores: Strict.nullable(), problem: Problem.nullable() })),
  versions: Versions.strict(),
  asOf: z.string(),
  snapshot: z.null(),
})
const RETRO = 'timing=retrospective'

/** An author with one forecast that came true, and one of may. */
const settled = async (api: Api) => {
  const { candidates } = await recordForecasts(api, [`mill ${mark()}`, `bank ${mark()}`])
  const first = await accept(api, candidates[0]?.id ?? '')
  await accept(api, candidates[1]?.id ?? '')
  await proposeAndSettle(api, first.id, await recordEvent(api))
  return (await predictionOn(api, first.id)).authorId
}
const rowOf = ({ scores }: AuthorScores, measure: string) => scores.find((row) => row.measure === measure)

const oneContract = (api: Api): void => {
  it('say the same as the calibration report, a row a measure, each as its definition says', async () => {
    const id = await settled(api)
    const scores = bodyOf(await api.get(`/v1/authors/${id}/scores?${RETRO}`), 200, Strict)
    const report = await calibrationOf(api, id)
    expect(scores.author).toEqual(report.author)
    expect(rowOf(scores, 'n')).toMatchObject({ value: report.n, families: report.families, withheld: [] })
    expect(rowOf(scores, 'hits')?.value).toBe(report.hits)
    expect(rowOf(scores, 'brier')).toMatchObject({
      value: null,
      withheld: report.withheld.filter(({ field }) => field === 'brier'),
    })
    for (const { measure, unit, direction, target, value, withheld, missing } of scores.scores) {
      expect({ unit, direction, target }).toEqual(
        (({ unit, direction, target }) => ({ unit, direction, target }))(definitionOf(measure)),
      )
      expect(value === null, measure).toBe(withheld.length + missing.length > 0)
    }
    expect(report.pending).toBeLessThanOrEqual(1)
    expect(scores.series).toMatchObject([
      { month: '2024-12', due: report.n + report.pending, n: 1, hits: 1, brier: null },
    ])
    expect(scores.series[0]?.withheld[0]?.rule).toContain('a trend over time needs 300 families')
    expect((await api.get(scores.counts)).status).toBe(200)
    expect(scores.versions).toEqual(VERSIONS)
  })

  it('of who has nothing due are empty and say why', async () => {
    const body = { name: `Nemo ${mark()}`, kind: 'model' }
    const { author } = bodyOf(
      await api.post('/v1/authors', 'submit', body),
      201,
      z.object({ author: Author, created: z.boolean() }),
    )
    const scores = bodyOf(await api.get(`/v1/authors/${author.slug}/scores`), 200, Strict)
    expect(scores.series).toEqual([])
    expect(rowOf(scores, 'n')?.value).toBe(0)
    expect(rowOf(scores, 'hits')).toMatchObject({
      value: null,
      withheld: [{ field: 'hits', rule: expect.stringContaining('needs 1 family') }],
    })
    expect(rowOf(scores, 'hedgeShare')).toMatchObject({
      value: null,
      missing: [{ field: 'hedgeShare', reason: 'nothing has come due' }],
    })
  })

  it('refuse what they do not know', async () => {
    expectProblem(await api.get('/v1/authors/nobody-at-all/scores'), 404, 'not-found', ['id'])
    const id = await settled(api)
    expectProblem(await api.get(`/v1/authors/${id}/scores?timing=later`), 422, 'invalid-input', ['timing'])
    expectProblem(await api.get(`/v1/authors/${id}/scores?collection=none-such`), 404, 'not-found', ['collection'])
    const then = await api.get(`/v1/authors/${id}/scores?${RETRO}&as_of=0`)
    expect(then.headers.get('hindcast-position')).toBe('0')
    expect(rowOf(bodyOf(then, 200, Strict), 'n')?.value).toBe(0)
  })
}

const overTimeContract = (api: Api): void => {
  it('are asked for by themselves, a row a measure, each as its definition says', async () => {
    const id = await settled(api)
    const answer = await api.get(`/v1/authors/${id}/over-time?${RETRO}`)
    const { scores, inputs, ...rest } = bodyOf(answer, 200, StrictOverTime)
    for (const { measure, unit, value, withheld, missing } of scores) {
      expect(unit).toBe(definitionOf(measure).unit)
      expect(value === null, measure).toBe(withheld.length + missing.length === 1)
    }
    // The window of the other one is over, whether the job that closes it has come by or not.
    expect(inputs).toMatchObject({ n: 1, families: 1, pending: 1, updated: 0, others: 0 })
    expect(rest).toMatchObject({ author: { id }, timing: 'retrospective', collectionId: null, versions: VERSIONS })
  })

  it('refuse what they do not know', async () => {
    expectProblem(await api.get('/v1/authors/nobody-at-all/over-time'), 404, 'not-found', ['id'])
    const id = await settled(api)
    expectProblem(await api.get(`/v1/authors/${id}/over-time?timing=later`), 422, 'invalid-input', ['timing'])
    const then = await api.get(`/v1/authors/${id}/over-time?${RETRO}&as_of=0`)
    expect(bodyOf(then, 200, StrictOverTime).inputs.n).toBe(0)
  })
}

const manyContract = (api: Api): void => {
  it('of several come at once, the same as of each alone, and tell who is unknown', async () => {
    const [first, second] = [await settled(api), await settled(api)]
    const path = `/v1/scores?author=${first}&author=nobody-at-all&author=${second}&${RETRO}`
    const { items } = bodyOf(await api.get(path), 200, Many)
    expect(items.map(({ author }) => author)).toEqual([first, 'nobody-at-all', second])
    for (const { author, scores } of [items[0], items[2]].flatMap((one) => one ?? [])) {
      const { asOf: _, ...alone } = bodyOf(await api.get(`/v1/authors/${author}/scores?${RETRO}`), 200, Strict)
      expect(scores).toMatchObject(alone)
    }
    expect(items[1]).toMatchObject({ scores: null, problem: { code: 'not-found' } })
  })

  it('of nobody, or of too many, are refused', async () => {
    expectProblem(await api.get('/v1/scores'), 422, 'invalid-input', ['author'])
    const many = Array.from({ length: 101 }, (_, at) => `author=a${at}`).join('&')
    expectProblem(await api.get(`/v1/scores?${many}`), 422, 'invalid-input', ['author'])
  })
}

/** Flat scores for dashboards. */
export const scoresContract = (api: Api): void => {
  describe('flat scores', () => {
    oneContract(api)
    describe('over time', () => overTimeContract(api))
    manyContract(api)
  })
}
