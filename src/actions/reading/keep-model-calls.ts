import type { ModelCall } from '../../core/model-call.ts'
import { keepCalls } from '../../storage/model-calls.ts'
import { action } from '../context.ts'

/** Keeps answers of a model for the next time the same is asked. */
export const keepModelCalls = action<ModelCall[], void>(({ tx, now }, calls) => keepCalls(tx, calls, now))
