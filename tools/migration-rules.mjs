import { loadModule, parseSync } from 'libpg-query'

await loadModule()

/**
 * What a migration may do while servers of the release before still run on the same tables, and while others read and write them. Each
 * rule gives what is wrong with a statement and what to do instead. `made`: the tables of the same file, which nobody uses yet.
 */
const EXPAND = 'expand now, and contract in a later release, once no server of the release before runs'

const nameOf = ({ schemaname, relname } = {}) => (schemaname ? `${schemaname}.${relname}` : String(relname))
const lastOf = (names = []) => names.at(-1)?.String?.sval ?? names.at(-1)?.TypeName?.names?.at(-1)?.String?.sval ?? '?'
const constraintsOf = ({ constraints = [] }) => constraints.map(({ Constraint }) => Constraint)

/** Functions that give one value for all rows of a statement: a column with such a default is added without writing each row. */
const ONE_VALUE = [
  'now',
  'transaction_timestamp',
  'statement_timestamp',
  'current_setting',
  'jsonb_build_object',
  'jsonb_build_array',
]

/** Whether a default is worked out anew for each row, which writes the whole table while nobody may use it. */
const isPerRow = (expression) => {
  let found = false
  JSON.stringify(expression, (key, value) => {
    if (key === 'FuncCall' && !ONE_VALUE.includes(lastOf(value.funcname))) found = true
    return value
  })
  return found
}

const notValid = (table, what) => [
  `adds ${what} to ${table}, and looks through all rows while nobody may write`,
  'write NOT VALID after it, and VALIDATE CONSTRAINT in a migration of a later release',
]

const addedColumn = (table, column) => {
  const constraints = constraintsOf(column)
  const of = (type) => constraints.find(({ contype }) => contype === type)
  const faults = []
  const fallback = of('CONSTR_DEFAULT')
  const made = of('CONSTR_GENERATED') ?? of('CONSTR_IDENTITY')
  const called = `${table}.${column.colname}`
  if (of('CONSTR_NOTNULL') && !fallback && !made)
    faults.push([
      `adds ${called} NOT NULL without a default: rows that stand have no value, nor those that the release before adds`,
      'give it a constant default, or let it be null and fill it',
    ])
  if (made || (fallback && isPerRow(fallback.raw_expr)) || /serial$/.test(lastOf(column.typeName?.names)))
    faults.push([
      `adds ${called} with a value of its own for each row, and writes the whole table while nobody may use it`,
      'add it without, fill it in parts, and set the default by a statement of its own',
    ])
  if (of('CONSTR_CHECK')) faults.push(notValid(called, 'a CHECK'))
  if (of('CONSTR_FOREIGN')) faults.push(notValid(called, 'a foreign key'))
  if (of('CONSTR_UNIQUE') ?? of('CONSTR_PRIMARY'))
    faults.push([
      `adds ${called} with an index, and builds it while nobody may use the table`,
      'add the column alone, then CREATE UNIQUE INDEX IF NOT EXISTS',
    ])
  return faults
}

const addedConstraint = (table, { contype, conname, skip_validation, indexname }) => {
  const called = `${conname ?? 'a constraint'} (${contype.replace('CONSTR_', '').toLowerCase()})`
  if (['CONSTR_CHECK', 'CONSTR_FOREIGN', 'CONSTR_NOTNULL'].includes(contype))
    return skip_validation ? [] : [notValid(table, called)]
  if (indexname) return []
  return [
    [
      `adds ${called} to ${table}, and builds its index while nobody may use the table`,
      'CREATE UNIQUE INDEX IF NOT EXISTS, and let the constraint be made USING INDEX in a later release',
    ],
  ]
}

/** The parts of ALTER TABLE that are not harmless. */
const alterations = {
  AT_DropColumn: (table, { name }) => [
    [`drops ${table}.${name}, which servers of the release before read and write`, `stop using it; ${EXPAND}`],
  ],
  AT_AlterColumnType: (table, { name }) => [
    [
      `changes the type of ${table}.${name}, which may write the whole table and changes what the release before reads`,
      `add a column of the new type beside it, write both, fill it; ${EXPAND}`,
    ],
  ],
  AT_SetNotNull: (table, { name }) => [
    [
      `sets ${table}.${name} NOT NULL: the release before may leave it out, and all rows are looked through while nobody may use the table`,
      'ADD CONSTRAINT … CHECK (… IS NOT NULL) NOT VALID; VALIDATE it, and then SET NOT NULL, in later releases',
    ],
  ],
  AT_ColumnDefault: (table, { name, def }) =>
    def
      ? []
      : [
          [
            `drops the default of ${table}.${name}, which the release before may count on`,
            `write the value in every INSERT; ${EXPAND}`,
          ],
        ],
  AT_AddColumn: (table, { def }) => addedColumn(table, def.ColumnDef),
  AT_AddConstraint: (table, { def }) => addedConstraint(table, def.Constraint),
}

