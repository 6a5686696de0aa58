import { randomFrom } from '../src/core/scoring/numbers/random.ts'

const COLUMNS =
  'id,description,deadline,created_at,updated_at,outcome,withdrawn,response_id,response_created_at,user_label,confidence'
const START = Date.UTC(2012, 0, 1)
const DAY = 86_400_000

/**
 * The lines of a CSV in the shape of PredictionBook's JSON, made up: `rows` responses, four a prediction, by a hundred people; seven in
 * ten predictions are judged, mostly as their responses said. The same for the same seed.
 */
export function* predictionBookCsv(rows: number, seed = 'predictionbook'): Generator<string> {
  const random = randomFrom(seed)
  const at = (day: number): string => new Date(START + Math.floor(day * DAY)).toISOString()
  yield COLUMNS
  for (let row = 0; row < rows; ) {
    const question = Math.floor(row / 4)
    const [asked, chance] = [random() * 2000, random()]
    const open = 5 + random() * 200
    const judged = random() < 0.7 ? String(random() < chance) : ''
    const about = `${question},"The mill no. ${question} of Velmark, the old one, closes",${at(asked + open)},${at(asked)}`
    for (let response = 0; response < 4 && row < rows; response++, row++) {
      const confidence = Math.min(100, Math.max(0, Math.round(chance * 100 + (random() - 0.5) * 40)))
      const who = `person ${Math.floor(random() * 100)}`
      yield `${about},${at(asked + open + 3)},${judged},false,${row},${at(asked + random() * open)},${who},${confidence}`
    }
  }
}
