import { describe, expect, it } from 'vitest'
import { fetchSettings } from '../../src/outside/fetch-settings.ts'

describe('fetchSettings', () => {
  it('leaves a host five seconds and exempts nobody, unless told to', () => {
    expect(fetchSettings({})).toEqual({ userAgent: 'Hindcast/0.1', allow: [], gapMs: 5000 })
    expect(
      fetchSettings({
        HINDCAST_CONTACT: ' mailto:desk@example.org ',
        HINDCAST_HOST_GAP: '0.5',
        HINDCAST_FETCH_ALLOW: '127.0.0.1:8080, news.intranet:80',
      }),
    ).toEqual({
      userAgent: 'Hindcast/0.1 (+mailto:desk@example.org)',
      allow: ['127.0.0.1:8080', 'news.intranet:80'],
      gapMs: 500,
    })
  })

  it.each([
    { HINDCAST_HOST_GAP: 'soon' },
    { HINDCAST_HOST_GAP: '-1' },
    { HINDCAST_HOST_GAP: '4000' },
    { HINDCAST_CONTACT: 'one\r\nCookie: a=b' },
    { HINDCAST_CONTACT: 'Žofie' },
  ])('refuses %j', (environment) => {
    expect(() => fetchSettings(environment)).toThrow(expect.objectContaining({ code: 'invalid-input' }))
  })
})
