import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { auc } from '../src/core/scoring/binary/auc.ts'
import { binsBetween } from '../src/core/scoring/binary/bins.ts'
import { poolAdjacentViolators } from '../src/core/scoring/binary/corp.ts'
import { brier, logScore } from '../src/core/scoring/binary/proper-scores.ts'
import { countsFromArrays } from '../src/core/scoring/counts.ts'
import { randomFrom } from '../src/core/scoring/numbers/random.ts'
import { bench, figureOf, type Measured, type Mode } from './harness.ts'

/**
 * Brier score, log score, AUC, isotonic regression (PAV) and a ten-bin curve of a million forecasts, once with nearly every p of
 * its own and once on a grid of hundredths, beside scikit-learn in the same run. Where Python has no scikit-learn the ratio
 * is to a plain loop over single forecasts. `PYTHON=/path/to/python npm run bench scoring` names another Python.
 */
const N = 1_000_000
/** Rounds of each of three turns. */
const ROUNDS: Record<Mode, number> = { short: 2, full: 5 }
const PYTHON = process.env['PYTHON'] ?? 'python3'
/** Times as fast as scikit-learn. */
const WANTED = { distinct: 3, grid: 10 }

type Sample = { p: Float64Array; outcomes: Uint8Array }
type Figures = { brier: number; log: number; auc: number; blocks: number; bins: number }

/** Calibrated forecasts: each comes true with its own probability. */
const sampleOf = (kind: keyof typeof WANTED): Sample => {
  const random = randomFrom(`bench ${kind}`)
  const p = Float64Array.from({ length: N }, () => {
    const value = 0.001 + 0.998 * random()
    return kind === 'grid' ? (1 + Math.floor(99 * random())) / 100 : value
  })
  return { p, outcomes: Uint8Array.from(p, (chance) => (random() < chance ? 1 : 0)) }
}

const counted = ({ p, outcomes }: Sample): Figures => {
  const counts = countsFromArrays(p, outcomes)
  return {
    brier: brier(counts) ?? Number.NaN,
    log: logScore(counts)?.clipped ?? Number.NaN,
    auc: auc(counts) ?? Number.NaN,
    blocks: poolAdjacentViolators(counts).length,
    bins: binsBetween(counts).length,
  }
}

type Group = { said: number; came: number; n: number }

/** Means of neighbouring groups made to rise: each violation joins the two. */
const isotonic = (ascending: readonly Group[]): Group[] => {
  const blocks: Group[] = []
  for (const group of ascending) {
    let block = { ...group }
    for (let last = blocks.at(-1); last && last.came * block.n >= block.came * last.n; last = blocks.at(-1)) {
      block = { said: last.said, came: last.came + block.came, n: last.n + block.n }
      blocks.pop()
    }
    blocks.push(block)
  }
  return blocks
}

/** The same as anybody would write it down, forecast by forecast. */
const plain = ({ p, outcomes }: Sample): Figures => {
  const forecasts = Array.from(p, (said, at) => ({ said, came: outcomes[at] ?? 0, n: 1 }))
  let [squares, logs] = [0, 0]
  const bins = Array.from({ length: 10 }, () => 0)
  for (const { said, came } of forecasts) {
    squares += (said - came) ** 2
    logs -= Math.log(came === 1 ? said : 1 - said)
    const bin = Math.min(9, Math.floor(said * 10))
    bins[bin] = (bins[bin] ?? 0) + 1
  }
  forecasts.sort((a, b) => a.said - b.said)
  const groups: Group[] = []
  for (const one of forecasts) {
    const last = groups.at(-1)
    if (last?.said === one.said) {
      last.came += one.came
      last.n += 1
    } else groups.push({ ...one })
  }
  let [below, wins] = [0, 0]
  for (const { came, n } of groups) {
    wins += came * (below + (n - came) / 2)
    below += n - came
  }
  return {
    brier: squares / N,
    log: logs / N,
    auc: wins / below / (N - below),
    blocks: isotonic(groups).length,
    bins: bins.filter((n) => n > 0).length,
  }
}

