import { describe, expect, it } from 'vitest'
import { isPlainlyEnglish, notEnglish, readLanguage } from '../../../src/core/reading/language.ts'

const english =
  'The harbour will close before winter, and nobody in the town believes that it can be opened again while the ice lasts.'
const german =
  'Der Hafen wird vor dem Winter schließen, und niemand in der Stadt glaubt, dass er wieder geöffnet werden kann, solange das Eis hält.'

describe('readLanguage', () => {
  it.each<[string, string, string | null, string, string | null]>([
    ['English', english, null, 'en', null],
    ['English as declared', english, 'en-GB', 'en-GB', null],
    ['English declared as German', english, 'de', 'en', 'de'],
    ['German', german, null, 'de', null],
    ['German that a template calls English', german, 'en', 'de', 'en'],
    [
      'French',
      "Le port fermera avant l'hiver, et personne ne croit qu'il puisse rouvrir cette année.",
      'en-US',
      'fr',
      'en-US',
    ],
    ['Ukrainian', 'Війна може тривати в осяжному майбутньому, якщо Вашингтон не змінить курс.', 'en', 'uk', 'en'],
    [
      'Norwegian, which the publisher tells from Danish',
      'Havnen kommer til å stenge før vinteren, og ingen tror noe annet.',
      'nb',
      'nb',
      null,
    ],
    ['Japanese', '港は冬の前に閉鎖されるだろう。町の誰もが再開できるとは信じていない。', null, 'ja', null],
    ['Arabic', 'سيغلق الميناء قبل الشتاء ولا أحد في المدينة يعتقد أنه يمكن فتحه مرة أخرى', null, 'ar', null],
    [
      'an English article that quotes German',
      `${`${english} `.repeat(4)}${german} ${`${english} `.repeat(4)}`,
      null,
      'en',
      null,
    ],
    ['a few English words', 'Rates rise.', null, 'en', null],
    ['a few words that could be anything', 'Ja. OK.', null, 'en', null],
    ['a few words of declared French', 'Ah. Oui.', 'fr', 'fr', null],
    ['names alone', 'Biden Trump Putin Xi Modi Macron Scholz Sunak Meloni Tusk Orban', null, 'en', null],
    ['nothing', '', null, 'en', null],
  ])('%s', async (_, prose, declared, language, contradicted) =>
    expect(await readLanguage(prose, declared)).toEqual({ language, contradicted }),
  )
})

describe('prose that is plainly English', () => {
  it.each([
    [english, true],
    ['Rates rise, and that is that.', false],
    [german, false],
    [`${german} ${german} “That is what they have,” he said.`, false],
    [
      'De haven gaat voor de winter dicht, en niemand in de stad is van mening dat hij weer open kan, of was dat ooit.',
      false,
    ],
    [
      'Havnen må stenge før vinteren, og ingen i byen tror at den kan åpnes igjen for to år siden var det slik der.',
      false,
    ],
    [
      'Port zostanie zamknięty przed zimą, i nikt w mieście nie wierzy, że to by się dało zmienić, a my to wiemy.',
      false,
    ],
  ])('%j: %s', (prose, plain) => expect(isPlainlyEnglish(prose.replace(/[^\p{L} ]/gu, ''))).toBe(plain))
})

it('says why nothing is extracted', () => {
  expect(notEnglish({ language: 'en-AU', contradicted: null })).toBeNull()
  expect(notEnglish({ language: 'de', contradicted: null })).toBe(
    'the text is in German (de); extraction reads English',
  )
  expect(notEnglish({ language: 'de', contradicted: 'en' })).toBe(
    'the text is in German (de), though it is declared as en; extraction reads English',
  )
})
