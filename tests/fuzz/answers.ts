import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Document, Route } from './document.ts'

export type Given = { status: number; type: string; text: string }

const mediaOf = (type: string): string => type.split(';')[0]?.trim() ?? ''

const notJson = (line: string): string | null => {
  try {
    JSON.parse(line)
    return null
  } catch {
    return `a line that is not JSON: ${line.slice(0, 80)}`
  }
}

/** Says what is wrong with an answer by the document, or null. */
export const judgeOf = (document: Document) => {
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true })
  addFormats(ajv)
  ajv.addSchema({ $id: 'api', ...document })
  const valid = (pointer: string, value: unknown): string | null => {
    const validate = ajv.getSchema(`api#${pointer}`)
    if (!validate) return `nothing stands at ${pointer}`
    return validate(value) ? null : ajv.errorsText(validate.errors)
  }
  const part = (name: string): string => encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))

  const problemFault = ({ status, type, text }: Given): string | null => {
    if (mediaOf(type) !== 'application/problem+json') return `a refusal of type ${type}`
    const problem = JSON.parse(text)
    if (problem.status !== status) return `a problem document of status ${problem.status}`
    return valid('/components/schemas/Problem', problem)
  }

  /** `asked` is the method that was sent: another than the route's is answered 405, and HEAD as GET without a body. */
  return ({ method, path, operation }: Route, asked: string, given: Given): string | null => {
    const { status, type, text } = given
    if (asked === 'OPTIONS') return status < 500 ? null : `status ${status}`
    if (asked === 'HEAD') return status < 500 && text === '' ? null : `HEAD: status ${status}, body ${text.length}`
    const route = asked === method ? operation : document.paths[path]?.[asked.toLowerCase()]
    if (!route) return status >= 400 && status < 500 ? problemFault(given) : `another method: status ${status}`
    const stated = route.responses[String(status)]
    if (!stated) return `status ${status} is not stated: ${text.slice(0, 300)}`
    if (status >= 400 && path.startsWith('/v1/')) return problemFault(given)
    if (stated.content === undefined) return text === '' ? null : `status ${status} with a body`
    const media = mediaOf(type)
    if (!(media in stated.content)) return `type ${type} is not stated`
    const place = ['paths', path, asked.toLowerCase(), 'responses', String(status), 'content', media, 'schema']
    const fault = (said: string) => valid(`/${place.map(part).join('/')}`, JSON.parse(said))
    if (/[/+]json$/.test(media)) return fault(text)
    // A line each; where they are of no one shape the document says that they are text.
    const lines = media === 'application/x-ndjson' ? text.split('\n').filter((line) => line !== '') : []
    const isText = stated.content[media]?.schema?.type === 'string'
    const faults = lines.map((line) => (isText ? notJson(line) : fault(line)))
    return faults.find((one) => one !== null) ?? null
  }
}
