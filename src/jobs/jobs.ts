import type { JobName } from '../core/job.ts'
import { answerRequests } from './answer-requests.ts'
import { checkCounts } from './check-counts.ts'
import { closeDueQuestions } from './close-due-questions.ts'
import { deliverWebhooks } from './deliver-webhooks.ts'
import { keepReports } from './keep-reports.ts'
import { pollFeeds } from './poll-feeds.ts'
import { readPassages } from './read-passages.ts'
import { resolveQuestions } from './resolve-questions.ts'
import type { Job } from './run-job.ts'
import { sealCommittedFacts } from './seal-facts.ts'
import { writeExports } from './write-exports.ts'
import { writeReports } from './write-reports.ts'

/** What each job of the timetable does. */
export const jobs: Readonly<Record<JobName, Job>> = {
  'answer-requests': answerRequests,
  'check-counts': checkCounts,
  'close-due-questions': closeDueQuestions,
  'deliver-webhooks': deliverWebhooks,
  'keep-reports': keepReports,
  'poll-feeds': pollFeeds,
  'read-passages': readPassages,
  'resolve-questions': resolveQuestions,
  'seal-facts': sealCommittedFacts,
  'write-exports': writeExports,
  'write-reports': writeReports,
}