const altered = ({ relation, cmds = [], objtype }, { made, added }) => {
  const table = nameOf(relation)
  if (objtype === 'OBJECT_INDEX' || made.has(table)) return []
  return cmds.flatMap(({ AlterTableCmd: command }) => {
    const { subtype, name } = command
    const constraint = command.def?.Constraint
    if (subtype === 'AT_AddConstraint' && constraint?.skip_validation) added.add(`${table} ${constraint.conname}`)
    if (subtype === 'AT_ValidateConstraint' && added.has(`${table} ${name}`))
      return [
        [
          `validates ${name} of ${table} where it is added: the table stays locked until all rows were looked through`,
          'VALIDATE CONSTRAINT in a migration of a later release',
        ],
      ]
    return alterations[subtype]?.(table, command) ?? []
  })
}

const kindOf = (type) => type.replace('OBJECT_', '').toLowerCase()

/** What may be dropped at once: nothing that the release before asks for is answered differently. */
const DROPPED_FREELY = ['OBJECT_TRIGGER', 'OBJECT_INDEX', 'OBJECT_RULE', 'OBJECT_POLICY', 'OBJECT_STATISTIC_EXT']

const dropped = ({ removeType, objects = [] }) =>
  DROPPED_FREELY.includes(removeType)
    ? []
    : objects.map((object) => [
        `drops the ${kindOf(removeType)} ${lastOf(object.List?.items ?? object.ObjectWithArgs?.objname ?? [object])}, which the release before may use`,
        `stop using it; ${EXPAND}`,
      ])

const renamed = ({ renameType, relation, subname, newname }, { made }) =>
  made.has(nameOf(relation))
    ? []
    : [
        [
          `renames the ${kindOf(renameType)} ${[relation && nameOf(relation), subname].filter(Boolean).join('.')} to ${newname}: the release before asks for the old name`,
          `add the new one beside it and write both; ${EXPAND}`,
        ],
      ]

const indexed = ({ idxname, relation, concurrent, if_not_exists }, { made }) => {
  const table = nameOf(relation)
  if (made.has(table)) return []
  if (concurrent)
    return [
      [
        `builds ${idxname} CONCURRENTLY, which no transaction may, and migrations run in one`,
        'write CREATE INDEX IF NOT EXISTS: hindcast migrate builds it before the transaction, without keeping anybody from writing',
      ],
    ]
  if (if_not_exists) return []
  return [
    [
      `builds ${idxname} on ${table}, where nobody may write until it is done`,
      'write CREATE INDEX IF NOT EXISTS: hindcast migrate builds it before the transaction, without keeping anybody from writing',
    ],
  ]
}

const rules = {
  CreateStmt: ({ relation }, { made }) => {
    made.add(nameOf(relation))
    return []
  },
  AlterTableStmt: altered,
  RenameStmt: renamed,
  DropStmt: dropped,
  IndexStmt: indexed,
  AlterObjectSchemaStmt: ({ relation }) => [
    [`moves ${nameOf(relation)} into another schema, where the release before does not look`, EXPAND],
  ],
  TruncateStmt: ({ relations = [] }) => [
    [
      `empties ${relations.map(({ RangeVar }) => nameOf(RangeVar)).join(', ')}, which the release before may read`,
      `stop using it; ${EXPAND}`,
    ],
  ],
  DoStmt: () => [
    ['runs a block whose statements nobody can look at here', 'write them out, each by itself, or say why it is safe'],
  ],
}

/** The reason that stands before a statement for what it does: `-- contract: no release since 0.3 reads it`. */
const hasReason = (before) => /^[ \t]*--[ \t]*contract:[ \t]*\S/m.test(before)

/** What stands between two statements: space and comments. */
const between = (text) => /^(?:[\s;]|--.*|\/\*[\s\S]*?\*\/)*/.exec(text)[0]

/** What is wrong with a migration: by line, what a statement does, and what to do instead. Throws where it is no SQL. */
export const faultsOf = (sql) => {
  const bytes = Buffer.from(sql)
  const scope = { made: new Set(), added: new Set() }
  let end = 0
  return (parseSync(sql).stmts ?? []).flatMap(({ stmt, stmt_location: from = 0, stmt_len: length }) => {
    const [[kind, node]] = Object.entries(stmt)
    const before = between(bytes.subarray(end).toString())
    const line = (bytes.subarray(0, end).toString() + before).split('\n').length
    end = length === undefined ? bytes.length : from + length
    const found = rules[kind]?.(node, scope) ?? []
    return hasReason(before) ? [] : found.map(([what, instead]) => ({ line, what, instead }))
  })
}
