import type { Page } from 'playwright-core'
import { PASSWORD } from './served.ts'

/** Signs in as a person does. */
export const signIn = async (page: Page, url: string, email: string, next = ''): Promise<void> => {
  await page.goto(`${url}/sign-in${next && `?next=${encodeURIComponent(next)}`}`)
  await page.getByLabel('Mail address').fill(email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((to) => !to.pathname.startsWith('/sign-in'))
}