const timed = (score: (sample: Sample) => Figures, sample: Sample): number => {
  const start = performance.now()
  score(sample)
  return performance.now() - start
}

const SCRIPT = `
import json, sys, time
import numpy as np
import sklearn
from sklearn.calibration import calibration_curve
from sklearn.isotonic import IsotonicRegression
from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score

p = np.fromfile(sys.argv[1] + '.p', dtype=np.float64)
y = np.fromfile(sys.argv[1] + '.y', dtype=np.uint8).astype(np.int64)
times = []
for turn in range(int(sys.argv[2]) + 1):
    start = time.perf_counter()
    figures = [brier_score_loss(y, p), log_loss(y, p), roc_auc_score(y, p)]
    IsotonicRegression(y_min=0, y_max=1).fit(p, y)
    calibration_curve(y, p, n_bins=10)
    times.append(1000 * (time.perf_counter() - start))
print(json.dumps({'version': sklearn.__version__, 'times': times[1:], 'figures': figures}))
`
type Learned = { version: string; times: number[]; figures: [brier: number, log: number, auc: number] }

/** scikit-learn on the same forecasts, its first turn not counted; null where there is none. */
const learned = (folder: string, { p, outcomes }: Sample, rounds: number): Learned | null => {
  const base = join(folder, 'sample')
  writeFileSync(`${base}.p`, p)
  writeFileSync(`${base}.y`, outcomes)
  const { status, stdout } = spawnSync(PYTHON, ['-c', SCRIPT, base, String(rounds)], { encoding: 'utf8' })
  return status === 0 ? (JSON.parse(stdout) as Learned) : null
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1e-9

const KINDS = ['distinct', 'grid'] as const

/** Some rounds at a time, turn about, so that a slow moment of the machine meets both. */
const compare = (kind: (typeof KINDS)[number], folder: string, rounds: number): Measured => {
  const sample = sampleOf(kind)
  const [figures, looped] = [counted(sample), plain(sample)]
  const ours: number[] = []
  const theirs: number[] = []
  let version: string | null = null
  for (let turn = 0; turn < 3; turn++) {
    const one = learned(folder, sample, rounds)
    for (let round = 0; round < rounds; round++) {
      ours.push(timed(counted, sample))
      if (one === null) theirs.push(timed(plain, sample))
    }
    if (one === null) continue
    version = one.version
    theirs.push(...one.times)
    const [brierScore, log, area] = one.figures
    if (!near(brierScore, figures.brier) || !near(log, figures.log) || !near(area, figures.auc))
      throw new Error(`scikit-learn finds ${one.figures.join(', ')}; the counts give ${JSON.stringify(figures)}`)
  }
  if (!near(looped.brier, figures.brier) || !near(looped.auc, figures.auc) || looped.blocks !== figures.blocks)
    throw new Error(`the plain loop finds ${JSON.stringify(looped)}; the counts give ${JSON.stringify(figures)}`)
  const ratios = theirs.map((time, round) => time / (ours[round] ?? Number.NaN))
  const beside = version
    ? `scikit-learn ${version}`
    : `a plain loop (${PYTHON} has no scikit-learn: there is no target)`
  const note = `${N} forecasts, p ${kind === 'grid' ? 'on hundredths' : 'nearly all distinct'}: times as fast as ${beside}`
  return figureOf(`scoring-${kind}`, ratios, { note, target: version ? { least: WANTED[kind] } : null })
}

await bench(async (mode) => {
  const folder = mkdtempSync(join(tmpdir(), 'hindcast-bench-'))
  try {
    return KINDS.map((kind) => compare(kind, folder, ROUNDS[mode]))
  } finally {
    rmSync(folder, { recursive: true })
  }
})
