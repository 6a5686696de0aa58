import { describe, expect, it } from 'vitest'
import { mustBeFromHere } from '../../src/http/mcp/hosts.ts'
import { hostsOf, LOOPBACK } from '../../src/outside/hosts.ts'

const isTaken = (url: string, origin: string | undefined, known: readonly string[] | null): boolean => {
  try {
    mustBeFromHere(url, origin, known)
    return true
  } catch (error) {
    expect(error).toMatchObject({ code: 'origin-refused' })
    return false
  }
}

describe('who may ask at /mcp', () => {
  it.each([
    // A server that only this machine reaches: no page whose name was made to mean it.
    ['http://localhost:8787/mcp', undefined, LOOPBACK, true],
    ['http://[::1]:8787/mcp', undefined, LOOPBACK, true],
    ['http://localhost:8787/mcp', 'http://127.0.0.1:6274', LOOPBACK, true],
    ['http://rebound.example:8787/mcp', undefined, LOOPBACK, false],
    ['http://rebound.example:8787/mcp', 'http://rebound.example:8787', LOOPBACK, false],
    ['http://localhost:8787/mcp', 'https://example.org', LOOPBACK, false],
    ['http://localhost:8787/mcp', 'null', LOOPBACK, false],
    // One that anybody reaches, under whatever name.
    ['https://hindcast.example/mcp', undefined, null, true],
    ['https://hindcast.example/mcp', 'https://hindcast.example', null, true],
    ['https://hindcast.example/mcp', 'https://example.org', null, false],
    ['https://hindcast.example/mcp', 'null', null, false],
    // One whose names are told.
    [
      'https://api.hindcast.example/mcp',
      'https://hindcast.example',
      ['api.hindcast.example', 'hindcast.example'],
      true,
    ],
    ['https://hindcast.example/mcp', undefined, ['api.hindcast.example'], false],
  ])('%s from %s', (url, origin, known, taken) => {
    expect(isTaken(url, origin, known)).toBe(taken)
  })
})

describe('HINDCAST_HOSTS', () => {
  it.each([
    [{}, true, LOOPBACK],
    [{}, false, null],
    [{ HINDCAST_HOSTS: ' ' }, false, null],
    [{ HINDCAST_HOSTS: 'Example.org, https://www.example.org/x,::1' }, true, ['example.org', 'www.example.org', '::1']],
    [{ HINDCAST_HOSTS: '[::1]' }, false, ['[::1]']],
  ])('%j', (environment, onlyFromHere, hosts) => {
    expect(hostsOf(environment, onlyFromHere)).toEqual(hosts)
  })
})
