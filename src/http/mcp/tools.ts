import { readingTools } from './reading-tools.ts'
import type { Tool } from './tool.ts'
import { writingTools } from './writing-tools.ts'

/** Everything that a model may call at `/mcp`. */
export const tools: readonly Tool[] = [...readingTools, ...writingTools]
