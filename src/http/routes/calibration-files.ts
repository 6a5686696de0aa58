import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { csvText } from '../../core/csv-text.ts'
import { themes } from '../../core/theme.ts'
import { authorAt } from '../../queries/must-find-author.ts'
import { Calibration, calibration } from '../../queries/report/calibration.ts'
import { curveRows } from '../../queries/report/curve-rows.ts'
import { keptCalibration } from '../../queries/report/pinned-report.ts'
import { keptReady } from '../../queries/report/standing-answer.ts'
import { correctedScores } from '../../storage/author-disputes.ts'
import { readsPinnedBy } from '../as-of.ts'
import type { Draws } from '../draw.ts'
import { type Env, reading } from '../env.ts'
import { inlineFile } from '../file.ts'
import { asOfAnswers, createRouter } from '../router.ts'
import { AuthorParams, CalibrationQuery, ofAuthor, partOf } from './author-query.ts'

const tags = ['authors']

/** A file in place of JSON. */
const fileAnswers = (mediaType: string, description: string, content: string) => ({
  ...ofAuthor(asOfAnswers(Calibration, description)),
  200: {
    description,
    headers: z.object({
      'Hindcast-Withheld': z.string().optional().meta({
        description: 'the rule by which the curve is withheld; left out where it is shown',
      }),
    }),
    content: { [mediaType]: { schema: z.string().meta({ description: content }) } },
  },
})

const diagramRoute = (version: string) =>
  createRoute({
    method: 'get',
    path: '/v1/authors/{id}/calibration.svg',
    operationId: 'drawCalibration',
    tags,
    summary: "Draw an author's reliability diagram",
    description:
      'The curve of the calibration report as a picture that stands alone: the line (CORP) with a dot for each of its steps, its 90 % ' +
      'consistency band, the numbers of forecasts, the mean Brier score with its interval, how many corrections moved it, and while questions are open outside entered cohorts an outline of where the line ' +
      'could still end. Its caption and figures stand in the picture and in its description. Where the curve is withheld, the ' +
      'picture says so with the rule, and the header Hindcast-Withheld names it.',
    middleware: [readsPinnedBy([version])],
    request: {
      params: AuthorParams,
      query: CalibrationQuery.extend({
        theme: z.enum(themes).default('auto').meta({ description: 'auto: as the device of the reader prefers' }),
      }),
    },
    responses: fileAnswers('image/svg+xml', 'The diagram', 'an SVG document without script'),
  })

const tableRoute = createRoute({
  method: 'get',
  path: '/v1/authors/{id}/calibration.csv',
  operationId: 'readCalibrationTable',
  tags,
  summary: "Read the curve of an author's calibration report as CSV",
  description:
    'One row for each stated probability, lowest first, at full precision: `p`, `n` forecasts settled, `hits`, `observed` = hits/n, ' +
    '`recalibrated` (isotonic regression), `band_low` and `band_high` (90 % consistency band), `lowest` and `highest` (where the ' +
    'curve could still end while questions are open), `withheld`. An empty cell has no value: what nobody has settled yet has n 0 and ' +
    'bounds alone. Where the curve is withheld there is one row, whose `withheld` names the rule, as does the header Hindcast-Withheld.',
  middleware: [readsPinnedBy(['curve-csv-1'])],
  request: { params: AuthorParams, query: CalibrationQuery },
  responses: fileAnswers('text/csv', 'The curve', 'CSV (RFC 4180) in UTF-8, with a header'),
})

type Asked = z.output<typeof CalibrationQuery>

const reportOf = async (c: Context<Env>, id: string, asked: Asked) => {
  const { reader, snapshot = null } = reading(c)
  const author = await authorAt(reader, id)
  const part = await partOf(c, asked)
  const { collection, timing, voice } = part
  const ready = snapshot || asked.as_of !== undefined ? null : await keptReady(reader, author, part)
  const report = snapshot
    ? await keptCalibration(reader, author, snapshot, part)
    : (ready ?? (await calibration(reader, { ...part, author })))
  const parts = [author.slug, 'calibration', ...(collection ? [collection.slug] : []), timing, voice]
  const rule = report.withheld.find(({ field }) => field === 'curve')?.rule
  return {
    report,
    collection,
    name: parts.join('-'),
    told: {
      ...(rule !== undefined && { 'hindcast-withheld': rule }),
      // It may be made anew while the position stays, so no tag names it.
      ...(ready && { 'cache-control': 'no-cache' }),
    },
  }
}

// The picture's own style, and nothing else; it may be shown on pages of others.
const PICTURE = {
  'content-type': 'image/svg+xml; charset=utf-8',
  'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
}

const COLUMNS = ['p', 'n', 'hits', 'observed', 'recalibrated', 'band_low', 'band_high', 'lowest', 'highest', 'withheld']

/** The curve as files: drawn, and as a table. */
export const calibrationFileRoutes = ({ drawDiagram, version }: Draws) =>
  createRouter()
    .openapi(diagramRoute(version), async (c) => {
      const { theme, ...asked } = c.req.valid('query')
      const { report, collection, name, told } = await reportOf(c, c.req.valid('param').id, asked)
      const { author, timing, voice } = report
      const corrected = await correctedScores(reading(c).reader, {
        ...{ authorId: author.id, timing, voice },
        collectionId: collection?.id ?? null,
      })
      const picture = drawDiagram({ report, collection: collection?.name ?? null, theme, corrected })
      return c.body(picture, 200, { ...PICTURE, ...inlineFile(`${name}.svg`), ...told })
    })
    .openapi(tableRoute, async (c) => {
      const { report, name, told } = await reportOf(c, c.req.valid('param').id, c.req.valid('query'))
      const rows = curveRows(report).map((row) => [
        ...[row.p, row.n, row.hits, row.observed, row.recalibrated, row.bandLow, row.bandHigh, row.lowest, row.highest],
        null,
      ])
      const rule = told['hindcast-withheld']
      const table = csvText(COLUMNS, rule === undefined ? rows : [[...COLUMNS.slice(1).map(() => null), rule]])
      return c.body(table, 200, {
        'content-type': 'text/csv; charset=utf-8; header=present',
        ...inlineFile(`${name}.csv`),
        ...told,
      })
    })
