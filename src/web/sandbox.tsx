import { createContext, type FC, useContext } from 'hono/jsx'

/** Whether the page is of a sandbox. */
export const Sandbox = createContext(false)

/** Above everything else on each page of a sandbox. */
export const SandboxBanner: FC = () =>
  useContext(Sandbox) ? (
    <p class="sandbox" role="note">
      <strong>Practice mode.</strong> A sandbox with fictional data: nothing here is real, and all of it may be gone at
      any time.
    </p>
  ) : null

/** Keeps the pages of a sandbox out of search engines. */
export const SandboxRobots: FC = () => (useContext(Sandbox) ? <meta name="robots" content="noindex, nofollow" /> : null)
