import { lookup as systemLookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { authorityOf, isPublicIp } from '../core/fetching/address.ts'
import { SECOND } from '../core/fetching/pace.ts'
import { Problem } from '../core/problem.ts'
import { type Fetcher, type FetcherOptions, fetcherOf, type RawFetch } from './fetch.ts'

type Address = { address: string; family: number }
/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<Address[]>

const resolveBySystem: Resolve = (hostname) => systemLookup(hostname, { all: true })

/**
 * Resolves a name for a connection and hands on what it checked, so that a name cannot change between check and connect.
 * One address inside our network is enough to refuse the name.
 */
const guardedLookup =
  (resolve: Resolve): LookupFunction =>
  (hostname, options, done) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses
        if (first && addresses.every(({ address }) => isPublicIp(address))) {
          if (options.all) done(null, addresses)
          else done(null, first.address, first.family)
          return
        }
        const detail = `${hostname} does not lead to the open internet`
        const remedy = 'give a public http or https address'
        done(new Problem('address-refused', detail, remedy, [{ field: 'url', detail }]), '', 0)
      },
      (error: NodeJS.ErrnoException) => done(error, '', 0),
    )
  }

/** undici's fetch on two agents: the guarded one, and an open one for the hosts that the owner allowed. */
const nodeFetch = async (resolve: Resolve, allow: readonly string[]): Promise<RawFetch> => {
  const { Agent, fetch } = await import('undici')
  const limits = { headersTimeout: 20 * SECOND, bodyTimeout: 20 * SECOND }
  const guarded = new Agent({ ...limits, connect: { lookup: guardedLookup(resolve), timeout: 10 * SECOND } })
  const open = new Agent(limits)
  return async (url, init) => {
    const dispatcher = allow.includes(authorityOf(url)) ? open : guarded
    return (await fetch(url, { ...init, dispatcher })) as unknown as Response
  }
}

/** The fetcher of Node: checks what a name resolves to at the moment of connecting. */
export const nodeFetcher = (options: FetcherOptions, resolve: Resolve = resolveBySystem): Fetcher => {
  let raw: Promise<RawFetch> | undefined
  return fetcherOf(async (url, init) => {
    raw ??= nodeFetch(resolve, options.allow)
    return (await raw)(url, init)
  }, options)
}
