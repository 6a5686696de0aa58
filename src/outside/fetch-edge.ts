import { type Fetcher, type FetcherOptions, fetcherOf } from './fetch.ts'

/**
 * The fetcher of workerd. It checks addresses and names; what a name resolves to is the platform's to judge, and there is no
 * private network of ours behind it.
 */
export const edgeFetcher = (options: FetcherOptions): Fetcher => fetcherOf((url, init) => fetch(url, init), options)
