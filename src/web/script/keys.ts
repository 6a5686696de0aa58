import { say } from './arrive.ts'

const SWITCH = 'hindcast keys'

const isOn = (): boolean => localStorage.getItem(SWITCH) !== 'off'

/** Shows whether keys do anything, and lets them be turned off and on. */
const showSwitch = (): void => {
  document.documentElement.dataset['keys'] = isOn() ? 'on' : 'off'
  for (const button of document.querySelectorAll('[data-switch]')) {
    button.setAttribute('aria-pressed', String(isOn()))
    button.textContent = isOn() ? 'Keys are on' : 'Keys are off'
  }
}

/** Whether somebody types there; a radio button or a box takes no letters. */
const isTypedIn = (target: EventTarget | null): boolean => {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button', 'submit'].includes(target.type)
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

/** The key that was meant: a digit by its place too, since some keyboards want Shift for it. */
const keyOf = ({ key, code }: KeyboardEvent): string => /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1] ?? key.toLowerCase()

const named = (keys: string): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>('[data-key]')].find(({ dataset }) => dataset['key'] === keys) ?? null

/** What has its keys begin so and is waited for. */
const waiting = (prefix: string): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>('[data-prefix]')].find(({ dataset }) => dataset['prefix'] === prefix) ??
  null

const unfold = (details: HTMLDetailsElement): void => {
  details.open = true
  details.scrollIntoView({ block: 'nearest' })
  details.querySelector<HTMLElement>('textarea, input, button')?.focus()
}

/** Does what the page's own button, link or field does; whether the page is then left. */
const act = (on: HTMLElement): boolean => {
  if (on instanceof HTMLDetailsElement) unfold(on)
  else if (on instanceof HTMLTextAreaElement) on.focus()
  else if (on instanceof HTMLInputElement) {
    on.checked = true
    on.form?.requestSubmit()
    return on.form?.checkValidity() ?? false
  } else {
    on.click()
    return on instanceof HTMLAnchorElement || (on instanceof HTMLButtonElement && (on.form?.checkValidity() ?? false))
  }
  return false
}

/** Listens for the keys that are written on the page, and clicks what they stand on. */
export const listen = (): void => {
  let [begun, left] = ['', false]
  showSwitch()
  for (const button of document.querySelectorAll('[data-switch]')) {
    button.addEventListener('click', () => {
      localStorage.setItem(SWITCH, isOn() ? 'off' : 'on')
      showSwitch()
    })
  }
  // A page that comes back from the browser's own memory was left, and is here again.
  addEventListener('pageshow', () => {
    left = false
  })
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
    const typing = isTypedIn(event.target)
    if (event.key === 'Escape') {
      begun = ''
      if (typing) (event.target as HTMLElement).blur()
      return
    }
    if (typing || left || event.repeat || !isOn() || event.key.length !== 1) return
    const keys = begun + keyOf(event)
    const [on, group] = [named(keys), waiting(keys)]
    begun = group ? keys : ''
    if (group) {
      group.scrollIntoView({ block: 'nearest' })
      say(group.dataset['say'] ?? '')
    }
    if (!on) return
    event.preventDefault()
    left = act(on)
  })
}
