import type { FC } from 'hono/jsx'
import { scopes } from '../core/key.ts'
import { problemCodes } from '../core/problem.ts'
import { problemTexts } from '../core/problem-texts.ts'
import { OperationView } from './docs-operation.tsx'
import { Prose, schemaHref } from './docs-schema.tsx'
import { Layout } from './layout.tsx'
import type { Reference, TagGroup } from './openapi.ts'
import { scopeTexts } from './scope-texts.ts'

const EXAMPLE = `# Reads need no key
curl 'http://127.0.0.1:8787/v1/questions?status=due&limit=2'

# Writes need one
curl -X POST 'http://127.0.0.1:8787/v1/authors' \\
  -H "Authorization: Bearer $HINDCAST_KEY" \\
  -H 'Content-Type: application/json' \\
  -d '{ "name": "Ada Lovelace" }'`

const Contents: FC<{ groups: TagGroup[] }> = ({ groups }) => (
  <nav aria-label="Operations">
    <ul class="toc">
      {groups.map(({ tag, operations }) => (
        <li>
          <strong>
            <a href={`#tag-${tag}`}>{tag}</a>
          </strong>
          <ul>
            {operations.map(({ anchor, method, path }) => (
              <li>
                <a href={`#${anchor}`}>
                  {method.toUpperCase()} {path}
                </a>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  </nav>
)

const Keys: FC = () => (
  <>
    <h2 id="keys">Keys</h2>
    <p>
      Reading is open to everyone. Whatever writes needs a key in the header <code>Authorization: Bearer hck_…</code>,
      with the scope that its operation names. The host makes one with{' '}
      <code>hindcast keys create --name NAME --scopes submit</code>; a new database shows its first admin key once. A
      key that is wrong, revoked or expired is refused even where none is needed.
    </p>
    <dl class="facts">
      {scopes.map((scope) => (
        <>
          <dt>
            <code>{scope}</code>
          </dt>
          <dd>{scopeTexts[scope]}</dd>
        </>
      ))}
    </dl>
  </>
)

const Pages: FC = () => (
  <>
    <h2 id="paging">Paging</h2>
    <p>
      Lists are newest first and answer <code>{'{ "items": […], "next": "…" }'}</code>. For the page after, send the
      same request with <code>cursor</code> set to that <code>next</code>; on the last page it is <code>null</code>.
      With <code>limit</code> a page holds 1 to 200 things, else 50. A page that was read stays right while new things
      are recorded: nothing is skipped or repeated.
    </p>
  </>
)

const Problems: FC = () => (
  <>
    <h2 id="problems">Problem codes</h2>
    <p>
      Every failure is a <a href={schemaHref('Problem')}>problem document</a> (RFC 9457,{' '}
      <code>application/problem+json</code>
      ). Its <code>code</code> is from this closed list, its <code>remedy</code> says what to do.
    </p>
    <dl class="facts">
      {problemCodes.map((code) => (
        <>
          <dt id={`problem-${code}`}>
            <code>{code}</code>
          </dt>
          <dd>
            <Prose text={`${problemTexts[code].meaning} ${problemTexts[code].whatToDo}`} />
          </dd>
        </>
      ))}
    </dl>
  </>
)

/** The API reference, made from the OpenAPI document and nothing else. */
export const DocsPage: FC<{ reference: Reference }> = ({ reference }) => {
  const byName = new Map(reference.schemas)
  return (
    <Layout title="API reference · Hindcast" description="Every operation of the Hindcast API.">
      <h1>API reference</h1>
      <p class="lead">
        <Prose text={reference.description} />
      </p>
      <p>
        Version {reference.version}, from <a href="/openapi.json">the OpenAPI 3.1 document</a>; for language models{' '}
        <a href="/llms.txt">llms.txt</a>. See also <a href="#keys">keys</a>, <a href="#paging">paging</a>,{' '}
        <a href="#problems">problem codes</a>, <a href="/docs/schemas">schemas</a>.
      </p>
      <pre>
        <code>{EXAMPLE}</code>
      </pre>
      <Contents groups={reference.groups} />
      <Keys />
      <Pages />
      {reference.groups.map(({ tag, operations }) => (
        <section aria-labelledby={`tag-${tag}`}>
          <h2 id={`tag-${tag}`}>{tag}</h2>
          {operations.map((operation) => (
            <OperationView operation={operation} schemas={byName} />
          ))}
        </section>
      ))}
      <Problems />
    </Layout>
  )
}
