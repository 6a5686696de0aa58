import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/**
 * The driver's socket at the edge tells of its end twice where it is ended while it reads: the second time to nobody, since it
 * has let go of whoever listened. The connection is gone by then, and whoever waited for it was told.
 */
const endedTwice = ({ message, stack = '' }: { message?: string; stack?: string }): boolean =>
  message === 'This socket has been closed.' && stack.includes('postgres/cf/polyfills.js')

/** One run for all: everything on Node, and `tests/edge` inside workerd. Both share one real Postgres. */
export default defineConfig({
  test: {
    // In CI the counts are kept beside, for the closing line.
    reporters: process.env['CI'] ? ['default', ['json', { outputFile: '.hindcast/test-results.json' }]] : ['default'],
    // One worker waits for databases and other processes half of its time: two on two cores, and never all of more.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    onUnhandledError: (error) => !endedTwice(error),
    globalSetup: ['tests/support/global-setup.ts'],
    projects: [
      {
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/edge/**'],
          // One test asks the worker itself, beside a standby of this machine.
          alias: { 'cloudflare:workers': new URL('tests/support/workers-here.ts', import.meta.url).pathname },
          // Modules and the embedded database of tests/support live as long as a worker: booting takes longer than testing.
          isolate: false,
          // Tests ask more than one client would; what is refused too often has a test of its own.
          // And of what is usual nothing is said.
          env: {
            ...{ HINDCAST_RATE_LIMIT: '1000', HINDCAST_SECRET: 'of tests alone, known to everybody' },
            HINDCAST_LOG_LEVEL: 'warn',
          },
          // A guard against hanging, not a measure: machines differ.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      './vitest.edge.config.ts',
    ],
  },
})
