import { createApp, type Provide } from './http/app.ts'
import { createPages } from './web/pages.tsx'

/** The API and the pages as one site: what both runtimes serve. */
export const createSite = (provide: Provide) => {
  const app = createApp(provide)
  app.route('/', createPages(app.apiDocument))
  return app
}
