import { expect, it } from 'vitest'
import { z } from 'zod'
import { ModelFindings, ModelJudgements } from '../../../src/core/extraction/model/model-answer.ts'
import {
  instructionsOf,
  markedOff,
  materialOf,
  PROMPT_VERSION,
} from '../../../src/core/extraction/model/model-prompt.ts'
import { sha256 } from '../../../src/core/ledger/digest.ts'

// Kept answers and candidates are known by the version: other words or another form need another one.
it('what is asked has not changed under its version', async () => {
  const asked = [
    instructionsOf('model'),
    instructionsOf('hybrid'),
    z.toJSONSchema(ModelFindings),
    z.toJSONSchema(ModelJudgements),
    markedOff(materialOf('words', []), 'ab'.repeat(32)),
  ]
  expect({ [PROMPT_VERSION]: await sha256(JSON.stringify(asked)) }).toEqual({
    '2026.1': '129f133cfb34d8971220e392891540eb2bc59b85126f33636aff28e6ff9105be',
  })
})
