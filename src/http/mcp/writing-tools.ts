import { z } from 'zod'
import { submitPrediction } from '../../actions/predicting/submit-prediction.ts'
import { ProposeOutcome, proposeOutcome } from '../../actions/resolving/propose-outcome.ts'
import { ProposalTrial, tryProposal } from '../../actions/resolving/try-proposal.ts'
import { Share } from '../../core/distribution.ts'
import { idOf } from '../../core/id.ts'
import { acts, Prediction } from '../../core/prediction.ts'
import { Probability } from '../../core/probability.ts'
import { Proposal } from '../../core/proposal.ts'
import { SubmitPrediction } from '../../core/submission.ts'
import { Instant } from '../../core/time.ts'
import { publicPrediction, publicProposal } from '../../queries/public.ts'
import { byTheApi, tool } from './tool.ts'

const submit = tool({
  name: 'submit_prediction',
  title: 'Submit a prediction',
  description:
    'Records a forecast of an author that this key registered, on an open question that takes submissions (`referenceAt` is set). ' +
    'Nothing recorded is ever changed or deleted: a new statement follows the one before. What stands already is answered with ' +
    '`created: false`.',
  scope: 'submit',
  // Who reaffirms twice has said it twice.
  repeatable: false,
  operationId: 'submitPrediction',
  input: z.strictObject({
    act: z.enum(acts).default('state').meta({
      description: 'state or reaffirm a forecast, withdraw it, or mark one as a mistake (within ten minutes)',
    }),
    author: z.string().min(1).max(300).optional().meta({ description: 'id or slug; all but a mistake need it' }),
    questionId: idOf('question').optional().meta({ description: 'all but a mistake need it' }),
    probability: Probability.optional().meta({ description: 'to state: of the positive event, 0 to 1' }),
    distribution: z.array(Share).optional().meta({
      description: 'to state on a categorical question: the share of every option, 1 in all',
    }),
    corrects: idOf('prediction').optional().meta({ description: 'the mistake' }),
    expiresAt: Instant.optional().meta({ description: 'when it stops to stand by itself; left out: never' }),
    rationale: z.string().trim().min(1).max(1000).optional(),
  }),
  output: z.object({ prediction: Prediction, created: z.boolean() }),
  run: async ({ writing }, input) => {
    const { prediction, created } = await submitPrediction(writing(), byTheApi(SubmitPrediction, input))
    return { prediction: publicPrediction(prediction), created }
  },
})

const propose = tool({
  name: 'propose_resolution',
  title: 'Propose a resolution',
  description:
    'Proposes the outcome of a question with its evidence. It settles nothing: somebody with the scope `resolve` decides. Try it with ' +
    '`dry_run` first: everything is checked and judged, and nothing kept. "No" needs sources read past the end of the window.',
  scope: 'submit',
  repeatable: true,
  operationId: 'proposeOutcome',
  input: z.strictObject({
    ...ProposeOutcome.shape,
    dry_run: z.boolean().default(false).meta({ description: 'only say what would come of it' }),
  }),
  output: z.object({
    proposal: Proposal.nullable().meta({ description: 'null after a dry run' }),
    created: z.boolean().meta({ description: 'false: it stood already, or nothing was kept' }),
    trial: ProposalTrial.nullable().meta({ description: 'of a dry run' }),
  }),
  run: async ({ writing }, { dry_run, ...input }) => {
    if (dry_run) {
      const trial = await tryProposal(writing(), input)
      return {
        proposal: null,
        created: false,
        trial: { ...trial, stands: trial.stands && publicProposal(trial.stands) },
      }
    }
    const { proposal, created } = await proposeOutcome(writing(), input)
    return { proposal: publicProposal(proposal), created, trial: null }
  },
})

export const writingTools = [submit, propose]
