import { say } from './arrive.ts'

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

const nameOf = (form: HTMLFormElement): string => `hindcast ${form.dataset['keep']}`

const fieldsOf = (form: HTMLFormElement): Field[] =>
  [...form.elements].filter(
    (one): one is Field =>
      (one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement) &&
      one.name !== '',
  )

const isPicked = (field: Field): boolean => field instanceof HTMLInputElement && field.type === 'radio'

/** Fills in what was typed before; whether that is something else than the page brought. */
const fillIn = (form: HTMLFormElement, typed: Record<string, string>): boolean => {
  let changed = false
  for (const field of fieldsOf(form)) {
    const value = typed[field.name]
    if (value === undefined) continue
    if (isPicked(field)) {
      const radio = field as HTMLInputElement
      changed ||= (radio.value === value) !== radio.checked
      radio.checked = radio.value === value
    } else {
      changed ||= field.value !== value
      field.value = value
    }
  }
  return changed
}

const typedIn = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))

const restore = (form: HTMLFormElement): void => {
  const kept = sessionStorage.getItem(nameOf(form))
  // What the server gives back was typed later.
  if (kept === null || document.querySelector('[role=alert]')) return
  if (!fillIn(form, JSON.parse(kept))) return
  for (const details of form.querySelectorAll('details')) details.open = true
  say('What you had typed is filled in again.')
}

/** Keeps what is typed in this tab until it is taken: a page that is left, or a session that ends, loses nothing. */
export const keepTyped = (): void => {
  const done = document.querySelector<HTMLElement>('[data-done]')?.dataset['done']
  if (done)
    for (const name of Object.keys(sessionStorage))
      if (name.startsWith('hindcast ') && name.endsWith(`:${done}`)) sessionStorage.removeItem(name)
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-keep]')) {
    restore(form)
    form.addEventListener('input', () => sessionStorage.setItem(nameOf(form), JSON.stringify(typedIn(form))))
  }
}
