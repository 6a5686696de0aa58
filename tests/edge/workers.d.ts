/** What tests use of the runtime's own module besides. */
declare module 'cloudflare:workers' {
  export const exports: {
    default: {
      fetch: (request: Request) => Promise<Response>
      scheduled: (controller: { scheduledTime: Date; cron: string }) => Promise<{ outcome: string }>
    }
  }
}
