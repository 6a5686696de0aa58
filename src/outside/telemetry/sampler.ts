import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace'

type Environment = Readonly<Record<string, string | undefined>>

/** The share of traces that `OTEL_TRACES_SAMPLER_ARG` says, from 0 to 1; all where it says none. */
const shareIn = (environment: Environment): number => {
  const share = Number(environment['OTEL_TRACES_SAMPLER_ARG'] || 1)
  return share >= 0 && share <= 1 ? share : 1
}

/** Which traces are kept, by the names of the specification: each, unless who asks says that theirs is not, where nothing is said. */
export const samplerOf = (environment: Environment): Sampler => {
  const name = environment['OTEL_TRACES_SAMPLER'] ?? ''
  const [, parent, own] = /^(parentbased_)?(always_on|always_off|traceidratio)$/.exec(name) ?? [
    '',
    'parentbased_',
    'always_on',
  ]
  const share = new TraceIdRatioBasedSampler(shareIn(environment))
  const root = own === 'always_on' ? new AlwaysOnSampler() : own === 'always_off' ? new AlwaysOffSampler() : share
  return parent ? new ParentBasedSampler({ root }) : root
}
