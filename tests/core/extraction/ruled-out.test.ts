import { beforeAll, describe, expect, it } from 'vitest'
import { loadReader } from './taken.ts'

let taken: (text: string) => string[]
beforeAll(async () => {
  taken = await loadReader()
})
const phrases = (text: string) => taken(text).map((claim) => claim.split(' ')[0])

describe('what is not ruled out, and what nothing suggests', () => {
  it.each([
    ['I would not rule out a minority government by the winter.', 'cannot-rule-out+'],
    ['The prospect of a strike cannot be dismissed.', 'cannot-rule-out+'],
    ['The possibility that the yard will shut its gates can no longer be discounted.', 'cannot-rule-out+'],
    ['Nothing in the minutes suggests that the committee will move before March.', 'no-reason-to-believe+'],
    ['There is nothing to suggest that he will stand down.', 'no-reason-to-believe+'],
    ['A rate cut in December remains possible if the figures soften.', 'possible+'],
    ['A run-off between the mayor and the sheriff now seems all but unavoidable.', 'inevitable+'],
    ['An opening on the 12th is, we are told by two of the cast, improbable.', 'improbable+'],
  ])('%s', (text, phrase) => expect(phrases(text)).toEqual([phrase]))

  it.each([
    'The claim cannot be dismissed.',
    'I would not dismiss her.',
    'Walking is possible in the park.',
    'None of this means that the bank will move.',
  ])('takes nothing from: %s', (text) => expect(taken(text)).toEqual([]))
})

describe('likelihoods of what is over, or so already', () => {
  it.each([
    'The judge thought the driver unlikely to have seen the sign.',
    'In 1998 the bank’s economists were confident that Peru would not default.',
    'There is little likelihood that the signature is genuine.',
    '“I am not going to speculate,” the governor said.',
  ])('takes nothing from: %s', (text) => expect(taken(text)).toEqual([]))

  it.each([
    ['I doubt that the Bears have enough depth to get past Ghent.', 'we-doubt+'],
    ['There is little chance that the bridge is open by June.', 'little-chance+'],
    ['She is unlikely to have finished it by June.', 'unlikely+'],
  ])('%s', (text, phrase) => expect(phrases(text)).toEqual([phrase]))
})
