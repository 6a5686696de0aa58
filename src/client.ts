/**
 * `hindcast/client`: asks a Hindcast server over HTTP, typed by its OpenAPI document. This file is the door of that package and
 * names what it promises; it needs `fetch` and nothing of Node.
 */

export type { components, operations, paths } from './client/api.ts'
export { type Client, type ClientOptions, createClient } from './client/create-client.ts'
export { HindcastProblem, type ProblemCode, type ProblemDocument } from './client/problem.ts'
export type { AnswerOf, Asked, ItemAt, OperationOf, PagedPath, PathWith } from './client/request-types.ts'
