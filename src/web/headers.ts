import type { Context } from 'hono'

/** Nothing from elsewhere, no script at all, no framing: a page is text, one stylesheet and inline images. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** The same for a page that works faster with the script of this site, never with any other. */
const SCRIPTED_POLICY = CONTENT_SECURITY_POLICY.replace("style-src 'self'", "script-src 'self'; style-src 'self'")

/** No form either; and links of a frame open outside it, by `base`. */
const EMBEDDED_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "form-action 'none'",
  "base-uri 'self'",
  'frame-ancestors *',
].join('; ')

const headers = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const

export const secure = (c: Context, scripted = false): void => {
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  if (scripted) c.header('content-security-policy', SCRIPTED_POLICY)
}

/** The same of a page that others may show in a frame: it takes no input and shows nothing that is not public. */
export const secureEmbedded = (c: Context): void => {
  const { 'x-frame-options': _, ...rest } = headers
  for (const [name, value] of Object.entries(rest)) c.header(name, value)
  c.header('content-security-policy', EMBEDDED_POLICY)
  c.header('cross-origin-resource-policy', 'cross-origin')
}
