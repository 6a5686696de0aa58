import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { serveCommand } from '../../src/cli/serve.ts'
import { host } from '../../src/host.ts'

const read = (name: string): string => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8')
const dockerfile = read('Dockerfile')
const linesOf = (instruction: string): string[] =>
  dockerfile
    .split('\n')
    .filter((line) => line.startsWith(`${instruction} `))
    .map((line) => line.slice(instruction.length + 1))

/** What is copied from the checkout, not from another stage. */
const copied = linesOf('COPY')
  .filter((line) => !line.startsWith('--from'))
  .flatMap((line) => line.split(' ').slice(0, -1))
  .filter((name) => name !== '.')

describe('the image of a container', () => {
  it('is made of what is there and is let into it', () => {
    const letIn = read('.dockerignore')
      .split('\n')
      .flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []))
    for (const name of [...copied, ...letIn])
      expect(existsSync(new URL(`../../${name}`, import.meta.url)), name).toBe(true)
    expect(letIn).toEqual(expect.arrayContaining([...new Set(copied), 'src']))
    const published: string[] = JSON.parse(read('package.json')).files
    const inImage = [...copied, 'dist', 'README.md']
    expect(inImage).toEqual(expect.arrayContaining(published))
  })

  it('runs a Node that the package takes, as nobody who could write elsewhere than in the volume', () => {
    const versions = linesOf('FROM').map((line) => Number(/^node:(\d+)-/.exec(line)?.[1]))
    expect(new Set(versions)).toEqual(new Set([24]))
    expect(JSON.parse(read('package.json')).devDependencies.node.split('.')[0]).toBe('24')
    expect(linesOf('USER')).toEqual(['node'])
    expect(linesOf('VOLUME')).toEqual(['/data'])
  })

  it('begins with a command and options that there are', () => {
    const [name, ...options] = JSON.parse(linesOf('CMD').at(-1) ?? '[]')
    const terminal = {
      now: () => '2026-01-01T00:00:00.000Z',
      environment: {},
      print: () => undefined,
      note: () => undefined,
    }
    const command = serveCommand(terminal as never, host, '')
    expect(name).toBe(command.name())
    expect(options.filter((one: string) => one.startsWith('--'))).toEqual(['--host', '--data'])
    for (const one of ['--host', '--data']) expect(command.options.map(({ long }) => long)).toContain(one)
    expect(linesOf('EXPOSE')).toEqual([String(command.opts()['port'])])
  })
})

describe('the composition with a Postgres', () => {
  const { services, configs, volumes } = parse(read('compose.yaml'))

  it('migrates as the owner of the tables and serves as a role that owns nothing', () => {
    const user = (name: string) =>
      new URL(services[name].environment.DATABASE_URL.replace(/\$\{[^}]+\}/g, 'x')).username
    expect(user('migrate')).toBe(services.database.environment.POSTGRES_USER)
    expect(services.migrate.command).toEqual(['migrate', '--app-role', user('hindcast')])
    expect(configs['application-role'].content).toContain(`CREATE ROLE ${user('hindcast')} LOGIN`)
    expect(services.hindcast.depends_on.migrate.condition).toBe('service_completed_successfully')
  })

  it('names only settings that the server reads, and no secret of its own', () => {
    const settings = Object.keys(services.hindcast.environment).filter((name) => name !== 'DATABASE_URL')
    const sources = ['src/server.ts', 'src/outside/fetch-settings.ts', 'src/outside/secret-file.ts'].map(read).join('')
    for (const name of settings) expect(sources).toContain(name)
    expect(services.hindcast.ports).toEqual(['127.0.0.1:8787:8787'])
    expect(Object.keys(volumes)).toEqual(['database'])
  })
})
