import type { FC } from 'hono/jsx'
import { counted } from './format.ts'

/** How many statements a list leaves out since they were taken back, with the address of those; `of`: whose, as a query of the API. */
export const TakenBackNote: FC<{ n: number; of: string }> = ({ n, of }) =>
  n === 0 ? null : (
    <>
      {' '}
      {counted(n, 'statement')} {n === 1 ? 'was' : 'were'} taken back, {n === 1 ? 'counts' : 'count'} nowhere and{' '}
      {n === 1 ? 'is' : 'are'} left out here: <a href={`/v1/predictions?${of}&taken_back=true`}>as JSON</a>.
    </>
  )
