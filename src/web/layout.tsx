import type { Child, FC } from 'hono/jsx'
import type { Day, Instant, Moment } from '../core/time.ts'
import { dayText, type Figure, instantText } from './format.ts'
import { SandboxBanner, SandboxRobots } from './sandbox.tsx'
import { STYLE_HREF } from './style.ts'

/** Two marks on a scale, said and happened, as an inline image: the policy of the pages lets `data:` images in. */
const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath d='M2 14 14 2' stroke='%23888' stroke-width='1.5'/%3E%3Ccircle cx='5' cy='9' r='2.4' fill='%230b6e4f'/%3E%3Ccircle cx='11' cy='7' r='2.4' fill='%230b6e4f'/%3E%3C/svg%3E"

/** A feed of what the page shows: `type` as in `application/atom+xml`. */
type Alternate = { href: string; type: string; title: string }
type Page = { title: string; description?: string; feeds?: Alternate[]; script?: string; children?: Child }

export const Layout: FC<Page> = ({ title, description, feeds = [], script, children }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <SandboxRobots />
      <title>{title}</title>
      {description ? <meta name="description" content={description} /> : null}
      <link rel="stylesheet" href={STYLE_HREF} />
      <link rel="icon" href={ICON} />
      {feeds.map((feed) => (
        <link rel="alternate" {...feed} />
      ))}
      {script ? <script src={script} defer /> : null}
    </head>
    <body>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <SandboxBanner />
      <header class="site">
        <a class="mark" href="/">
          Hindcast
        </a>
        <nav aria-label="Site">
          <a href="/">Boards</a>
          <a href="/authors">Authors</a>
          <a href="/questions">Questions</a>
          <a href="/corrections">Corrections</a>
          <a href="/methods">Methods</a>
          <a href="/docs">API reference</a>
          <a href="/review">Review</a>
          <a href="/account">Account</a>
        </nav>
      </header>
      <main id="main" tabindex={-1}>
        {children}
      </main>
      <footer class="site">
        <p>
          All times are UTC. Brier scores run from 0, best, to 1, worst; saying 50&nbsp;% every time scores 0.25. Every
          figure is about the statements counted here, not about the person who made them.
        </p>
      </footer>
    </body>
  </html>
)

type Box = { label: string; note?: Child; children?: Child }

/**
 * A table in a box of its own that scrolls, by touch and by keyboard, so that the page never does sideways. Its note
 * stands before the box, since a caption would be as wide as the table.
 */
export const TableBox: FC<Box> = ({ label, note, children }) => (
  <>
    {note ? <p class="caption">{note}</p> : null}
    {/* biome-ignore lint/a11y/useSemanticElements: a table is no set of fields; who has no mouse scrolls it by the arrow keys */}
    <div class="scroll" tabindex={0} role="group" aria-label={label}>
      {children}
    </div>
  </>
)

/** The head of a table: columns of words, then columns of numbers. */
export const Head: FC<{ words: string[]; numbers?: string[] }> = ({ words, numbers = [] }) => (
  <thead>
    <tr>
      {words.map((name) => (
        <th scope="col">{name}</th>
      ))}
      {numbers.map((name) => (
        <th scope="col" class="n">
          {name}
        </th>
      ))}
    </tr>
  </thead>
)

export const DayTime: FC<{ day: Day | string }> = ({ day }) => <time datetime={day}>{dayText(day)}</time>
export const InstantTime: FC<{ at: Instant }> = ({ at }) => <time datetime={at}>{instantText(at)}</time>

/** When something was said, by its bounds: a day where both fall on it. */
export const MomentTime: FC<{ moment: Moment }> = ({ moment }) => {
  const [from, to] = [moment.earliest.slice(0, 10), moment.latest.slice(0, 10)]
  if (from === to) return <DayTime day={from} />
  return (
    <>
      between <DayTime day={from} /> and <DayTime day={to} />
    </>
  )
}

/** A rounded figure whose title holds six decimals. */
export const FigureText: FC<{ figure: Figure }> = ({ figure }) => (
  <span class="figure" title={figure.exact}>
    {figure.text}
  </span>
)
