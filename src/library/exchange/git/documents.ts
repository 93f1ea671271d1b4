import { textDirection } from '../../../domain/direction.ts'
import type { Document, State } from '../document.ts'
import type { Found } from '../reader.ts'
import type { FileHistory } from './histories.ts'
import type { Repository } from './repository.ts'
import { statesOf, type FileState, type StatesOptions } from './states.ts'

export interface DocumentsOptions extends StatesOptions {
  /** What the source of a file's article is called. */
  readonly sourceOf: (repository: Repository, path: string) => string
  /** Addresses that files before this one have; each is one article's alone. */
  readonly addresses: Set<string>
}

/** So many states, or bytes of pages, of a file are in memory at once. */
const together = { states: 50, bytes: 10_000_000 }

/** One file as an article, in as many parts as its length asks for. A file that never was an article is refused. */
export async function* documentsOf(file: FileHistory, options: DocumentsOptions): AsyncGenerator<Found> {
  const { repository, sourceOf } = options
  const part = new Part(sourceOf(repository, file.path), options.addresses)
  for await (const found of statesOf(file, options)) {
    if ('kind' in found) yield found
    else if (part.add(found)) yield* part.take()
  }
  yield* part.take()
  if (part.isEmpty && file.versions.some(({ blob }) => blob !== null))
    yield { kind: 'refused', record: file.path, code: 'no-article', detail: '' }
}

/** Gathers states until there is enough. What was seen before the first text is no article's. */
class Part {
  readonly #source: string
  readonly #addresses: Set<string>
  #states: FileState[] = []
  #bytes = 0
  #facts: Document['facts'] | undefined
  #first: State | undefined

  constructor(source: string, addresses: Set<string>) {
    this.#source = source
    this.#addresses = addresses
  }

  get isEmpty(): boolean {
    return this.#facts === undefined
  }

  /** Whether it is full. */
  add(found: FileState): boolean {
    if (this.#first === undefined && found.state.content === null) return false
    // Nothing stands before the first text that it could be another reading of.
    const state: State = this.#first === undefined ? { ...found.state, outcome: 'changed' } : found.state
    this.#first ??= state
    this.#states.push({ ...found, state })
    this.#bytes += state.received?.body?.length ?? 0
    return this.#states.length >= together.states || this.#bytes >= together.bytes
  }

  *take(): Generator<Found> {
    const taken = this.#states
    if (taken.length === 0) return
    this.#states = []
    this.#bytes = 0
    this.#facts ??= this.#factsOf(taken)
    const states = taken.map(({ state }) => state)
    yield { kind: 'document', document: { facts: this.#facts, states, first: this.#first, isNamed: true } }
  }

  #factsOf(states: readonly FileState[]): Document['facts'] {
    const named = states.find(({ url }) => url !== null)?.url ?? null
    const url = named === null || this.#addresses.has(named) ? null : named
    if (url !== null) this.#addresses.add(url)
    const lang = states.find(({ lang }) => lang !== null)?.lang ?? null
    const text = states[0]!.state.content!.blocks.map((block) => block.text).join('\n')
    const dir = states.find(({ dir }) => dir !== null)?.dir ?? textDirection(text)
    return { source: { name: this.#source, homepage: null, folder: null }, url, lang, dir }
  }
}
