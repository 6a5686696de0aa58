import type { MeterProvider as Meters, TracerProvider as Tracers } from '@opentelemetry/api'
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-http'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import {
  defaultResource,
  detectResources,
  envDetector,
  type Resource,
  resourceFromAttributes,
} from '@opentelemetry/resources'
import { MeterProvider, PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics'
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
import type { Log, Tracer } from '../../core/watch.ts'
import { samplerOf } from './sampler.ts'
import { tracerOver } from './tracer.ts'
import { metricsGo, otherProtocol, PROTOCOL, tracesGo } from './wanted.ts'

/** Traces and figures of this process, until it is stopped: stopping sends what is not sent yet. */
export type Telemetry = Tracer & { stop: () => Promise<void> }

type Environment = Readonly<Record<string, string | undefined>>

/** What all of it is said of. `OTEL_SERVICE_NAME` and `OTEL_RESOURCE_ATTRIBUTES` stand above our own words. */
const resourceOf = (version: string): Resource =>
  defaultResource()
    .merge(resourceFromAttributes({ 'service.name': 'hindcast', 'service.version': version }))
    .merge(detectResources({ detectors: [envDetector] }))

/** Milliseconds of a variable; the default for anything that is none. */
const msIn = (environment: Environment, name: string, otherwise: number): number => {
  const ms = Number(environment[name])
  return ms > 0 ? ms : otherwise
}

const BATCH_MS = 5_000
const EVERY_MS = 60_000
const TIMEOUT_MS = 30_000

const noTraces: { provider: Tracers | null; stop: () => Promise<void> } = {
  provider: null,
  stop: async () => undefined,
}
const noMetrics: { provider: Meters | null; stop: () => Promise<void> } = {
  provider: null,
  stop: async () => undefined,
}

/** Where to, and by which headers, is read from its standard variables by the exporter itself. */
const tracing = (environment: Environment, resource: Resource): typeof noTraces => {
  const scheduledDelayMillis = msIn(environment, 'OTEL_BSP_SCHEDULE_DELAY', BATCH_MS)
  const processor = new BatchSpanProcessor({ exporter: new OTLPTraceExporter(), scheduledDelayMillis })
  const provider = new TracerProvider({ resource, sampler: samplerOf(environment), spanProcessors: [processor] })
  return { provider, stop: () => provider.shutdown() }
}

const metering = (environment: Environment, resource: Resource): typeof noMetrics => {
  const exportIntervalMillis = msIn(environment, 'OTEL_METRIC_EXPORT_INTERVAL', EVERY_MS)
  const most = msIn(environment, 'OTEL_METRIC_EXPORT_TIMEOUT', TIMEOUT_MS)
  const exportTimeoutMillis = Math.min(most, exportIntervalMillis)
  const exporter = new OTLPMetricExporter()
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis, exportTimeoutMillis })
  const provider = new MeterProvider({ resource, readers: [reader] })
  return { provider, stop: () => provider.shutdown() }
}

/**
 * Sends traces and figures by OTLP over HTTP, to where the standard variables of OpenTelemetry say. A collector that is away costs
 * what was to be sent, and nothing else.
 */
export const startTelemetry = (
  environment: Environment,
  { log, ticks, version }: { log: Log; ticks: () => number; version: string },
): Telemetry => {
  const protocol = otherProtocol(environment)
  if (protocol !== null)
    log('warn', 'telemetry is sent by another protocol than was asked for', { asked: protocol, sent: PROTOCOL })
  const resource = resourceOf(version)
  const traces = tracesGo(environment) ? tracing(environment, resource) : noTraces
  const metrics = metricsGo(environment) ? metering(environment, resource) : noMetrics
  const tracer = tracerOver({ traces: traces.provider, metrics: metrics.provider, ticks, version })
  const stop = async (): Promise<void> => {
    for (const { status, reason } of (await Promise.allSettled([
      traces.stop(),
      metrics.stop(),
    ])) as PromiseRejectedResult[])
      if (status === 'rejected') log('warn', 'the last traces and figures are not sent', { error: String(reason) })
  }
  return { ...tracer, stop }
}
