import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a packed door is held against: a folder that it is installed in, and this project's compiler. */
export type Installed = { scratch: string; tsc: string }

/** What a script prints as JSON, run by plain Node beside the installed package. */
export const node = ({ scratch }: Installed, name: string, script: string, ...flags: string[]): unknown => {
  const file = join(scratch, name)
  writeFileSync(file, script)
  const printed = execFileSync(process.execPath, ['--no-warnings', ...flags, file], {
    cwd: scratch,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  return JSON.parse(printed)
}

/** What the compiler complains of in a consumer of the package; empty where it is content. */
export const compile = (
  { scratch, tsc }: Installed,
  consumer: string,
  module: string,
  moduleResolution: string,
): string => {
  writeFileSync(join(scratch, 'consumer.mts'), consumer)
  const options = {
    module,
    moduleResolution,
    target: 'es2022',
    strict: true,
    noEmit: true,
    skipLibCheck: false,
    types: [],
  }
  writeFileSync(join(scratch, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files: ['consumer.mts'] }))
  try {
    return execFileSync(tsc, ['-p', scratch], { encoding: 'utf8', stdio: 'pipe' })
  } catch (error) {
    return error instanceof Error && 'stdout' in error ? String(error.stdout) : String(error)
  }
}
