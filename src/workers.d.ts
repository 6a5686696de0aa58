/** What is used of the runtime's own module; its full types would bring the globals of a second platform. */
declare module 'cloudflare:workers' {
  export const env: Record<string, unknown>
  export const tracing: import('./outside/watch-edge.ts').EdgeTracing
}
