import { expect, it } from 'vitest'
import { namedIn } from '../../src/core/naming.ts'

const told = (words: string, ...entities: string[]) => ({ entities, words: [words] })

it.each([
  ['Orrin bridge', told('Cars cross', 'The Orrin Bridge')],
  ['Orrin bridge', told('The Orrin bridge’s first car')],
  ['Russia', told('The Kremlin refused.')],
  ['Kremlin', told('A refusal', 'Russian Federation')],
  ['The United States', told('Troops leave, the U.S. says')],
  ['US', told('White House-led talks fail')],
  ['Turkey', told('talks', 'turkey')],
  ['Guinea-Bissau', told('A coup in Guinea-Bissau')],
])('%s is named in %j', (name, account) => expect(namedIn(name)(account)).toBe(true))

it.each([
  ['Orrin bridge', told('The bridge opens', 'Sabel bridge')],
  ['Orrin', told('The Orrinday fair')],
  ['US', told('They told us so')],
  ['Turkey', told('A turkey for dinner')],
  ['Lena Marsh', told('Marsh walks', 'Otto Marsh')],
])('%s is not named in %j', (name, account) => expect(namedIn(name)(account)).toBe(false))
