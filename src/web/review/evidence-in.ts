import type { Context } from '../../actions/context.ts'
import { RecordEvent, recordEvent } from '../../actions/resolving/record-event.ts'
import { mustRead } from '../account/guard.ts'
import type { Entered } from './settling-forms.tsx'

const bearingOn = (outcome: string | undefined) =>
  outcome?.startsWith('opt_')
    ? { bearing: 'shows', optionId: outcome }
    : { bearing: outcome === 'no' ? 'excludes' : 'shows' }

const searchedIn = ({ readThrough, statement }: Entered): unknown[] =>
  readThrough || statement
    ? [{ kind: 'search-statement', bearing: 'none', readThrough: readThrough || undefined, statement }]
    : []

/** What a form tells of something that happened; null where it tells of nothing. Throws `invalid-input`. */
const eventIn = ({ title, happened, url }: Entered): RecordEvent | null =>
  title || happened || url ? mustRead(RecordEvent, { title: title ?? '', happened, url: url || undefined }) : null

/**
 * What the fields of a form say of evidence, towards the outcome that it names. The event that it tells of is recorded, once however
 * often the form is sent. `holds` throws where the rest of the form is not in order: then nothing is recorded. Throws `invalid-input`.
 */
export const recordedEvidence = async (
  context: Context,
  entered: Entered,
  holds: (evidence: unknown[]) => void,
): Promise<unknown[]> => {
  const event = eventIn(entered)
  const report = { kind: 'report', ...bearingOn(entered['outcome']) }
  const searched = searchedIn(entered)
  holds([...(event ? [report] : []), ...searched])
  if (!event) return searched
  const recorded = await recordEvent(context, event)
  return [{ ...report, eventId: recorded.event.id }, ...searched]
}
