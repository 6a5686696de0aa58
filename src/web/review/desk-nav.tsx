import type { FC } from 'hono/jsx'

/** The queues of the review desk, in the order in which a statement goes through them. */
export const queues = [
  { href: '/review', name: 'Candidates' },
  { href: '/review/second', name: 'Second opinions' },
  { href: '/review/proposals', name: 'Proposed resolutions' },
  { href: '/review/disputes', name: 'Disputes' },
] as const
export type Queue = (typeof queues)[number]['href']

/** Leads from one queue to the others; `at` is where the reader stands. */
export const DeskNav: FC<{ at: Queue }> = ({ at }) => (
  <nav class="desk-nav" aria-label="Review desk">
    <ul>
      {queues.map(({ href, name }) => (
        <li>
          <a href={href} aria-current={href === at ? 'page' : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
