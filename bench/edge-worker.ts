import { extract } from '../src/core/extraction/extract.ts'
import { loadTagger } from '../src/core/extraction/sentences/tagger.ts'
import { Day } from '../src/core/time.ts'

const publishedOn = Day.parse('2026-02-10')
const tagger = loadTagger()

/** `POST /?times=N` with a text: reads it N times and answers how many candidates the last reading found. */
// biome-ignore lint/style/noDefaultExport: the runtime asks for one
export default {
  async fetch(request: Request): Promise<Response> {
    const times = Number(new URL(request.url).searchParams.get('times'))
    const [read, text] = [await tagger, await request.text()]
    let found = 0
    for (let i = 0; i < times; i++) found = extract(text, { publishedOn }, read).length
    return new Response(String(found))
  },
}
