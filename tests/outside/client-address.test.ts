import { expect, test } from 'vitest'
import { countedBy } from '../../src/outside/client-address.ts'

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3::4', '2001:db8:1:2::/64'],
  ['2001:db8:1:2:ffff:ffff:ffff:ffff', '2001:db8:1:2::/64'],
  ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
  ['::1', '::/64'],
  ['unknown', null],
  ['', null],
  [undefined, null],
])('%s is counted as %s', (address, counted) => expect(countedBy(address)).toBe(counted))
