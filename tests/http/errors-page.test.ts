import { expect, test } from 'vitest'
import { problemKinds } from '../../src/http/routes/problems.ts'

/** The list of problem codes as a page. */
const page = (): string => {
  const byStatus = [...problemKinds()].sort((a, b) => a.status - b.status)
  const lines = byStatus.map(
    ({ code, status, title, meaning, whatToDo }) => `| \`${code}\` | ${status} | ${title} | ${meaning} | ${whatToDo} |`,
  )
  return `# What can go wrong

Every failure leaves as a problem document ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457), \`application/problem+json\`): \`type\`
links to its entry at \`/docs\` of the server that was asked, \`code\` is of this closed list, \`detail\` says what is wrong this time, \`remedy\`
what to do, \`fields\` names each field concerned, \`stands\` what stands instead where somebody else was first, and \`requestId\` finds the
request in the server's log. \`GET /v1/problems\` answers this list; a test makes the page from the same code. Tools of
[\`/mcp\`](mcp.md) tell the same codes, [\`hindcast/client\`](client.md) throws them.

| code | status | title | what it means | what to do |
| --- | --- | --- | --- | --- |
${lines.join('\n')}
`
}

test('docs/errors.md tells every code that there is', async () => {
  await expect(page()).toMatchFileSnapshot('../../docs/errors.md')
})
