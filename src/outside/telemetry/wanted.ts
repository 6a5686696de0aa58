type Environment = Readonly<Record<string, string | undefined>>

/** Whether somebody collects traces or figures: the standard variables of OpenTelemetry name an endpoint, and do not switch it off. */
export const wantsTelemetry = (environment: Environment): boolean =>
  environment['OTEL_SDK_DISABLED']?.toLowerCase() !== 'true' && (tracesGo(environment) || metricsGo(environment))

const named = (environment: Environment, kind: string): boolean =>
  [`OTEL_EXPORTER_OTLP_${kind}_ENDPOINT`, 'OTEL_EXPORTER_OTLP_ENDPOINT'].some((name) => Boolean(environment[name])) &&
  environment[`OTEL_${kind}_EXPORTER`] !== 'none'

export const tracesGo = (environment: Environment): boolean => named(environment, 'TRACES')
export const metricsGo = (environment: Environment): boolean => named(environment, 'METRICS')

/** How it is sent: only one of the protocols of OTLP is spoken here, which every collector takes. */
export const PROTOCOL = 'http/json'

/** A protocol that was asked for and is not spoken; null where that is none. */
export const otherProtocol = (environment: Environment): string | null => {
  const asked = environment['OTEL_EXPORTER_OTLP_PROTOCOL']
  return !asked || asked === PROTOCOL ? null : asked
}
