/** Says something aloud to who does not see the page: a status that is there from the start and changes is read out. */
export const say = (text: string): void => {
  const status = document.getElementById('aloud')
  if (!status) return
  status.textContent = ''
  setTimeout(() => {
    status.textContent = text
  }, 100)
}

/** Brings the passage into sight inside the article, without moving the page. */
const showPassage = (): void => {
  const [article, passage] = [document.getElementById('article'), document.getElementById('passage')]
  if (!article || !passage || article.scrollHeight <= article.clientHeight) return
  const above = passage.getBoundingClientRect().top - article.getBoundingClientRect().top
  article.scrollTop += above - article.clientHeight / 3
}

/** What a page does once it is there: the passage in sight, the focus on what is to be decided, what was done said aloud. */
export const arrive = (): void => {
  showPassage()
  const alert = document.querySelector('[role=alert]')
  const first = document.querySelector<HTMLElement>('[data-focus]')
  if (location.hash === '') first?.focus({ preventScroll: true })
  const done = document.querySelector('[data-done]')
  if (done && !alert) say(done.textContent ?? '')
}
