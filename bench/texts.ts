import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import model from 'wink-eng-lite-web-model'
import winkNLP from 'wink-nlp'

/** Folders of real commentary; those outside the project are used where they are there. */
const folders = ['examples/commentary', 'examples/labelled/working', '../shared/corpus']

/** The commentaries of the examples, each whole, in the order of their names. */
export const commentaries = (): string[] =>
  folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith('.txt'))
        .sort()
        .map((file) => readFileSync(join(folder, file), 'utf8')),
    )

/** Pieces of real commentary of at least `size` units each, cut between paragraphs; what is left over is dropped. */
export const pieces = (size: number): string[] => {
  const found: string[] = []
  let piece = ''
  for (const paragraph of commentaries().join('\n\n').split(/\n\n+/)) {
    piece += `${paragraph}\n\n`
    if (piece.length < size) continue
    found.push(piece)
    piece = ''
  }
  return found
}

const GROUP = 4

/** Puts other nouns of the text in the place of its nouns, others in each round; none in round 0. */
const renaming = (text: string): ((sentence: string, round: number) => string) => {
  const nlp = winkNLP(model, ['sbd', 'pos'])
  const tokens = nlp.readDoc(text).tokens()
  const tags = tokens.out(nlp.its.pos)
  const nouns = [...new Set(tokens.out().filter((word, i) => tags[i] === 'NOUN' && /^[a-z]{6,}$/.test(word)))]
  const places = new Map(nouns.map((noun, i) => [noun, i]))
  return (sentence, round) =>
    sentence.replace(/\b[a-z]{6,}\b/g, (word) => {
      const place = places.get(word)
      return place === undefined ? word : (nouns[(place + 101 * round) % nouns.length] ?? word)
    })
}

/** Where the house speaks, a page ends: what follows would be left unread. */
const notice = /institutional|views expressed/i

/**
 * Real sentences, `size` units of them. There are not so many, so after the first round they are grouped into other
 * paragraphs and speak of other things each time: paragraphs and claims that repeat earlier ones would be dropped unread.
 */
export const prose = (size: number): string => {
  const sentences = commentaries()
    .join('\n\n')
    .split(/\n\n+/)
    .flatMap((paragraph) => paragraph.split(/(?<=[.?!]["”’]?)\s/))
    .filter((sentence) => /\p{Ll}{2}.*[.?!]["”’]?$/su.test(sentence) && !notice.test(sentence))
  const renamed = renaming(sentences.join(' '))
  const paragraphs: string[] = []
  for (let length = 0, round = 0; length < size; round++) {
    // Each round takes every sentence once, in strides that grow.
    const stride = 2 * round + 1
    const order = sentences.map((_, i) => renamed(sentences[(i * stride) % sentences.length] ?? '', round))
    for (let i = 0; i + GROUP <= order.length && length < size; i += GROUP) {
      const paragraph = order.slice(i, i + GROUP).join(' ')
      paragraphs.push(paragraph)
      length += paragraph.length + 2
    }
  }
  return paragraphs.join('\n\n').slice(0, size)
}
