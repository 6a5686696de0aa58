import { describe, expect, it } from 'vitest'
import { daysOf, readDocument } from '../../../src/core/resolution/feed-document.ts'
import type { Selection } from '../../../src/core/resolution/feed-rule.ts'
import { Day, endOf, startOf, wholeDay } from '../../../src/core/time.ts'

const day = (text: string): Day => Day.parse(text)

describe('the days of a date', () => {
  it.each<[text: string, first: string, last: string]>([
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2027-12', '2027-12-01', '2027-12-31'],
    ['20271231', '2027-12-31', '2027-12-31'],
    ['2027-12-31T23:59:59Z', '2027-12-31', '2027-12-31'],
    ['2027-12-31 23:59Z', '2027-12-31', '2027-12-31'],
    ['2027-12-31T23:30:00-01:00', '2028-01-01', '2028-01-01'],
    ['2028-01-01T00:30+01:00', '2027-12-31', '2027-12-31'],
  ])('%s begin and end with the first and last millisecond', (text, first, last) => {
    expect(daysOf(text)).toEqual({ earliest: startOf(day(first)), latest: endOf(day(last)) })
  })

  it.each([
    '120271231',
    '202712311',
    '20271301',
    'on 2027-12-31T23:59Z',
    '2027-12-31T2',
    '2027-12-31T23:5',
    '2027-12-31T25:00Z',
    '2027-13',
    '99999',
  ])('%s are none', (text) => expect(daysOf(text)).toBeNull())
})

describe('a value in JSON', () => {
  const select: Selection = { format: 'json', value: '/a/b', asOf: '/on' }
  const unusable = expect.objectContaining({ code: 'fetch-failed', message: expect.stringMatching(/no value/) })
  const read = (a: unknown, on: unknown = '2027-05-05') =>
    readDocument(JSON.stringify({ a, on }), 'application/json', select)

  it.each([0, '', false, null, '4.5'])('is taken as it stands: %j', (value) => {
    expect(read({ b: value })).toEqual({ value, asOf: wholeDay(day('2027-05-05')) })
  })

  it.each([null, 7, 'text', true, [], {}, { b: [] }, { b: { c: 1 } }])('is not in %j', (a) => {
    expect(() => read(a)).toThrow(unusable)
  })

  it('stands for a day that is a text or a number, with blanks or without', () => {
    for (const on of [20270505, '20270505', ' 2027-05-05 '])
      expect(read({ b: 1 }, on).asOf).toEqual(wholeDay(day('2027-05-05')))
    expect(read({ b: 1 }, 2027).asOf).toEqual({
      earliest: startOf(day('2027-01-01')),
      latest: endOf(day('2027-12-31')),
    })
    for (const on of [null, true, ['2027-05-05'], {}]) expect(() => read({ b: 1 }, on)).toThrow(/for which day/)
  })
})

describe('a value in CSV', () => {
  const select: Selection = { format: 'csv', value: 'level', asOf: 'day', row: 'last' }
  const table = '\uFEFFday, level \n2027-05-03,1\n\n 2027-05-04 , 2 \n2027-05-05,3\n\n'

  it.each<[Extract<Selection, { format: 'csv' }>['row'], string, string]>([
    ['first', '1', '2027-05-03'],
    ['last', '3', '2027-05-05'],
    [{ column: 'day', equals: '2027-05-04' }, '2', '2027-05-04'],
  ])('of row %j, past a mark of order, empty lines and blanks', (row, value, on) => {
    expect(readDocument(table, 'text/csv', { ...select, row })).toEqual({ value, asOf: wholeDay(day(on)) })
  })
})

it('a page of HTML is told by how it begins, not by what it holds', () => {
  const select: Selection = { format: 'json', value: '/text', asOf: '/on' }
  const quoting = JSON.stringify({ text: '<html>', on: '2027-05-05' })
  expect(readDocument(quoting, 'application/json', select).value).toBe('<html>')
  for (const page of ['<html>', ' \n<HTML lang="en">', '<!doctype html>'])
    expect(() => readDocument(page, 'application/json', select)).toThrow(/page of HTML/)
})
