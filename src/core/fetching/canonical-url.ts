import { LONGEST_URL } from './address.ts'
import { plainEscapes } from './percent.ts'

/** Parameters that say where a reader came from and never what they read. */
const TRACKING =
  /^(utm_.*|_hs(enc|mi)|mc_[ce]id|mkt_tok|fbclid|gclid|yclid|gclsrc|gbraid|wbraid|dclid|msclkid|twclid|igshid|ttclid|li_fat_id|vero_id|oly_(anon|enc)_id|cmpid|ocid|ncid|smid|s_cid|ref_src|share_?id|spm|xtor|at_(medium|campaign|custom\d)|wt\.mc_.*|piwik_.*|pk_.*|mtm_.*|hsctatracking)$/i

/**
 * A URL as one piece is known by: without fragment, tracking parameters, default port, credentials and trailing slash; host
 * in lower case, escapes as `plainEscapes` has them. `HTTP://Example.org:80/a/?utm_source=x#top` → `http://example.org/a`.
 */
export const canonicalUrl = (text: string): string => {
  const url = new URL(text)
  url.hash = ''
  url.username = ''
  url.password = ''
  url.hostname = url.hostname.replace(/\.$/, '')
  for (const name of [...url.searchParams.keys()]) if (TRACKING.test(name)) url.searchParams.delete(name)
  while (url.pathname.length > 1 && url.pathname.endsWith('/')) url.pathname = url.pathname.slice(0, -1)
  const { origin, pathname, search } = url
  return plainEscapes(`${origin}${pathname}${search}`)
}

/** Under which two addresses of one piece meet; http and https are one. `https://example.org/a` → `url:example.org/a`. */
export const addressIdentity = (text: string): string =>
  `url:${canonicalUrl(text).replace(/^https?:\/\//, '')}`.slice(0, LONGEST_URL)

/** A host without the labels that sites put before the same pages. */
const site = ({ hostname }: URL): string => hostname.replace(/^(?:(?:www\d?|m|mobile|amp)\.)+(?=[^.]+\.)/, '')

/**
 * The address a page may be known by: what it declares as canonical, if that is on the same site and not merely the
 * front page; else its own. A declaration that points elsewhere is a claim, kept beside: any page could make it.
 * Same site = equal hosts but for www, m, mobile and amp before them.
 */
export const canonicalOf = (url: string, declared: string | null): { url: string; claim: string | null } => {
  const own = canonicalUrl(url)
  if (declared === null || !URL.canParse(declared, url)) return { url: own, claim: null }
  const target = new URL(declared, url)
  if (!/^https?:$/.test(target.protocol) || target.href.length > LONGEST_URL) return { url: own, claim: null }
  const canonical = canonicalUrl(target.href)
  const trusted = site(target) === site(new URL(url)) && (target.pathname !== '/' || new URL(url).pathname === '/')
  return trusted ? { url: canonical, claim: null } : { url: own, claim: canonical }
}
