import type { paths } from './api.ts'

export type Method = 'get' | 'post' | 'delete'

/** The paths that know a method. */
export type PathWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends { [K in M]: { responses: unknown } } ? P : never
}[keyof paths]

/** What the document says of one method at one path. */
export type OperationOf<P extends keyof paths, M extends Method> = paths[P] extends { [K in M]: infer O } ? O : never

/** A client waits for its answers: what `Prefer` asks for is none of the answers that its types tell of. */
type Said<Headers> = Omit<NonNullable<Headers>, 'Prefer'>
type Answerable<Parts> = { [K in keyof Parts]: K extends 'header' ? Said<Parts[K]> : Parts[K] }
type ParametersOf<O> = O extends { parameters: infer All }
  ? Answerable<Pick<All, keyof All & ('path' | 'query' | 'header')>>
  : object
type BodyOf<O> = O extends { requestBody: { content: { 'application/json': infer B } } }
  ? { body: B }
  : { body?: undefined }

/** What a request of an operation says: the parameters and the body of the document, and a way to stop it. */
export type Asked<O> = ParametersOf<O> & BodyOf<O> & { signal?: AbortSignal }

type RequiredKeys<T> = { [K in keyof T]-?: object extends Pick<T, K> ? never : K }[keyof T]

/** Nothing need be said where nothing is required. */
export type AskedArguments<O> = RequiredKeys<Asked<O>> extends never ? [asked?: Asked<O>] : [asked: Asked<O>]

type ContentOf<R> = R extends { content: infer C } ? C[keyof C] : undefined

/** What an operation answers when it goes well; undefined where it leaves nothing to tell (204). */
export type AnswerOf<O> = O extends { responses: infer R } ? ContentOf<R[keyof R & (200 | 201 | 204)]> : never

type Page<Item = unknown> = { items: Item[]; next: string | null }

/** The paths that answer with keyset pages. */
export type PagedPath = {
  [P in PathWith<'get'>]: AnswerOf<OperationOf<P, 'get'>> extends Page ? P : never
}[PathWith<'get'>]

/** One item of the pages at a path. */
export type ItemAt<P extends PagedPath> = AnswerOf<OperationOf<P, 'get'>> extends Page<infer Item> ? Item : never
