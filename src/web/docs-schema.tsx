import type { FC } from 'hono/jsx'
import { Head, TableBox } from './layout.tsx'
import type { Schema } from './openapi.ts'
import { constraintsOf, rowsOf, type SchemaRow, type TypePart, typeParts } from './schema-rows.ts'

export const schemaAnchor = (name: string): string => `schema-${name}`
/** Where a schema is described. */
export const schemaHref = (name: string): string => `/docs/schemas#${schemaAnchor(name)}`

/** Prose of the document, where back quotes mark code. */
export const Prose: FC<{ text: string }> = ({ text }) => (
  <>{text.split('`').map((piece, at) => (at % 2 === 1 ? <code>{piece}</code> : piece))}</>
)

const partOf = ({ kind, text }: TypePart) => {
  if (kind === 'ref') return <a href={schemaHref(text)}>{text}</a>
  return kind === 'value' ? <code>{text}</code> : text
}

const Parts: FC<{ parts: TypePart[] }> = ({ parts }) => <>{parts.map(partOf)}</>

/** The type of a schema in a line, its components as links. */
export const TypeLine: FC<{ schema: Schema }> = ({ schema }) => <Parts parts={typeParts(schema)} />

const Row: FC<{ row: SchemaRow }> = ({ row: { name, type, required, notes } }) => (
  <tr>
    <th scope="row">
      <code>{name}</code>
      {required ? null : <small>may be left out</small>}
    </th>
    <td>
      <Parts parts={type} />
    </td>
    <td class="wrap">
      <Prose text={notes} />
    </td>
  </tr>
)

const FieldsTable: FC<{ label: string; schema: Schema }> = ({ label, schema }) => (
  <TableBox label={label}>
    <table>
      <Head words={['Field', 'Type', 'Meaning']} />
      <tbody>
        {rowsOf(schema).map((row) => (
          <Row row={row} />
        ))}
      </tbody>
    </table>
  </TableBox>
)

/** A schema in full: a table of fields, a table for each variant, or a line. */
export const SchemaView: FC<{ label: string; schema: Schema }> = ({ label, schema }) => {
  const variants = schema.oneOf ?? schema.anyOf
  if (variants?.some(({ properties }) => properties !== undefined)) {
    return (
      <>
        <p>One of {variants.length} shapes:</p>
        {variants.map((variant, at) => (
          <FieldsTable label={`${label}, shape ${at + 1}`} schema={variant} />
        ))}
      </>
    )
  }
  if (schema.properties) return <FieldsTable label={label} schema={schema} />
  const constraints = constraintsOf(schema)
  return (
    <p>
      <TypeLine schema={schema} />
      {constraints ? `; ${constraints}` : ''}
    </p>
  )
}
