/** The place that a request has among those that are worked on. */
export type Place = {
  /**
   * Gives the place up for one among those whose bodies are awaited, and takes one again once it is here. Throws `body-too-slow`
   * where it does not come in time, `overloaded` where there is no place.
   */
  whileRead: <T>(read: () => Promise<T>) => Promise<T>
  /** Gives the place up for good: what goes on is counted elsewhere. */
  leave: () => void
  /** Takes a place among answers that are streamed; gives what gives it back. Throws `overloaded`. */
  stream: () => () => void
}

/** Takes a place for a client and gives what gives it back; null: nobody knows whose it is. Throws `overloaded`. */
export type TakeAtOnce = (client: string | null) => () => void
/** The same, but where there is none now it waits for its turn a while. */
export type TakePlace = (client: string | null) => Promise<() => void>

/** How many places are taken now, and how many requests wait for one. */
export type PlacesTaken = Readonly<Record<'working' | 'waiting' | 'reading' | 'streaming', number>>

/** Places for requests that are worked on, for bodies that are awaited, and for answers that go on. */
export type Places = Readonly<{
  working: TakePlace
  reading: TakeAtOnce
  streaming: TakeAtOnce
  taken: () => PlacesTaken
}>
