import { factTables, memberTables } from '../core/ledger/fact-kinds.ts'

/** What the application may do with a table besides reading it and adding rows: change all columns of a row or those named, delete rows. */
export type Rights = { update?: true | readonly string[]; delete?: true }

/** Rows are added and stand. */
const ADDED: Rights = {}

/** Facts whose text may be taken out: it, and its salt with it. The trigger asks for the redaction that says so. */
const redactable: Readonly<Record<string, Rights>> = {
  disputes: { update: ['grounds', 'salts'] },
  dispute_replies: { update: ['text', 'salts'] },
}

/** What belongs to facts and is as they are, without a digest of its own. */
const belonging = [
  'archives',
  'bylines',
  'candidates',
  'collections',
  'commentary_identities',
  'event_candidates',
  'families',
  'family_members',
  'first_items',
  'imports',
  'ledger_checkpoints',
  'ledger_leaves',
  'ledger_subtrees',
  'proposal_evidence',
  'question_difficulties',
  'reports',
  'resolution_evidence',
  'scored_items',
  'snapshots',
]

/** Everything else, each with what its own file of queries does with it. */
const worked: Readonly<Record<string, Rights>> = {
  authors: { update: ['canonical_id'] },
  commentary_bytes: { delete: true },
  commentary_texts: { delete: true },
  credentials: { update: true },
  dead_letters: { update: true, delete: true },
  deferred_requests: { update: true, delete: true },
  dispute_contacts: { delete: true },
  family_counts: { update: ['n', 'hits'] },
  feed_entries: { update: true },
  feeds: { update: true },
  hosts: { update: true },
  idempotency_keys: { update: true, delete: true },
  installation: ADDED,
  job_runs: { update: ['finished_at', 'status', 'summary', 'error_code', 'error'], delete: true },
  keys: { update: ['name', 'sha256', 'prefix', 'previous_sha256', 'previous_until', 'revoked_at', 'last_used_at'] },
  // Deleted by the trigger on the texts that they quote.
  model_calls: { delete: true },
  one_time_links: { update: ['used_at', 'revoked_at', 'person_id'], delete: true },
  passage_keys: { delete: true },
  passages: { delete: true },
  people: { update: true, delete: true },
  proposals: { update: ['status', 'reason', 'decided_at'] },
  question_leases: { update: true, delete: true },
  question_stems: ADDED,
  questions: { update: ['status', 'outcome', 'void_reason'] },
  resolver_attempts: { update: true },
  score_counts: { update: ['pending', 'void', 'n', 'hits'] },
  searched_events: { update: ['rules'] },
  searched_texts: { update: ['rules'] },
  sessions: { update: true, delete: true },
  sign_in_attempts: { delete: true },
  sources: { update: ['reporting_lag_days'] },
  standing_reports: { update: ['body', 'tag', 'rules', 'due_before', 'made_at'], delete: true },
  unsealed_facts: { delete: true },
  webhook_attempts: ADDED,
  webhook_deliveries: { update: true, delete: true },
  webhooks: { update: true, delete: true },
}

const added = (tables: readonly string[]): [string, Rights][] => tables.map((table) => [table, ADDED])

/** Every table, with what the role that the application connects as may do with it; facts are added and nothing else. */
export const rights: Readonly<Record<string, Rights>> = {
  ...Object.fromEntries(added([...Object.values(factTables), ...Object.values(memberTables), ...belonging])),
  ...redactable,
  ...worked,
}

/** The name of a role or a database as SQL takes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Where pg-boss keeps the queue. Its tables are its own: it makes and changes them, for who owns the database. */
export const QUEUE_SCHEMA = 'pgboss'

const verbsOf = ({ update, delete: deleting }: Rights): string => {
  const changing = update === true ? ['update'] : update ? [`update (${update.map(quoted).join(', ')})`] : []
  return ['select', 'insert', ...changing, ...(deleting ? ['delete'] : [])].join(', ')
}

/**
 * The statements that give a role what the application needs of a database, and take everything else from it: run by the owner of
 * the tables, after each migration. What everybody may do by default goes too: a table of a session's own would be found before ours.
 */
export const grantsFor = (role: string, database: string): string[] => {
  const to = quoted(role)
  const schemas = `public, as_of, drizzle, ${QUEUE_SCHEMA}`
  return [
    `revoke all on all tables in schema ${schemas} from ${to}`,
    `revoke all on all sequences in schema ${schemas} from ${to}`,
    `revoke create on schema ${schemas} from ${to}`,
    'revoke create on schema public from public',
    `revoke create, temporary on database ${quoted(database)} from public, ${to}`,
    'revoke execute on function seal_facts_of(regclass, text) from public',
    `grant connect on database ${quoted(database)} to ${to}`,
    `grant usage on schema ${schemas} to ${to}`,
    `grant select on all tables in schema as_of to ${to}`,
    `grant select on drizzle.__drizzle_migrations to ${to}`,
    `grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${to}`,
    ...Object.entries(rights).map(([table, may]) => `grant ${verbsOf(may)} on public.${quoted(table)} to ${to}`),
  ]
}
