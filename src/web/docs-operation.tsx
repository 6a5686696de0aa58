import type { FC } from 'hono/jsx'
import { Prose, SchemaView, schemaHref, TypeLine } from './docs-schema.tsx'
import { Head, TableBox } from './layout.tsx'
import { type DocumentedOperation, type Parameter, refName, type Schema } from './openapi.ts'
import { constraintsOf } from './schema-rows.ts'

type Schemas = ReadonlyMap<string, Schema>
type Content = DocumentedOperation['responses'][string]['content']

const PROBLEM = 'application/problem+json'

/** A summary as a sentence; one that asks keeps its question mark. */
const sentence = (words: string): string => (/[.?!]$/.test(words) ? words : `${words}.`)

const schemaOf = (content: Content): Schema | null => {
  const [first] = Object.values(content ?? {})
  return first?.schema ?? null
}

const ParameterRow: FC<{ parameter: Parameter }> = ({ parameter }) => {
  const { name, required, description, schema = {} } = parameter
  return (
    <tr>
      <th scope="row">
        <code>{name}</code>
        <small>{required ? 'needed' : 'may be left out'}</small>
      </th>
      <td>{parameter.in}</td>
      <td>
        <TypeLine schema={schema} />
      </td>
      <td class="wrap">
        <Prose text={[description ?? schema.description ?? '', constraintsOf(schema)].filter(Boolean).join('; ')} />
      </td>
    </tr>
  )
}

const Parameters: FC<{ parameters: Parameter[]; label: string }> = ({ parameters, label }) => (
  <>
    <h4>Parameters</h4>
    <TableBox label={`Parameters of ${label}`}>
      <table>
        <Head words={['Name', 'In', 'Type', 'Meaning']} />
        <tbody>
          {parameters.map((parameter) => (
            <ParameterRow parameter={parameter} />
          ))}
        </tbody>
      </table>
    </TableBox>
  </>
)

/** The body in full: a reference is resolved, since whoever writes needs its fields here. */
const Body: FC<{ schema: Schema; schemas: Schemas; label: string }> = ({ schema, schemas, label }) => {
  const resolved = schema.$ref ? schemas.get(refName(schema.$ref)) : schema
  return (
    <>
      <h4>
        Body: <TypeLine schema={schema} />
      </h4>
      {resolved ? <SchemaView label={`Body of ${label}`} schema={resolved} /> : null}
    </>
  )
}

const Answers: FC<{ responses: DocumentedOperation['responses'] }> = ({ responses }) => {
  const isProblem = (content: Content): boolean => content !== undefined && PROBLEM in content
  const all = Object.entries(responses)
  const failures = all.filter(([, { content }]) => isProblem(content))
  return (
    <>
      <h4>Answers</h4>
      <ul>
        {all
          .filter(([, { content }]) => !isProblem(content))
          .map(([status, { description, content }]) => (
            <Success status={status} description={description} schema={schemaOf(content)} />
          ))}
        {failures.length > 0 ? (
          <li>
            {failures.map(([status]) => status).join(', ')}: a <a href={schemaHref('Problem')}>Problem</a>; see{' '}
            <a href="#problems">the codes</a>
          </li>
        ) : null}
      </ul>
    </>
  )
}

const Success: FC<{ status: string; description: string; schema: Schema | null }> = (props) => (
  <li>
    <strong>{props.status}</strong> <Prose text={props.description} />
    {props.schema ? (
      <>
        : <TypeLine schema={props.schema} />
      </>
    ) : null}
  </li>
)

/** One operation: what it does, what it needs, what it answers. */
export const OperationView: FC<{ operation: DocumentedOperation; schemas: Schemas }> = ({ operation, schemas }) => {
  const { method, path, anchor, summary, description, parameters = [], requestBody, responses } = operation
  const label = `${method.toUpperCase()} ${path}`
  const body = schemaOf(requestBody?.content)
  const scope = operation['x-scope']
  return (
    <div class="operation">
      <h3 id={anchor}>
        <span class="method">{method.toUpperCase()}</span> {path}
      </h3>
      <p>
        {summary ? <strong>{sentence(summary)}</strong> : null} {description ? <Prose text={description} /> : null}
      </p>
      <p class="note">
        {scope ? (
          <>
            Needs a key with the scope <code>{scope}</code>.
          </>
        ) : (
          'Needs no key.'
        )}
      </p>
      {parameters.length > 0 ? <Parameters parameters={parameters} label={label} /> : null}
      {body ? <Body schema={body} schemas={schemas} label={label} /> : null}
      <Answers responses={responses} />
    </div>
  )
}
