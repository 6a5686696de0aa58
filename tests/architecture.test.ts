import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = new URL('..', import.meta.url).pathname
type Source = { path: string; text: string; code: string; imports: string[] }

/** Imports, re-exports and `import()`, also over several lines. */
const importForms =
  /(?:^|\n)\s*import\s+(?:[^'"()]*?\sfrom\s+)?'([^']+)'|(?:^|\n)\s*export\s+(?:type\s+)?(?:\{[^}]*\}|\*(?:\s+as\s+\w+)?)\s+from\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g
const importsOf = (text: string): string[] =>
  [...text.matchAll(importForms)].map(([, plain, again, late]) => plain ?? again ?? late ?? '')

/** The code without its comments; line numbers stay. */
const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ' ')).replace(/(^|[^:'"`])\/\/.*$/gm, '$1')

const read = (path: string): Source => {
  const text = readFileSync(join(root, path), 'utf8')
  const code = withoutComments(text)
  return { path, text, code, imports: importsOf(code) }
}
const sources: Source[] = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => read(posix.join('src', name.replaceAll('\\', '/'))))
  .sort((a, b) => (a.path < b.path ? -1 : 1))

const inFolder = (...folders: string[]) =>
  sources.filter(({ path }) => folders.some((folder) => path.startsWith(`src/${folder}/`)))

/** `src/core/time.ts` for `'../core/time.ts'` in `src/http/app.ts`; null for a package. */
const resolved = ({ path }: Source, specifier: string): string | null =>
  specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : null

// A lower number is a lower floor. Whatever stands directly in src/ is an entry.
const floors: Readonly<Record<string, number>> = {
  core: 0,
  client: 1,
  storage: 1,
  outside: 1,
  actions: 2,
  queries: 2,
  http: 3,
  web: 3,
  cli: 3,
  jobs: 3,
}
const ENTRY = 4
const SIDE_BY_SIDE = ['http', 'web', 'cli', 'jobs']
const folderOf = (path: string): string | null => /^src\/([^/]+)\//.exec(path)?.[1] ?? null
const floorOf = (path: string): number | undefined => {
  const folder = folderOf(path)
  return folder === null ? ENTRY : floors[folder]
}
const isEntry = ({ path }: Source): boolean => folderOf(path) === null

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length

/** Where a pattern stands in code, as `path:line`. */
const found = (of: readonly Source[], pattern: RegExp): string[] =>
  of.flatMap(({ path, code }) => [...code.matchAll(pattern)].map(({ index }) => `${path}:${lineOf(code, index)}`))

/** Every import of these files that breaks a rule, as a sentence. */
const broken = (of: readonly Source[], rule: (from: Source, specifier: string, to: string | null) => string | null) =>
  of.flatMap((source) =>
    source.imports.flatMap((specifier) => {
      const complaint = rule(source, specifier, resolved(source, specifier))
      return complaint === null ? [] : [`${source.path} imports ${specifier}: ${complaint}`]
    }),
  )

describe('the reader of imports', () => {
  it.each([
    ["import { a } from './a.ts'", ['./a.ts']],
    ["import type { A } from './a.ts'", ['./a.ts']],
    ["import a, { type B } from 'a'", ['a']],
    ["import {\n  a,\n  b,\n} from '../a.ts'", ['../a.ts']],
    ["import './a.ts'", ['./a.ts']],
    ["export { a } from './a.ts'", ['./a.ts']],
    ["export type { A } from './a.ts'", ['./a.ts']],
    ["export * from './a.ts'", ['./a.ts']],
    ["const a = await import('./a.ts')", ['./a.ts']],
    ["const a = [\n  import('a'),\n  import('b'),\n]", ['a', 'b']],
    ["import { a } from './a.ts'\nimport { b } from './b.ts'", ['./a.ts', './b.ts']],
    ["// import { a } from './a.ts'\nconst b = 'https://a.b'", []],
    ["/* import { a } from './a.ts' */", []],
    ["export const a = 'from'\nconst b = importOf('c')", []],
  ])('%j', (text, imports) => {
    expect(importsOf(withoutComments(text))).toEqual(imports)
  })

  it('found the sources', () => {
    expect(sources.length).toBeGreaterThan(50)
    expect(inFolder('core').some(({ imports }) => imports.length > 0)).toBe(true)
  })
})

describe('floors', () => {
  it('have a place for every folder', () => {
    const stray = sources.filter(({ path }) => floorOf(path) === undefined).map(({ path }) => path)
    expect(stray, `move it to one of ${Object.keys(floors).join(', ')}, or give its folder a floor here`).toEqual([])
  })

  it('import their own or a lower one', () => {
    const upward = broken(sources, ({ path }, _, to) =>
      to?.startsWith('src/') && (floorOf(to) ?? 0) > (floorOf(path) ?? ENTRY)
        ? 'that is a higher floor; hand the value in as an argument, or move what is needed down'
        : null,
    )
    expect(upward).toEqual([])
  })

  it('keep http, web, cli and jobs apart', () => {
    const across = broken(inFolder(...SIDE_BY_SIDE), ({ path }, _, to) => {
      const [from, other] = [folderOf(path), to && folderOf(to)]
      return other && other !== from && SIDE_BY_SIDE.includes(other)
        ? `${from} knows nothing of ${other}; put what both need in actions, queries or core, or join them in an entry`
        : null
    })
    expect(across).toEqual([])
  })
})

describe('core', () => {
  const PARTS = ['scoring', 'resolution', 'lexicon', 'extraction', 'reading', 'matching', 'evidence', 'ledger']
  /** What a part reads that is not its own: words, for three of them. */
  const reads: Readonly<Record<string, readonly string[]>> = {
    extraction: ['lexicon'],
    matching: ['extraction', 'lexicon'],
    evidence: ['extraction', 'matching'],
  }
  const partOf = (path: string): string | null => {
    const part = /^src\/core\/([^/]+)\//.exec(path)?.[1] ?? null
    return part !== null && PARTS.includes(part) ? part : null
  }

  it('keeps its parts apart; extraction, matching and evidence alone may use words of others', () => {
    const across = broken(inFolder('core'), ({ path }, _, to) => {
      const [from, other] = [partOf(path), to && partOf(to)]
      if (!from || !other || from === other || reads[from]?.includes(other)) return null
      return `${from} knows nothing of ${other}; pass a plain value in, and join the two in actions or queries`
    })
    expect(across).toEqual([])
  })

  it('scores numbers: scoring knows nothing of predictions', () => {
    // Seeded numbers for resampling come from a package.
    const beyond = broken(inFolder('core/scoring'), (_, specifier, to) =>
      (to === null && specifier.startsWith('pure-rand/')) ||
      (to !== null && (to.startsWith('src/core/scoring/') || to === 'src/core/problem.ts' || to === 'src/core/time.ts'))
        ? null
        : 'scoring takes numbers and counts; map predictions to them in queries or actions',
    )
    expect(beyond).toEqual([])
  })

  it('is pure', () => {
    const impure = broken(inFolder('core'), (_, specifier) =>
      specifier.startsWith('node:') ? 'core does no I/O; read in cli, storage or outside and pass the value in' : null,
    )
    expect(impure).toEqual([])
  })
})

describe('client', () => {
  it('knows a server by its document alone', () => {
    const beyond = broken(inFolder('client'), (_, specifier, to) =>
      to?.startsWith('src/client/') || specifier === 'openapi-fetch'
        ? null
        : 'the client runs elsewhere, on what the OpenAPI document says; put what it must know there',
    )
    expect(beyond).toEqual([])
  })
})

describe('packages', () => {
  const is = (specifier: string, ...names: string[]): boolean =>
    names.some((name) => specifier === name || specifier.startsWith(`${name}/`))

  it('drizzle-orm and the drivers stand in storage only', () => {
    const elsewhere = broken(sources, ({ path }, specifier) =>
      is(specifier, 'drizzle-orm', 'postgres', '@electric-sql/pglite') && folderOf(path) !== 'storage'
        ? 'write a query as a function in src/storage and call that'
        : null,
    )
    expect(elsewhere).toEqual([])
  })

  it('hono stands in http, web and the entries only', () => {
    const elsewhere = broken(sources, (source, specifier) =>
      (is(specifier, 'hono') || specifier.startsWith('@hono/')) &&
      !isEntry(source) &&
      !['http', 'web'].includes(folderOf(source.path) ?? '')
        ? 'use zod here and leave routes, requests and responses to src/http'
        : null,
    )
    expect(elsewhere).toEqual([])
  })

  it('the queue of Node is no part of the worker, not even loaded late', () => {
    const reached = new Set(['src/worker.ts'])
    const withoutTypes = ({ code }: Source): string => code.replace(/import type [^']*'[^']+'/g, '')
    for (const path of reached) {
      const source = sources.find((other) => other.path === path)
      for (const specifier of source ? importsOf(withoutTypes(source)) : []) {
        const to = source && resolved(source, specifier)
        if (to) reached.add(to)
      }
    }
    const brings = sources.filter((source) => importsOf(withoutTypes(source)).includes('pg-boss'))
    expect(brings.map(({ path }) => path)).toEqual(['src/outside/queues/pg-boss.ts'])
    expect(
      brings.filter(({ path }) => reached.has(path)),
      'the edge has queues of its own',
    ).toEqual([])
  })

  it('are dependencies of the product, or files named with their ending', () => {
    const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    const unknown = broken(sources, (_, specifier, to) => {
      if (to !== null) return /\.(tsx?|json)$/.test(to) ? null : 'name the file with its ending, as in ./time.ts'
      if (is(specifier, 'cloudflare:workers') || specifier.startsWith('node:')) return null
      return is(specifier, ...Object.keys(dependencies))
        ? null
        : 'use a relative path (no aliases), or add the package to dependencies'
    })
    expect(unknown).toEqual([])
    expect(readFileSync(join(root, 'tsconfig.json'), 'utf8'), 'write relative paths: no aliases').not.toMatch(
      /"(paths|baseUrl)"/,
    )
  })
})

describe('commands that need no database', () => {
  /** Every file that is loaded with one: what is imported as a type or by `import()` is not. */
  const loadedWith = (path: string): string[] => {
    const loaded = new Set([path])
    for (const one of loaded) {
      const source = sources.find((other) => other.path === one)
      const code = source?.code.replace(/import type [^']*'[^']+'/g, '').replace(/\bimport\([^)]*\)/g, '') ?? ''
      for (const specifier of source ? importsOf(code) : []) {
        const to = source && resolved(source, specifier)
        if (to) loaded.add(to)
      }
    }
    return [...loaded]
  }

  it.each(['src/cli.ts', 'src/cli/evidence.ts', 'src/cli/extract.ts', 'src/cli/eval.ts', 'src/cli/score.ts'])(
    '%s loads none: it would take longer than the command itself',
    (path) => expect(loadedWith(path).filter((one) => /^src\/(?:storage|actions|http|web)\//.test(one))).toEqual([]),
  )
})

describe('files', () => {
  it('are no barrels and no junk drawers', () => {
    const named = sources
      .map(({ path }) => path)
      .filter((path) => /(^|\/)(index\.tsx?|_?utils?(\.tsx?)?)($|\/)/.test(path))
    expect(named, 'import each thing from the file that holds it, and name the file by what it holds').toEqual([])
  })

  it('hand nothing on from another file, but for the doors of the package', () => {
    const others = sources.filter(({ path }) => path !== 'src/scoring.ts' && path !== 'src/client.ts')
    const handedOn = found(others, /^export\s+(type\s+)?(\{[^}]*\}|\*(\s+as\s+\w+)?)\s+from\b/gm)
    expect(handedOn, 'import each thing from the file that holds it').toEqual([])
  })

  // Tables of data may be longer than a page of code. Each with its reason.
  const tables: Readonly<Record<string, string>> = {
    'src/client/api.ts': 'the types of the OpenAPI document, generated',
    'src/core/lexicon/forms.ts': 'how each phrase of the lexicon is written, one row a form',
  }

  it('are short', () => {
    const long = sources
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ path, lines }) => lines > 250 && tables[path] === undefined)
      .map(({ path, lines }) => `${path} has ${lines} lines`)
    expect(long, 'at most 250 lines: move a part with a name of its own to a file of its own').toEqual([])
  })

  it('that are excepted as tables still exist and still need it', () => {
    const stale = Object.keys(tables).filter(
      (path) => !sources.some((source) => source.path === path && source.text.split('\n').length > 250),
    )
    expect(stale, 'take it off the list of long tables').toEqual([])
  })

  it('have no default export, but for the one that the edge demands', () => {
    const rest = sources.filter(({ path }) => path !== 'src/worker.ts')
    const defaults = found(rest, /^export\s+default\b|\bas\s+default\b/gm)
    expect(defaults, 'export it by its name').toEqual([])
  })
})

describe('the world comes in as an argument', () => {
  const inside = sources.filter((source) => !isEntry(source))

  it.each([
    ['Date.now()', /\bDate\.now\(/g, 'take `now` from the context'],
    ['new Date()', /\bnew\s+(UTC)?Date\(\s*\)/g, 'take `now` from the context'],
    ['performance.now()', /\bperformance\.now\(/g, 'take `now` from the context'],
    ['Math.random()', /\bMath\.random\(/g, 'take `newId` or `newSalt` from the context'],
    ['process.env', /\bprocess\.env\b|\bimport\.meta\.env\b/g, 'read it in an entry and pass the value in'],
  ])('%s stands in entries only', (_, pattern, instead) => {
    expect(found(inside, pattern), instead).toEqual([])
  })

  it('fetch is called in outside only', () => {
    const rest = sources.filter(({ path }) => folderOf(path) !== 'outside')
    // A handler may be called fetch; what is refused is calling the global one.
    const calls = found(rest, /(?<![\w.$]|async\s)fetch\((?!.*\)(:.*)?\s*\{\s*$)|\b(globalThis|self|window)\.fetch\(/gm)
    expect(calls, 'ask for it through a port in src/outside, which guards addresses').toEqual([])
  })
})
