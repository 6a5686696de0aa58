import { describe, expect, it } from 'vitest'
import { bylineIn, namesIn } from '../../../src/core/reading/names.ts'

describe('namesIn, for a field that is meant for names', () => {
  it.each([
    ['Ann Roe', ['Ann Roe']],
    ['By Ann Roe and Bo Li', ['Ann Roe', 'Bo Li']],
    ['Ann Roe, Bo Li & Mariano-Florentino (Tino) Cuéllar', ['Ann Roe', 'Bo Li', 'Mariano-Florentino (Tino) Cuéllar']],
    ['Dr. Ann Roe, Senior Fellow', ['Ann Roe']],
    ['Ann Roe | Energy Correspondent', ['Ann Roe']],
    ['Ludwig van der Berg', ['Ludwig van der Berg']],
    ["Seán O'Neil", ["Seán O'Neil"]],
    ['J. K. Rowan', ['J. K. Rowan']],
    ['村上春樹', ['村上春樹']],
    ['Pelé', ['Pelé']],
    ['mlind', []],
    ['hpadmin', []],
    ['ann.roe_2', []],
    ['SiteAdmin', []],
    ['by ann-roe', []],
    ['hpadmin, Ann Roe', ['Ann Roe']],
    ['Staff Writer', []],
    ['The Editorial Board', []],
    ['admin', []],
    ['https://social.example/annroe', []],
    ['ann@example.org', []],
    ['', []],
  ])('%s', (field, names) => expect(namesIn(field)).toEqual(names))
})

describe('bylineIn, for a line that may be anything', () => {
  it.each([
    ['By Ann Roe', ['Ann Roe']],
    ['By Ann Roe and Bo Li', ['Ann Roe', 'Bo Li']],
    ['By Ann Roe | March 3, 2026', ['Ann Roe']],
    ['BY: Ann Roe, Senior Fellow', ['Ann Roe']],
    ['By Ann Roe - Harbour Review', ['Ann Roe']],
    ['By March the war will be over', []],
    ['By all accounts, Ann Roe will win', []],
    ['Ann Roe', []],
    ['By Staff', []],
  ])('%s', (line, names) => expect(bylineIn(line)).toEqual(names))
})
