import type { FC } from 'hono/jsx'

const keys: readonly [key: string, deed: string][] = [
  ['a', 'accept it, with what stands in the form'],
  ['e', 'edit it: the first field of the form'],
  ['r then a digit', 'reject it for that reason; 0 to write one'],
  ['j then a digit', 'accept it on that question; 0 for one of its own'],
  ['s', 'split it into several'],
  ['u', 'take back what was decided last'],
  ['n, p', 'the next, the previous one that waits'],
  ['?', 'this list'],
  ['Escape', 'leave a field, or a key that waits for its digit'],
]

/** What the keys do, and how they are turned off: somebody who speaks to their computer types letters without meaning them. */
export const KeysHelp: FC = () => (
  <details class="keys" id="keys" data-key="?">
    <summary>Keys</summary>
    <dl class="found">
      {keys.map(([key, deed]) => (
        <>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{deed}</dd>
        </>
      ))}
    </dl>
    <p>Keys do nothing while you type in a field. Without them every step has its button or link.</p>
    <p>
      <button type="button" class="quiet" data-switch aria-pressed="true">
        Keys are on
      </button>
    </p>
  </details>
)
