import { cpus } from 'node:os'
import Table from 'cli-table3'
import { Command, InvalidArgumentError } from 'commander'
import { type Soaked, soak } from './soak.ts'
import { GRACE } from './windows.ts'

/** `npm run soak -- --minutes 20`: a mixed load at a share of what the server can take, with a fault every ten seconds. */
const parseNumber = (text: string): number => {
  const number = Number(text)
  if (!(number > 0)) throw new InvalidArgumentError('give a number above 0')
  return number
}

const table = (head: string[], rows: (string | number)[][]): string => {
  const drawn = new Table({ head, style: { head: [], border: [] } })
  drawn.push(...rows)
  return drawn.toString()
}

const report = (soaked: Soaked): void => {
  const ms = (value: number) => `${value.toFixed(0)} ms`
  console.log(
    table(
      ['act', 'requests', 'median', '99 of 100', 'wrong in a fault', 'wrong outside'],
      soaked.acts.map(({ act, requests, median, p99, excused, unexcused }) => [
        ...[act, requests, ms(median), ms(p99), excused, unexcused],
      ]),
    ),
  )
  console.log(
    table(
      ['fault', 'times', 'wrong'],
      soaked.faults.map(({ name, times, wrong }) => [name, times, wrong]),
    ),
  )
  for (const wrong of soaked.examples) console.log(`outside of every fault: ${wrong}`)
  console.log(`capacity ${soaked.capacity.toFixed(1)} acts/s, asked for ${soaked.rate.toFixed(1)}/s`)
  console.log(
    `${soaked.requests} requests; wrong within ${GRACE / 1000} s of a fault ${soaked.excused}, outside of every fault ${soaked.unexcused}`,
  )
  console.log(
    `memory after warm-up ${soaked.memory.first.toFixed(0)} MB, at the end ${soaked.memory.last.toFixed(0)} MB, most ${soaked.memory.most.toFixed(0)} MB, slope ${soaked.memory.slope.toFixed(2)} MB/min`,
  )
  const { lost, halfWritten, differences } = soaked.checked
  console.log(`lost ${lost.length}, half written ${halfWritten.length}, differences ${differences.length}`)
  for (const one of [...lost, ...halfWritten, ...differences].slice(0, 10)) console.log(one)
}

const options = new Command('soak')
  .option('--minutes <number>', 'how long', parseNumber, 20)
  .option('--warm-up <minutes>', 'what memory is measured after', parseNumber, 5)
  .option('--share <number>', 'of the capacity that is measured first', parseNumber, 0.7)
  .option('--every <seconds>', 'between faults', parseNumber, 10)
  .option('--seed <text>', 'draws the acts', 'soak')
  .parse()
  .opts<{ minutes: number; warmUp: number; share: number; every: number; seed: string }>()

if (options.minutes <= options.warmUp) {
  console.error('give more --minutes than those of the warm-up (5, unless --warm-up says otherwise)')
  process.exit(1)
}
console.log(`${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} of them, Node ${process.version}`)
const soaked = await soak({ ...options, note: (line) => console.log(line) })
report(soaked)
const { lost, halfWritten, differences } = soaked.checked
const isGood =
  soaked.unexcused === 0 && soaked.memory.slope < 1 && lost.length + halfWritten.length + differences.length === 0
process.exitCode = isGood ? 0 : 1
