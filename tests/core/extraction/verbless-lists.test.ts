import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'

let taken: (text: string) => string[]
beforeAll(async () => {
  taken = await loadReader()
})

describe('forecasts without a verb, each of a list apart', () => {
  it.each<[string, string[]]>([
    [
      'Hail on the moors by Tuesday, sleet for the rest of us.',
      ['will+ Hail on the moors by Tuesday', 'will+ sleet for the rest of us'],
    ],
    [
      'The gist was this: one cut by Christmas, none before the autumn.',
      ['will+ one cut by Christmas', 'will- none before the autumn'],
    ],
    ['Another hung council, another deal by July.', ['will+ Another hung council', 'will+ another deal by July']],
    [
      'My forecast: a draw in Leeds, the Senate unchanged, and a week of lawsuits.',
      ['expected+ a draw in Leeds', 'expected+ the Senate unchanged', 'expected+ a week of lawsuits'],
    ],
    [
      'Brent in the low fifties by May: that is the call from Bernstein.',
      ['expected+ Brent in the low fifties by May'],
    ],
    [
      'House prices to tread water, rents to rise: that is the outlook from Leeds.',
      ['expected+ House prices to tread water', 'expected+ rents to rise'],
    ],
    [
      'Ahead of us: three lean years, a change of chancellor, and cheap money.',
      ['will+ three lean years', 'will+ a change of chancellor', 'will+ cheap money'],
    ],
    ['Sandhaven by two, then.', ['will+ Sandhaven by two']],
    ['Rain by May, I’d say, and a draw.', ['we-believe+ Rain by May', 'we-believe+ a draw']],
    [
      'Here is how the night goes. First the suburbs for Ruiz; then lawyers.',
      ['will+ the suburbs for Ruiz', 'will+ lawyers'],
    ],
  ])('%s', (text, said) => expect(taken(text)).toEqual(said))

  it.each([
    'Applications by Friday, please.',
    'Lunch on the terrace by noon.',
    'A novel by Ann Roe.',
    'Ireland by train.',
    'The week before Christmas.',
    'Things to do in Denver.',
    'A man to watch.',
    'Milk, bread, eggs, and a paper.',
    'The mayor vowed to plant forty thousand trees by 2030.',
    'The general wants to see the border closed by June.',
    'Clients who need to hedge should do it before Wednesday.',
    'Snow on the hills by Tuesday?',
    'Ground: Strand Road. Forecast: horizontal.',
    'The council plans to charge ships by the passenger from 2027.',
  ])('%s', (text) => expect(taken(text)).toEqual([]))
})
