import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardedUrl, isPublicIp } from '../../../src/core/fetching/address.ts'

const refused = { code: 'address-refused', fields: [expect.objectContaining({ field: 'url' })] }

describe('guardedUrl', () => {
  it.each([
    'https://example.org/a?b=c#d',
    'http://example.org:80/',
    'https://example.org:443/',
    'http://example.org:443/',
    'https://münchen.de/',
    'https://1.1.1.1/',
    'https://[2606:4700:4700::1111]/',
    'https://internal.example.org/',
    'https://local.news/',
    'https://8.8.8.8.nip.io/',
  ])('lets %s pass', (url) => {
    expect(guardedUrl(url).href).toBe(new URL(url).href)
  })

  it.each([
    // Other schemes, and no URL at all.
    'file:///etc/passwd',
    'ftp://example.org/',
    'gopher://example.org/',
    'data:text/plain,hello',
    'javascript:alert(1)',
    'example.org',
    '//example.org/',
    `https://example.org/${'a'.repeat(2000)}`,
    `https://example.org/${'é'.repeat(700)}`,
    '',
    // Credentials and ports.
    'http://user@example.org/',
    'http://:secret@example.org/',
    'http://example.org:22/',
    'https://example.org:8443/',
    'http://1.1.1.1:6379/',
    // IPv4, in every notation.
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://127.1/',
    'http://0/',
    'http://①②⑦.⓪.⓪.①/',
    'http://127.0.0.1./',
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://100.100.100.200/',
    'http://169.254.169.254/latest/meta-data/',
    'http://168.63.129.16/',
    'http://192.0.0.192/',
    'http://192.0.2.1/',
    'http://198.18.0.1/',
    'http://203.0.113.9/',
    'http://224.0.0.1/',
    'http://240.0.0.1/',
    'http://255.255.255.255/',
    // IPv6, and IPv4 inside it.
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:169.254.169.254]/',
    'http://[::ffff:a9fe:a9fe]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b:1::a00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
    'http://[fd00:ec2::254]/',
    'http://[fc00::1]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[ff02::1]/',
    'http://[2001:db8::1]/',
    'http://[100::1]/',
    // Names of private networks.
    'http://localhost/',
    'http://LOCALHOST./',
    'http://a.localhost/',
    'http://metadata.google.internal/computeMetadata/v1/',
    'http://printer.local/',
    'http://intranet/',
    'http://router.lan/',
    'http://nas.home.arpa/',
    'http://1.0.0.127.in-addr.arpa/',
  ])('refuses %s', (url) => {
    expect(() => guardedUrl(url)).toThrow(expect.objectContaining(refused))
  })

  it('lets an allowed host pass on its port alone, and only by http', () => {
    const allow = ['127.0.0.1:8080']
    expect(guardedUrl('http://127.0.0.1:8080/a', allow).port).toBe('8080')
    for (const url of [
      'http://127.0.0.1/',
      'http://127.0.0.1:8081/',
      'ftp://127.0.0.1:8080/',
      'http://a@127.0.0.1:8080/',
    ]) {
      expect(() => guardedUrl(url, allow), url).toThrow(expect.objectContaining(refused))
    }
  })
})

/** Addresses inside our networks, as four bytes. */
const privateBytes = fc.oneof(
  ...(
    [
      [[10], [127], [0]],
      [
        [192, 168],
        [169, 254],
        [172, 16],
        [172, 31],
        [100, 64],
        [100, 127],
        [198, 18],
      ],
    ] as number[][][]
  )
    .flat()
    .map((head) =>
      fc
        .array(fc.integer({ min: 0, max: 255 }), { minLength: 4 - head.length, maxLength: 4 - head.length })
        .map((tail) => [...head, ...tail]),
    ),
)

/** One byte as decimal, octal or hexadecimal. */
const writeByte = (byte: number, form: number): string =>
  [String(byte), `0${byte.toString(8)}`, `0x${byte.toString(16)}`, `0X${byte.toString(16).toUpperCase()}`][form] ?? ''

const hex = (high = 0, low = 0): string => ((high << 8) | low).toString(16)
const notations: ((bytes: number[], forms: number[]) => string)[] = [
  (bytes, forms) => bytes.map((byte, at) => writeByte(byte, forms[at] ?? 0)).join('.'),
  (bytes) => String(bytes.reduce((sum, byte) => sum * 256 + byte, 0)),
  (bytes) => `0x${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')}`,
  (bytes) => `0${bytes.reduce((sum, byte) => sum * 256 + byte, 0).toString(8)}`,
  ([a = 0, b = 0, c = 0, d = 0], forms) => `${writeByte(a, forms[0] ?? 0)}.${b * 65536 + c * 256 + d}`,
  ([a, b, c = 0, d = 0]) => `${a}.${b}.${c * 256 + d}`,
  (bytes) => `${bytes.join('.')}.`,
  (bytes) => `[::ffff:${bytes.join('.')}]`,
  ([a, b, c, d]) => `[::ffff:${hex(a, b)}:${hex(c, d)}]`,
  (bytes) => `[::${bytes.join('.')}]`,
  (bytes) => `[64:ff9b::${bytes.join('.')}]`,
  ([a, b, c, d]) => `[2002:${hex(a, b)}:${hex(c, d)}::1]`,
]

it('refuses private addresses in every notation', () => {
  const forms = fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 })
  fc.assert(
    fc.property(privateBytes, forms, fc.constantFrom(...notations), (bytes, how, write) => {
      expect(() => guardedUrl(`http://${write(bytes, how)}/`)).toThrow(expect.objectContaining(refused))
    }),
    { numRuns: 2000 },
  )
})

it('knows public addresses from private ones', () => {
  fc.assert(
    fc.property(privateBytes, (bytes) => {
      expect(isPublicIp(bytes.join('.'))).toBe(false)
      expect(isPublicIp(`::ffff:${bytes.join('.')}`)).toBe(false)
    }),
  )
  for (const address of ['1.1.1.1', '93.184.215.14', '2a00:1450:4001::1']) expect(isPublicIp(address)).toBe(true)
  for (const address of ['', 'example.org', '1.1.1.1/8', 'fe80::1%eth0']) expect(isPublicIp(address)).toBe(false)
})
