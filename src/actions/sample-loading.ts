import { sha256 } from '../core/ledger/digest.ts'

/** `ready`: nobody asked for it; `failed`: it stopped half-way and may be asked for again, which goes on where it stopped. */
export type SamplePhase = 'ready' | 'loading' | 'done' | 'failed'

/** How the fictional sample is loaded into an empty database, once, while requests go on. */
export type SampleLoading = {
  /** Whether a secret is that of the link which was printed when the server started. */
  opens: (secret: string) => Promise<boolean>
  /** Begins, and does not wait. False where it is running or done: asked twice, it is loaded once. */
  begin: () => boolean
  /** Where it stands, and the last thing it told. */
  state: () => { phase: SamplePhase; told: string }
}

/** `load` tells what it does line by line; what it throws goes to `report`, never to a page. */
export const sampleLoading = (
  load: (tell: (line: string) => void) => Promise<void>,
  { secret, report }: { secret: string; report: (error: unknown) => void },
): SampleLoading => {
  let phase: SamplePhase = 'ready'
  let told = ''
  const run = async (): Promise<void> => {
    try {
      await load((line) => {
        told = line
      })
      phase = 'done'
    } catch (error) {
      phase = 'failed'
      report(error)
    }
  }
  return {
    // Digests are compared, so that the time it takes tells nothing of the secret.
    opens: async (given) => (await sha256(given)) === (await sha256(secret)),
    begin: () => {
      if (phase === 'loading' || phase === 'done') return false
      phase = 'loading'
      told = ''
      void run()
      return true
    },
    state: () => ({ phase, told }),
  }
}
