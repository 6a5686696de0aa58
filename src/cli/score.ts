import { Command } from 'commander'
import type { Terminal } from './terminal.ts'

/** `hindcast score`: scores a CSV of forecasts and outcomes. */
export const scoreCommand = (_terminal: Terminal): Command =>
  new Command('score')
    .description('score a CSV of forecasts and outcomes')
    .argument('<file>', 'CSV file, or - for standard input')
    .option('--json', 'print JSON')
