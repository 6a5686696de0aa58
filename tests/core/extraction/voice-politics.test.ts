import { describe, expect, it } from 'vitest'
import { voices } from './voices.ts'

const all = (attribution: string, texts: readonly string[]): void => {
  it.each(texts)('%s', (text) => {
    const found = voices(text).map((voice) => voice.split(' ')[0])
    expect([...new Set(found)]).toEqual([attribution])
  })
}

// Prose of political commentary, written after the rules were settled.
describe('the author’s', () =>
  all('own', [
    'Nothing Orlov said in Geneva will alter the balance on the ground.',
    'Moscow’s calculation that European unity will crack is mistaken, and the sanctions will stay.',
    'Whatever the Kremlin claims, the army will hold the line.',
    'But voters will not forgive him.',
    'If Girard means what he says, French troops will arrive by June.',
    'This suggests that turnout will be low.',
    'Rahman’s paper will be widely read.',
    'I share their fear: growth will stall.',
    'My colleagues disagree with me, but the coalition will survive.',
    'Wrongly or rightly, Washington will back down.',
    'Neither Beijing nor Moscow will let the regime fall.',
    'It is no secret that hard-liners will build a bomb.',
    'As I have argued elsewhere, the alliance will survive.',
    'History teaches that empires will fall.',
    'The conventional view in Washington is wrong: Taiwan will be attacked before 2030.',
    'Barring a miracle, Kabul will fall within months.',
    'The government, in short, will not last until October.',
    'Let there be no doubt: the government will fall by October.',
  ]))

describe('a named person’s', () =>
  all('quoted', [
    'Speaking on Fox News last week, Senator Lindsey Poole predicted that the ceasefire would collapse before Thanksgiving.',
    '“We will not sign anything that leaves our cities exposed,” Deputy Foreign Minister Iryna Bondar told the Financial Times.',
    'Bondar’s boss, Petro Lysenko, was less diplomatic: the talks, he said, “will go nowhere.”',
    'According to the former ambassador, William Hart, the treaty will be dead within a year.',
    'Hart, now at the Atlantic Council, believes the treaty is finished and says that it will be dead within a year.',
    'Economist Nadia Rahman argues in a forthcoming paper that the subsidy will be gone by 2030.',
    '“The subsidy will be gone by 2030,” writes Nadia Rahman in Foreign Affairs.',
    'My colleague Jana Vesely thinks, and has said in print, that the coalition will survive.',
    '“Xi will blink first,” Trump boasted to donors in Palm Beach.',
    'Trump has repeatedly said he will end the war in a day.',
    'Its director general, Rafael Costa, told reporters in Vienna that inspectors would return by the autumn.',
    'Former CIA analyst John Culver has written that Taiwan will not be attacked before 2030.',
    '“Kabul will fall within months,” concluded the assessment’s author, Maj. Gen. Roy Tibbs.',
    'Chancellor Merz said Germany would have Europe’s strongest army. It would be ready by 2030, he added.',
  ]))

describe('of groups, bodies, the unnamed, and beliefs', () =>
  all('reported', [
    'Western diplomats privately concede that sanctions will not change the Kremlin’s course.',
    'The administration is convinced that time is on its side and that the rebels will fold.',
    'Moscow calculates that European unity will crack by the spring.',
    'There is a growing belief in Brussels that the accession talks will stall.',
    'Officials in Kyiv, for their part, insist that the army will hold the line.',
    'As one European official put it to me, “the treaty will be dead within a year.”',
    'Polling by the Levada Center suggests that turnout will be low.',
    'Investors, who had bet on a soft landing, now think that growth will stall.',
    'My colleagues think that the coalition will survive.',
    'No serious observer believes that the coalition will survive.',
    'Trump is betting that Xi will blink first.',
    'The Supreme Leader believes, wrongly, that Washington will back down.',
    'The IAEA warned in May that the stockpile would double within a year.',
    'Neither Beijing nor Moscow thinks that the regime will fall.',
    'Hard-liners in Tehran say openly that they will build a bomb.',
    'The conventional view in Washington is that Taiwan will not be attacked before 2030.',
    'U.S. intelligence assesses that Taiwan will not be attacked before 2030.',
    'Critics charge that the law will gut the courts.',
    'Her critics, led by Judge Miriam Katz, say the law will gut the courts.',
    'Many in Israel now doubt that the government will last until October.',
    'It is rumored that the government will fall by October.',
    'Sources close to the prime minister say he will call an election in March.',
  ]))
