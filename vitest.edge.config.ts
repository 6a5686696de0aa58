import { cloudflareTest } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'

/** Tests that run inside workerd, on the worker as `wrangler.toml` describes it and a real Postgres. */
export default defineConfig({
  plugins: [
    cloudflareTest(({ inject }) => {
      // The way `wrangler dev` is told of its database too; without it wrangler.toml is refused.
      process.env['CLOUDFLARE_HYPERDRIVE_LOCAL_CONNECTION_STRING_HYPERDRIVE'] = inject('edge').url
      // As variables of `wrangler.toml` would: the worker may ask the newspaper of the contract, without a gap.
      const bindings = {
        HINDCAST_HOST_GAP: '0',
        HINDCAST_FETCH_ALLOW: new URL(inject('press')).host,
        // Tests ask more than one client would; the test of the limits turns them on.
        HINDCAST_RATE_LIMIT: '0',
        HINDCAST_LOG_LEVEL: 'warn',
        // What fails is tried again at once.
        HINDCAST_RETRY_SECONDS: '0',
        HINDCAST_SECRET: 'of tests alone, known to everybody',
      }
      return { wrangler: { configPath: './wrangler.toml' }, miniflare: { bindings } }
    }),
  ],
  test: { name: 'edge', include: ['tests/edge/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 300_000 },
})
