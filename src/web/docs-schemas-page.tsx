import type { FC } from 'hono/jsx'
import { Prose, SchemaView, schemaAnchor } from './docs-schema.tsx'
import { Layout } from './layout.tsx'
import type { Reference } from './openapi.ts'

/** The schemas of the reference, on a page of their own: with the operations it would be too much for a phone. */
export const SchemasPage: FC<{ reference: Reference }> = ({ reference: { schemas } }) => (
  <Layout title="Schemas of the API · Hindcast" description="What the Hindcast API takes and answers.">
    <h1>Schemas</h1>
    <p>
      What the operations of the <a href="/docs">API reference</a> take and answer.
    </p>
    {schemas.map(([name, schema]) => (
      <div>
        <h2 id={schemaAnchor(name)}>{name}</h2>
        {schema.description ? (
          <p>
            <Prose text={schema.description} />
          </p>
        ) : null}
        <SchemaView label={name} schema={schema} />
      </div>
    ))}
  </Layout>
)
