import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'

/** Processes of this machine whose parent is another: what a killed postmaster leaves behind for a moment. */
export const childrenOf = (pid: number): number[] => {
  try {
    const found = execFileSync('ps', ['-o', 'pid=', '--ppid', String(pid)], { encoding: 'utf8' })
    return found.split('\n').flatMap((line) => (line.trim() === '' ? [] : [Number(line)]))
  } catch {
    return []
  }
}

export const lives = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Kills a postmaster, and waits until those have gone that it leaves behind. */
export const killPostmaster = async (pid: number): Promise<void> => {
  const children = childrenOf(pid)
  process.kill(pid, 'SIGKILL')
  while ([pid, ...children].some(lives)) await new Promise((go) => setTimeout(go, 20))
}

/** A port of this machine that nobody listens on. */
export const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
