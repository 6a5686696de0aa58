import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url))
const scorer = `${shared}eval/extraction.mjs`
const labels = `${shared}gold/dev.json`
const there = existsSync(scorer) && existsSync(labels)

describe.skipIf(!there)(
  'against hand labels (skipped where ../shared with the labelled commentaries is not there)',
  () => {
    it('finds most of what readers found, and little else', { timeout: 120_000 }, () => {
      const args = [scorer, labels, `${shared}corpus`, '--', 'npm', 'run', '-s', 'hindcast', '--', 'extract']
      const report = execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
      const figure = (pattern: RegExp): number => Number(pattern.exec(report)?.[1] ?? Number.NaN)
      expect(figure(/^F1 (\S+)/m)).toBeGreaterThanOrEqual(0.95)
      expect(figure(/hard negatives taken\s+(\d+)\//)).toBeLessThanOrEqual(1)
      expect(figure(/right side of 0\.5\s+(\S+)/)).toBeGreaterThanOrEqual(0.93)
      expect(figure(/within 0\.15 of gold\s+(\S+)/)).toBeGreaterThanOrEqual(0.93)
    })
  },
)
