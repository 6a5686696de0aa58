import { describe, expect, it } from 'vitest'
import { deniedUse, robotsVerdict } from '../../../src/core/fetching/robots.ts'

const at = (path: string) => `https://example.org${path}`
const rules = (text: string) => ({ state: 'rules' as const, text })

describe('robotsVerdict', () => {
  it.each<[string, string, boolean]>([
    ['User-agent: *\nDisallow: /private', '/private/a', false],
    ['User-agent: *\nDisallow: /private', '/public', true],
    ['User-agent: *\nDisallow: /\nAllow: /news', '/news/a', true],
    ['User-agent: *\nDisallow: /*.pdf$', '/a.pdf', false],
    // Our own group goes before that of all, whatever its case.
    ['User-agent: *\nDisallow: /\n\nUser-agent: Hindcast\nDisallow: /x', '/a', true],
    ['User-agent: *\nAllow: /\n\nUser-agent: HINDCAST/1.0\nDisallow: /', '/a', false],
    ['User-agent: otherbot\nDisallow: /', '/a', true],
    ['User-agent: a\nUser-agent: hindcast\nDisallow: /', '/a', false],
    ['', '/a', true],
    ['<html>no robots here</html>', '/a', true],
    ['User-agent: *\nDisallow:', '/a', true],
    // Usage preferences: those that deny what Hindcast does, of the group that speaks to it.
    ['User-agent: *\nContent-Signal: search=yes, ai-train=no\nAllow: /', '/a', true],
    ['User-agent: *\nContent-Signal: search=no\nAllow: /', '/a', false],
    ['User-agent: *\nContent-Signal: ai-input=no\nAllow: /', '/a', false],
    ['User-agent: otherbot\nContent-Signal: search=no\n\nUser-agent: *\nAllow: /', '/a', true],
    ['User-agent: *\nContent-Usage: tdm=n', '/a', false],
    ['User-agent: *\nContent-Usage: /blog/ tdm=n', '/a', true],
    ['User-agent: *\nContent-Usage: /blog/ tdm=n', '/blog/a', false],
    // One path may be written in several ways; an escaped slash is another sign than a slash.
    ['User-agent: *\nDisallow: /secret', '/%73ecret', false],
    ['User-agent: *\nDisallow: /%73ecret', '/secret/a', false],
    ['User-agent: *\nDisallow: /%7Eann', '/~ann', false],
    ['User-agent: *\nDisallow: /~ann', '/%7eann', false],
    ['User-agent: *\nDisallow: /caf\u00e9', '/caf%c3%a9', false],
    ['User-agent: *\nDisallow: /a%2fb', '/a%2Fb', false],
    ['User-agent: *\nDisallow: /a%2Fb', '/a/b', true],
    ['User-agent: *\nDisallow: /*%70df$', '/a.%70df', false],
    ['User-agent: *\nDisallow: /%2573', '/s', true],
    ['User-agent: *\nContent-Usage: /blog/ tdm=n', '/%62log/a', false],
    ['User-agent: *\nContent-Usage: /%62log/ tdm=n', '/blog/a', false],
    ['User-agent: *\nContent-Usage: /caf\u00e9/ tdm=n', '/caf%C3%A9/a', false],
  ])('%j on %s', (text, path, allowed) => {
    expect(robotsVerdict(rules(text), at(path)).reason === null).toBe(allowed)
  })

  it('takes no file for a yes and an unreadable one for a no', () => {
    expect(robotsVerdict({ state: 'none', text: '' }, at('/a')).reason).toBeNull()
    expect(robotsVerdict({ state: 'unreachable', text: '' }, at('/a'))).toMatchObject({
      reason: 'its robots.txt cannot be read',
    })
  })

  it('reads the pause it asks for, of its own group', () => {
    const text = 'User-agent: *\nCrawl-delay: 30\n\nUser-agent: hindcast\nCrawl-delay: 2.5'
    expect(robotsVerdict(rules(text), at('/a')).crawlDelaySeconds).toBe(2.5)
    expect(robotsVerdict(rules('User-agent: *\nCrawl-delay: soon'), at('/a')).crawlDelaySeconds).toBeNull()
  })
})

it.each([
  ['search=yes, ai-input=no', 'ai-input'],
  ['SEARCH=No', 'search'],
  ['tdm=?0', 'tdm'],
  ['tdm = n ; train-ai=y', 'tdm'],
  ['train-ai=n', null],
  ['', null],
  ['search', null],
])('the denied use of %j is %s', (preference, use) => {
  expect(deniedUse(preference, '/a')).toBe(use)
})
