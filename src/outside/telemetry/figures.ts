import type { Histogram, Meter, ObservableGauge } from '@opentelemetry/api'
import type { Figures, Tracer } from '../../core/watch.ts'

/** Bounds of seconds, as the semantic conventions give them for requests; statements are shorter, and runs of jobs longer. */
const OF_REQUESTS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10]
const OF_STATEMENTS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10]
const OF_JOBS = [0.01, 0.1, 1, 10, 60, 300, 900]

/** What is measured: how long pieces of work take, and what is looked at from time to time. */
export type Measured = Readonly<Record<'requests' | 'statements' | 'calls' | 'jobs', Histogram>> &
  Pick<Tracer, 'observe'>

/** The instruments of a meter. */
export const figuresOf = (meter: Meter): Measured => {
  const seconds = (name: string, description: string, explicitBucketBoundaries: number[]): Histogram =>
    meter.createHistogram(name, { unit: 's', description, advice: { explicitBucketBoundaries } })
  const gauge = (name: string, description: string): ObservableGauge =>
    meter.createObservableGauge(name, { description })
  const places = gauge('hindcast.places', 'requests that have a place, or wait for one, in this process')
  const backlog = {
    position: gauge('hindcast.ledger.position', 'the last position of the ledger'),
    waiting: gauge('hindcast.ledger.waiting', 'facts that wait for their position'),
    deliveries: gauge('hindcast.webhooks.waiting', 'messages to webhooks that wait to be sent, or sent again'),
    feeds: gauge('hindcast.feeds.due', 'feeds that should have been asked by now'),
  }
  const observe = (figures: Figures): (() => void) => {
    const instruments = [places, ...Object.values(backlog)]
    const look: Parameters<Meter['addBatchObservableCallback']>[0] = async (seen) => {
      for (const [state, count] of Object.entries(figures.places())) seen.observe(places, count, { state })
      const found = await figures.backlog()
      for (const [name, instrument] of Object.entries(backlog))
        seen.observe(instrument, found[name as keyof typeof found])
    }
    meter.addBatchObservableCallback(look, instruments)
    return () => meter.removeBatchObservableCallback(look, instruments)
  }
  return {
    requests: seconds('http.server.request.duration', 'how long until an answer begins', OF_REQUESTS),
    statements: seconds('db.client.operation.duration', 'how long a statement takes', OF_STATEMENTS),
    calls: seconds('http.client.request.duration', 'how long another server takes', OF_REQUESTS),
    jobs: seconds('hindcast.job.duration', 'how long a run of a job takes', OF_JOBS),
    observe,
  }
}
