import { Hono } from 'hono'
import { idOf } from '../../core/id.ts'
import { findQuestion } from '../../storage/questions.ts'
import { answer, type Env, reading } from '../env.ts'
import { NoQuestionPage, QuestionPage } from './question-page.tsx'
import { readQuestion } from './read-question.ts'

/** The page of one question. */
export const questionPages = () => {
  const pages = new Hono<Env>()

  pages.get('/questions/:id', async (c) => {
    const { reader, now } = reading(c)
    const id = idOf('question').safeParse(c.req.param('id'))
    if (!id.success || !(await findQuestion(reader, id.data))) return answer(c, <NoQuestionPage />, 404)
    const tagger = await c.var.services.tagger()
    return answer(c, <QuestionPage view={await readQuestion(reader, id.data, { now, tagger })} />)
  })
  return pages
}
