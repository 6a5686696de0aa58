import { cpus } from 'node:os'
import { performance } from 'node:perf_hooks'
import { unstable_dev } from 'wrangler'
import { pieces } from './texts.ts'

/**
 * The time one article of about 10 KB takes the built-in pipeline inside workerd. Its clock stands still while it computes,
 * so the time is taken outside, around requests that read an article many times, less a request that reads it not at all.
 */
const [READINGS, ROUNDS] = [10, 7]

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

// Without a network and without a database: the extractor needs neither, but the configuration is that of the product.
process.env['CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE'] ??= 'postgres://none:none@127.0.0.1:5432/none'
process.env['CLOUDFLARE_CF_FETCH_ENABLED'] = 'false'
process.env['WRANGLER_SEND_METRICS'] = 'false'
const worker = await unstable_dev('bench/edge-worker.ts', {
  config: 'wrangler.toml',
  ip: '127.0.0.1',
  logLevel: 'error',
  experimental: { disableExperimentalWarning: true },
})

const timed = async (text: string, times: number): Promise<number> => {
  const start = performance.now()
  const response = await worker.fetch(`http://bench.test/?times=${times}`, { method: 'POST', body: text })
  if (!response.ok) throw new Error(`the worker answered ${response.status}: ${await response.text()}`)
  await response.text()
  return performance.now() - start
}

try {
  const articles = pieces(10_000)
  // Compiled code and the model's own words: a worker that has served a few requests.
  for (const article of articles) await timed(article, READINGS)
  const perArticle: number[] = []
  for (const article of articles) {
    const readings: number[] = []
    for (let round = 0; round < ROUNDS; round++)
      readings.push(((await timed(article, READINGS)) - (await timed(article, 0))) / READINGS)
    perArticle.push(median(readings))
  }
  const size = articles.reduce((sum, article) => sum + article.length, 0) / articles.length / 1000
  console.log(`${cpus()[0]?.model ?? 'unknown processor'}, workerd`)
  console.log(
    `${articles.length} articles of ${size.toFixed(1)} KB: median ${median(perArticle).toFixed(1)} ms, ` +
      `worst ${Math.max(...perArticle).toFixed(1)} ms; wanted: a median of at most 30 ms`,
  )
} finally {
  await worker.stop()
}
