import { z } from 'zod'
import { idOf } from './id.ts'
import { scopes } from './key.ts'
import { oneLine } from './logged.ts'
import { Instant } from './time.ts'

/** What a link is for: to make an account, or to set another password for one. */
export const linkKinds = ['invitation', 'reset'] as const
export type LinkKind = (typeof linkKinds)[number]

/** How long a link works, in hours: unless told otherwise, and at most. */
export const LINK_HOURS = { invitation: 168, reset: 24 } as const satisfies Record<LinkKind, number>
export const MOST_LINK_HOURS = 720

const standing = {
  recordedAt: Instant,
  expiresAt: Instant,
  usedAt: Instant.nullable().meta({ description: 'null: nobody used it yet' }),
  revokedAt: Instant.nullable(),
}

export const Invitation = z
  .object({
    id: idOf('invitation'),
    email: z.string(),
    scopes: z.array(z.enum(scopes)),
    madeBy: z.string().meta({ description: '`host` (the command line), a key or a person' }),
    personId: idOf('person').nullable().meta({ description: 'who it made; null: nobody yet' }),
    ...standing,
  })
  .meta({ id: 'Invitation' })
export type Invitation = z.infer<typeof Invitation>

/** The address of a link on this site; the token is in no other place. */
export const linkPath = (kind: LinkKind, token: string): string =>
  `/${kind === 'invitation' ? 'invitations' : 'reset'}/${token}`

const LINK = /^\/(invitations|reset)\/.+/s

/** A path as a log may hold it, in one line: who reads logs could use the token of a link. */
export const loggedPath = (path: string): string => oneLine(path.replace(LINK, '/$1/:token'))

/** The form of a token: 256 random bits, base64url. */
export const LINK_TOKEN = /^[\w-]{43}$/
