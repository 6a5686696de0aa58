import { defineConfig } from 'vitest/config'

/** The tests of what is pure, for a run with each mutant: no database, no server. */
export default defineConfig({
  test: {
    include: ['tests/core/{scoring,resolution,ledger}/**/*.test.ts'],
    setupFiles: ['tests/mutation/brief-properties.ts'],
    isolate: false,
    testTimeout: 300_000,
  },
})
