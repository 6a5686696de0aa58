import type { ByteWriter, ParquetWriter } from 'hyparquet-writer'
import type { Column } from './columns.ts'
import type { Pages } from './pages.ts'

/** So many rows make a group of a file, which is held until it is whole: column by column. */
const GROUP = 10_000

type Element = ConstructorParameters<typeof ParquetWriter>[0]['schema'][number]

const elements: Readonly<Record<Column['kind'], Omit<Element, 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  number: { type: 'DOUBLE' },
  integer: { type: 'INT64' },
  boolean: { type: 'BOOLEAN' },
  json: { type: 'BYTE_ARRAY', converted_type: 'JSON' },
}

const valueIn = (row: object, { name, kind }: Column): unknown => {
  const value = (row as Record<string, unknown>)[name]
  if (value === null || value === undefined) return undefined
  return kind === 'integer' ? BigInt(value as number) : value
}

/** What was written since, and room for more. */
const taken = (writer: ByteWriter): Uint8Array<ArrayBuffer> => {
  const bytes = new Uint8Array(writer.getBuffer())
  writer.index = 0
  return bytes
}

/** Rows as a Parquet file, group by group; every column may be empty, and one of nested values holds JSON. */
export async function* parquetBytes(pages: Pages, columns: readonly Column[]): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer')
  const writer = new ByteWriter()
  const schema: Element[] = [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, kind }) => ({ name, repetition_type: 'OPTIONAL' as const, ...elements[kind] })),
  ]
  const file = new ParquetWriter({ writer, schema, createdBy: 'hindcast' })
  let held: object[] = []
  const write = async (rows: readonly object[]): Promise<void> => {
    const columnData = columns.map((column) => ({ name: column.name, data: rows.map((row) => valueIn(row, column)) }))
    await file.write({ columnData, rowGroupSize: GROUP })
  }
  for await (const rows of pages) {
    held.push(...rows)
    if (held.length < GROUP) continue
    await write(held.slice(0, GROUP))
    held = held.slice(GROUP)
    yield taken(writer)
  }
  if (held.length > 0) await write(held)
  await file.finish()
  yield taken(writer)
}
