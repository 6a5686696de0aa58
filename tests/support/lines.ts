import { onTestFinished, vi } from 'vitest'

export type Line = Record<string, unknown> & { level: string; event: string }

/** The lines that go to the log until the test ends, each read as JSON. */
export const linesOfLog = (): Line[] => {
  const lines: Line[] = []
  const spies = (['log', 'warn', 'error'] as const).map((method) =>
    vi.spyOn(console, method).mockImplementation((...said) => {
      lines.push(JSON.parse(said.join(' ')))
    }),
  )
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore()
  })
  return lines
}
