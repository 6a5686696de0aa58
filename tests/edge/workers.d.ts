/** What tests use of the runtime's own module; its full types would bring the globals of a second platform. */
declare module 'cloudflare:workers' {
  export const env: Record<string, unknown>
  export const exports: {
    default: {
      fetch: (request: Request) => Promise<Response>
      scheduled: (controller: { scheduledTime: Date; cron: string }) => Promise<{ outcome: string }>
    }
  }
}
