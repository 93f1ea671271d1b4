import { FileRefusal } from './read-file.ts'
import { factsOf, momentOf, recordsOf, type Archive, type RecordFacts } from './warc-archive.ts'
import { isPage, readHead } from './warc-http.ts'
import type { WarcRecord } from './warc-records.ts'

/** So many records that repeat others are remembered. */
const mostRepeats = 100_000

/** Whether a record says that the server answered 304 (ISO 28500, 6.7.3). */
export const isNotModified = (headers: ReadonlyMap<string, string>): boolean =>
  /server-not-modified/.test(headers.get('warc-profile') ?? '')

/** Looks through archives for what the reading of bodies has to know before. What is broken is told by that reading. */
export async function survey(archives: readonly Archive[], signal: AbortSignal): Promise<Survey> {
  const found = new Survey()
  const ignore = (error: unknown): void => {
    if (!(error instanceof FileRefusal)) throw error
  }
  for (const archive of archives) {
    const look = async (): Promise<void> => {
      for await (const record of recordsOf(archive, signal))
        if (record.kind === 'record') await found.add(record).catch(ignore)
    }
    await look().catch(ignore)
  }
  return found
}

/** What is known of archives before their bodies are read. */
export class Survey {
  readonly #posted = new Set<string>()
  readonly #repeats = new Map<string, RecordFacts[]>()
  readonly #left = new Set<RecordFacts>()

  async add(record: WarcRecord): Promise<void> {
    if (record.type === 'request') await this.#request(record)
    if (record.type === 'revisit' && !isNotModified(record.headers)) await this.#revisit(record)
  }

  async #request({ headers, block }: WarcRecord): Promise<void> {
    const line = (await block.line())?.toString('latin1') ?? ''
    if (/^(?:GET|HEAD) /i.test(line)) return
    for (const name of ['warc-record-id', 'warc-concurrent-to']) {
      const id = headers.get(name)
      if (id !== undefined) this.#posted.add(id)
    }
  }

  async #revisit(record: WarcRecord): Promise<void> {
    const facts = factsOf(record)
    if (facts === null || facts.at === null || this.#left.size >= mostRepeats) return
    const head = await readHead(record.block)
    if (head !== null && head.status === 200 && !isPage(head)) return
    this.#left.add(facts)
    const { headers } = record
    const earlier = keyAt(headers.get('warc-refers-to-target-uri'), momentOf(headers.get('warc-refers-to-date') ?? ''))
    for (const key of [headers.get('warc-payload-digest'), headers.get('warc-refers-to'), earlier]) {
      if (key === undefined) continue
      const others = this.#repeats.get(key)
      if (others === undefined) this.#repeats.set(key, [facts])
      else others.push(facts)
    }
  }

  /** Whether a response answers a request that sent something: what it shows does not stand at its address. */
  isPosted({ headers }: WarcRecord): boolean {
    const ids = [headers.get('warc-record-id'), headers.get('warc-concurrent-to')]
    return ids.some((id) => id !== undefined && this.#posted.has(id))
  }

  /** The revisits that repeat a record, each but once. */
  repeatsOf({ headers }: WarcRecord, { target, at, id }: RecordFacts): RecordFacts[] {
    const keys = [headers.get('warc-payload-digest'), id, keyAt(target, at)]
    const repeats = keys.flatMap((key) => this.#repeats.get(key ?? '') ?? []).filter((one) => this.#left.delete(one))
    return repeats
  }

  /** How many revisits nothing was found for. */
  get unfound(): number {
    return this.#left.size
  }
}

const keyAt = (target: string | undefined, at: string | null): string | undefined =>
  target === undefined || at === null ? undefined : `${target.replace(/^<(.*)>$/, '$1')} ${at}`
