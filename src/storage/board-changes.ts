import { type SQL, sql } from 'drizzle-orm'
import type { SealedKind } from '../core/ledger/fact-kinds.ts'
import { setOfCollection } from '../core/scored-item.ts'
import { positionRead } from './as-of.ts'
import { canonicalId } from './author-records.ts'
import type { Reader } from './database.ts'
import { exclusions } from './tables/disputes.ts'
import { ledgerLeaves as leaves, unsealedFacts as waiting } from './tables/ledger.ts'
import { authors } from './tables/people.ts'
import {
  familyMembers,
  collectionQuestions as members,
  questionOptions as options,
  predictions,
  questionVersions as versions,
} from './tables/questions.ts'
import { baselines } from './tables/references.ts'
import { resolutionEntries as entries } from './tables/resolution.ts'
import { firstItems, scoredItems as items } from './tables/scores.ts'

/** Each kind of fact that says something of a question which a board is computed from, and where its question stands. */
const aboutQuestions = {
  resolution: { id: entries.id, questionId: entries.questionId, table: entries },
  version: { id: versions.id, questionId: versions.questionId, table: versions },
  option: { id: options.id, questionId: options.questionId, table: options },
  baseline: { id: baselines.id, questionId: baselines.questionId, table: baselines },
} as const satisfies { [Kind in SealedKind]?: unknown }

const ofKind = (kind: SealedKind): SQL => sql`moved.kind = ${kind}`
const ofKinds = (kinds: readonly SealedKind[]): SQL => sql`moved.kind in ${kinds}`

const questionsMoved: SQL = sql.join(
  Object.entries(aboutQuestions).map(
    ([kind, { id, questionId, table }]) =>
      sql`select ${questionId} as id from moved join ${table} on ${id} = moved.fact_id where ${ofKind(kind as SealedKind)}`,
  ),
  sql` union all `,
)

/**
 * Whether any fact that the boards of a collection are computed from came after a position, sealed or waiting for its own: a
 * posting in the collection, whatever caused it; something on a question that is in it or scored in it, or on one whose outcome
 * such a question hangs on; a statement of somebody who is scored there, or that one was taken out of the scores; a question that
 * joined; any merge or split of authors. It may say yes of a fact that moves nothing, and never no of one that does. Its cost is that of the facts since, not of
 * the board.
 */
export const boardMovedSince = async (reader: Reader, collectionId: string, position: number): Promise<boolean> => {
  const inSet = sql`${items.sets} ? ${setOfCollection(collectionId)}`
  const isHere = sql`(exists (select from ${members} where ${members.questionId} = asked.id and ${members.collectionId} = ${collectionId})
    or exists (select from ${items} where ${items.questionId} = asked.id and ${inSet}))`
  const found = sql`exists (
    with moved as (
      select ${leaves.kind} as kind, ${leaves.factId} as fact_id from ${leaves}
        where ${leaves.position} > ${position} and ${leaves.position} <= coalesce(as_of, ${leaves.position})
      union all select ${waiting.kind}, ${waiting.factId} from ${waiting} where as_of is null
    ),
    said as (${questionsMoved}),
    told as (
      select moved.fact_id as id from moved where ${ofKind('prediction')}
      union all select ${exclusions.predictionId} from moved join ${exclusions} on ${exclusions.id} = moved.fact_id
        where ${ofKind('exclusion')}
    ),
    asked as (
      select id from said
      union select ${versions.questionId} from said join ${versions} on ${versions.triggerQuestionId} = said.id
    )
    select from moved join ${items} on ${items.cause} = moved.fact_id where ${inSet}
    union all select from moved join ${firstItems} on ${firstItems.cause} = moved.fact_id
      where ${firstItems.sets} ? ${setOfCollection(collectionId)}
    union all select from asked where ${isHere}
    union all select from told join ${predictions} on ${predictions.id} = told.id
      join ${authors} on ${authors.id} = ${predictions.authorId}
      join ${familyMembers} on ${familyMembers.questionId} = ${predictions.questionId}
      join ${items} on ${items.familyId} = ${familyMembers.familyId} and ${items.authorId} = ${canonicalId}
      where ${inSet}
    union all select from told join ${predictions} on ${predictions.id} = told.id
      join ${authors} on ${authors.id} = ${predictions.authorId}
      join ${familyMembers} on ${familyMembers.questionId} = ${predictions.questionId}
      join ${firstItems} on ${firstItems.familyId} = ${familyMembers.familyId} and ${firstItems.authorId} = ${canonicalId}
      where ${firstItems.sets} ? ${setOfCollection(collectionId)}
    union all select from moved where ${ofKind('author-link')}
    union all select from moved
      where ${ofKinds(['collection-question', 'collection-commentary'])} and split_part(moved.fact_id, '/', 1) = ${collectionId}
  ) or coalesce(as_of < ${position}, false)`
  // In a statement of its own: what is selected directly loses the names of its tables.
  const [row] = await reader
    .select({ moved: sql<boolean>`${found}` })
    .from(sql`(select ${positionRead} as as_of) as read`)
  return row?.moved ?? true
}
