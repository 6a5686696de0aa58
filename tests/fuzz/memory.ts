/** A thing that the server has shown: its id and those of what it belongs to by their prefixes, and its texts by the names of their fields. */
export type Thing = { ids: ReadonlyMap<string, string>; texts: ReadonlyMap<string, string> }

const ID = /^([a-z]{3})_[0-9a-hjkmnp-tv-z]{26}$/
const IDS = /\b([a-z]{3})_[0-9a-hjkmnp-tv-z]{26}\b/g
export const prefixOf = (text: string): string | undefined => ID.exec(text)?.[1]

/** So many things of a kind, and texts of a name, are kept: what was told last. */
const KEPT = 80
const LONGEST_TEXT = 1_000

const keep = <V>(kept: Map<string, V>, key: string, value: V): void => {
  kept.delete(key)
  kept.set(key, value)
  const [first] = kept.keys()
  if (kept.size > KEPT && first !== undefined) kept.delete(first)
}

/** The names under which a text may be asked for: `archiveSha256` is a `sha256`. */
const namesOf = (name: string): string[] => {
  const last = /[A-Z][a-z0-9]*$/.exec(name)?.[0].toLowerCase()
  return last === undefined ? [name] : [name, last]
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * What the server has said so far, for requests to speak of: things by the prefix of their id, texts by the name of their field, and
 * the tags and next pages of addresses. What is `own` is never told again: who asks must not be banned by what is asked.
 */
export class Memory {
  readonly #things = new Map<string, Map<string, Thing>>()
  readonly #texts = new Map<string, Map<string, null>>()
  readonly #tags = new Map<string, string>()
  readonly #next = new Map<string, string>()
  readonly #spent = new Map<string, Set<string>>()
  readonly own = new Set<string>()

  #keepThing(id: string, thing: Thing): void {
    const prefix = prefixOf(id)
    if (prefix === undefined || this.own.has(id)) return
    const kept = this.#things.get(prefix) ?? new Map<string, Thing>()
    this.#things.set(prefix, kept)
    keep(kept, id, thing)
  }

  /** Keeps a text by its name, and of an address what stands in each of its places. */
  tell(name: string, text: string): void {
    if (text === '' || text.length > LONGEST_TEXT || prefixOf(text) !== undefined) return
    const parts = text.startsWith('/v1/') ? text.split('/') : []
    for (let at = 2; at < parts.length; at++) this.#keepText(`${parts.slice(0, at).join('/')}/`, parts[at] ?? '')
    for (const one of namesOf(name)) this.#keepText(one, text)
  }

  #keepText(name: string, text: string): void {
    const kept = this.#texts.get(name) ?? new Map<string, null>()
    this.#texts.set(name, kept)
    keep(kept, text, null)
  }

  /** What lies in a thing belongs to it: an option is one of its question. */
  #read(value: unknown, name: string, above: ReadonlyMap<string, string>): void {
    if (typeof value === 'string') this.tell(name, value)
    // Lists begin with what is newest: that is told last.
    if (Array.isArray(value)) for (const one of value.toReversed()) this.#read(one, name, above)
    if (!isRecord(value)) return
    const told = Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    const ids = new Map(above)
    for (const [, text] of told)
      if (prefixOf(text) !== undefined && !this.own.has(text)) ids.set(text.slice(0, 3), text)
    const id = value['id']
    if (typeof id === 'string' && prefixOf(id) !== undefined && !this.own.has(id)) {
      ids.set(id.slice(0, 3), id)
      this.#keepThing(id, { ids, texts: new Map(told) })
    }
    for (const [field, one] of Object.entries(value)) this.#read(one, field, ids)
  }

  /** Keeps what an answer to an address tells. */
  hear(address: string, { text, tag }: { text: string; tag: string | null }): void {
    if (tag !== null) keep(this.#tags, address, tag)
    for (const [id, prefix = ''] of text.matchAll(IDS))
      if (!this.#things.get(prefix)?.has(id)) this.#keepThing(id, { ids: new Map([[prefix, id]]), texts: new Map() })
    if (!text.startsWith('{')) return
    for (const line of text.split('\n').slice(0, 20)) {
      try {
        const value: unknown = JSON.parse(line)
        this.#read(value, '', new Map())
        if (isRecord(value) && typeof value['next'] === 'string') keep(this.#next, address, value['next'])
      } catch {
        // A line of a text that is no JSON tells nothing more than its ids.
      }
    }
  }

  /** Keeps what an operation was asked for in vain: the ids that the refusal names, else all that were asked for. */
  refuse(operation: string, { asked, detail }: { asked: string; detail: string }): void {
    const spent = this.#spent.get(operation) ?? new Set<string>()
    this.#spent.set(operation, spent)
    for (const [id] of (detail.match(IDS) === null ? asked : detail).matchAll(IDS)) spent.add(id)
  }

  /** What an operation may speak of and was not refused for. */
  things(operation: string): Thing[] {
    const spent = this.#spent.get(operation)
    const all = [...this.#things.values()].flatMap((kept) => [...kept.values()])
    return spent ? all.filter(({ ids }) => ![...ids.values()].some((id) => spent.has(id))) : all
  }

  ids(prefix: string, operation: string): string[] {
    const all = [...(this.#things.get(prefix)?.keys() ?? [])]
    const fresh = all.filter((id) => !this.#spent.get(operation)?.has(id))
    return fresh.length > 0 ? fresh : all
  }

  texts(name: string): string[] {
    return [...(this.#texts.get(name)?.keys() ?? [])]
  }

  /** The tag of an address, or of the one that it lies below: `/v1/questions/{id}` of `/v1/questions/{id}/topics`. */
  tagOf(address: string): string | undefined {
    const path = address.split('?')[0] ?? ''
    return this.#tags.get(address) ?? this.#tags.get(path) ?? this.#tags.get(path.slice(0, path.lastIndexOf('/')))
  }

  /** The next page of a list. */
  nextOf(path: string): string | undefined {
    return [...this.#next].reverse().find(([address]) => address.split('?')[0] === path)?.[1]
  }
}
