import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'

/** Unpacks the browser, its libraries and its fonts into the temp folder of the process, and prints where it lies. */
const UNPACK =
  "import('@sparticuz/chromium').then(async ({ default: pack }) => console.log(await pack.executablePath()))"

/** Fonts lie where the browser was unpacked, whatever this machine has: pages look the same everywhere. */
const fontsIn = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`

/**
 * Starts the Chromium that comes in an npm package, with libraries of its own: nothing needs to be installed. It is unpacked by
 * another process, since the package changes the environment of the one that loads it.
 */
const launch = async (): Promise<{ browser: Browser; folder: string }> => {
  const folder = await mkdtemp(join(tmpdir(), 'hindcast-browser-'))
  const env = { ...process.env, TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' }
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', UNPACK], { env })
  const fonts = join(folder, 'fonts.conf')
  await writeFile(fonts, fontsIn(folder))
  const browser = await chromium.launch({
    executablePath: stdout.trim(),
    args: ['--no-sandbox', '--disable-gpu'],
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: fonts, HOME: folder },
  })
  return { browser, folder }
}

let launched: ReturnType<typeof launch> | undefined

/** The browser of this worker: launched once, for all of its tests. */
export const theBrowser = async (): Promise<Browser> => {
  launched ??= launch()
  return (await launched).browser
}

/** Ends the browser of this worker, and removes what was unpacked. */
export const closeBrowser = async (): Promise<void> => {
  const started = launched
  launched = undefined
  if (!started) return
  const { browser, folder } = await started
  await browser.close()
  await rm(folder, { recursive: true, force: true })
}
