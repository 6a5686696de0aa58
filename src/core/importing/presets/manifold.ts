import { dayOf } from '../../time.ts'
import { mustMillis, mustProbability, mustText, type Row, RowRefused, textOf } from '../cells.ts'
import type { ImportOutcome } from '../import-item.ts'
import type { Mapping } from '../mapping.ts'

const outcomes: Readonly<Record<string, ImportOutcome['outcome']>> = {
  YES: 'yes',
  NO: 'no',
  CANCEL: 'void',
  MKT: 'void',
}

const outcomeOf = (market: Row, question: string, url: string | null): ImportOutcome | null => {
  const told = textOf(market, 'resolution')
  if (told === null) return null
  const outcome = outcomes[told]
  if (outcome === undefined) throw new RowRefused(`the resolution of market ${question} is ${told.slice(0, 40)}`)
  return { question, outcome, resolvedAt: mustMillis(market, 'resolutionTime'), ...(url === null ? {} : { url }) }
}

/** Fields of a market (`LiteMarket`) that are read. */
export const MANIFOLD_MARKETS = ['id', 'question', 'createdTime', 'closeTime', 'outcomeType', 'url'] as const

/** Bets of Manifold’s documented API (`GET /v0/bets`), with the markets (`GET /v0/markets`) handed in by id. */
export const manifold = (markets: ReadonlyMap<string, Row>): Mapping => ({
  source: 'Manifold',
  note:
    'Read from bets on Manifold. A bet is a trade, no statement: the price that it left (`probAfter`) stands for what its maker thought. ' +
    'The close of a market is the end of its window. Binary markets alone; orders that bought nothing are passed over, and a market that ' +
    'resolved to a price is void.',
  needed: ['id', 'userId', 'contractId', 'createdTime', 'probAfter', 'amount'],
  known: [
    ...[
      'probBefore',
      'outcome',
      'shares',
      'fees',
      'isFilled',
      'isCancelled',
      'isRedemption',
      'isAnte',
      'isApi',
      'isChallenge',
    ],
    ...[
      'limitProb',
      'orderAmount',
      'loanAmount',
      'fills',
      'answerId',
      'betId',
      'visibility',
      'updatedTime',
      'replyToCommentId',
    ],
    ...[
      'userName',
      'userUsername',
      'userAvatarUrl',
      'expiresAt',
      'silent',
      'data',
      'sharesByOutcome',
      'isSold',
      'sale',
      'dpmShares',
    ],
  ],
  map: (row) => {
    const id = mustText(row, 'contractId')
    const market = markets.get(id)
    if (market === undefined) throw new RowRefused(`market ${id} does not stand in the file of markets`)
    if (textOf(market, 'outcomeType') !== 'BINARY') return { passedOver: 'not of a binary market' }
    if (Number(textOf(row, 'amount')) === 0) return { passedOver: 'an order that bought nothing' }
    if (row['isRedemption'] === true) return { passedOver: 'shares that were paid back' }
    const at = mustMillis(row, 'createdTime')
    const url = textOf(market, 'url')
    const name = textOf(row, 'userUsername') ?? mustText(row, 'userId')
    return {
      forecast: {
        question: id,
        forecast: mustText(row, 'id'),
        wording: mustText(market, 'question'),
        ...(url === null ? {} : { url }),
        askedAt: mustMillis(market, 'createdTime'),
        windowEnd: dayOf(mustMillis(market, 'closeTime')),
        author: `${name} (Manifold)`,
        probability: mustProbability(row, 'probAfter'),
        said: { earliest: at, latest: at },
      },
      outcome: outcomeOf(market, id, url),
    }
  },
})
