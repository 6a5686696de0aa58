import type { Watch } from './core/watch.ts'
import { VERSION } from './http/version.ts'
import { logTo, loudnessOf } from './outside/log.ts'
import type { Telemetry } from './outside/telemetry/start.ts'
import { wantsTelemetry } from './outside/telemetry/wanted.ts'
import { slowMsOf, watchOf } from './outside/watch.ts'
import { clock } from './server.ts'

export type Watching = { watch: Watch; telemetry: Telemetry | null }

/**
 * The log of this process; with traces and figures, where the standard variables of OpenTelemetry say where they go. Without them
 * nothing of that is loaded.
 */
export const watchHere = async (environment = process.env): Promise<Watching> => {
  const log = logTo(clock)
  const ticks = () => performance.now()
  const start = wantsTelemetry(environment) ? (await import('./outside/telemetry/start.ts')).startTelemetry : null
  const telemetry = start?.(environment, { log, ticks, version: VERSION }) ?? null
  const loudness = loudnessOf(environment)
  return { watch: watchOf({ log, ticks, slowMs: slowMsOf(environment), loudness, tracer: telemetry }), telemetry }
}
