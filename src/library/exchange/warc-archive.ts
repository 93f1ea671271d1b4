import type { Bytes } from './file-bytes.ts'
import { isWebAddress } from './site-document.ts'
import { ByteReader } from './byte-reader.ts'
import { Unpacking } from './gunzip.ts'
import { FileRefusal } from './read-file.ts'
import { readRecords, type WarcRecord } from './warc-records.ts'

/** A web archive that can be read from its start as often as it takes, packed or not. */
export interface Archive {
  readonly name: string
  /** Its bytes, unpacked. */
  readonly open: () => Promise<Bytes>
}

/** Opens the records of an archive; after a broken place in a packed one it goes on with the next that can be unpacked. */
export async function* recordsOf(archive: Archive, signal: AbortSignal): ReturnType<typeof readRecords> {
  const bytes = await archive.open()
  try {
    for (let from: AsyncIterable<Buffer> | null = bytes; from !== null;) {
      try {
        for await (const record of readRecords(new ByteReader(from))) {
          signal.throwIfAborted()
          yield record
        }
        return
      } catch (error) {
        from = error instanceof FileRefusal ? ((await bytes.goOn?.()) ?? null) : null
        if (from === null || !(error instanceof FileRefusal)) throw error
        yield { kind: 'lost', detail: error.detail }
      }
    }
  } finally {
    await bytes.close()
  }
}

/** Bytes that are unpacked where they are packed. */
export function bytesOf(packed: AsyncIterable<Buffer>, close: Bytes['close'] = () => undefined): Promise<Bytes> {
  const unpacking = new Unpacking(packed)
  return Promise.resolve({
    [Symbol.asyncIterator]: () => unpacking.bytes(),
    goOn: async () => ((await unpacking.toNextMember()) ? unpacking.bytes() : null),
    close: async () => {
      await unpacking.close()
      await close()
    }
  })
}

/** What an observation in a web archive says of itself. */
export interface RecordFacts {
  readonly type: 'response' | 'resource' | 'revisit'
  readonly target: string
  /** ISO 8601 UTC; null where it cannot be read. */
  readonly at: string | null
  /** As the file writes it. */
  readonly time: string
  /** Empty in an ARC file. */
  readonly id: string
}

const types: ReadonlySet<string> = new Set<RecordFacts['type']>(['response', 'resource', 'revisit'])

/** What crawlers ask every site for. */
const isForMachines = /^https?:\/\/[^/]+\/(?:robots\.txt|favicon\.ico)(?:\?|$)/i

/** Null for a record that is no observation of an address of the web. */
export function factsOf({ type, headers }: WarcRecord): RecordFacts | null {
  // Some programs put angle brackets around it, as the grammar of WARC/1.0 had it.
  const target = (headers.get('warc-target-uri') ?? '').replace(/^<(.*)>$/, '$1')
  if (!types.has(type) || !isWebAddress(target) || isForMachines.test(target)) return null
  const time = headers.get('warc-date') ?? ''
  return {
    type: type as RecordFacts['type'],
    target,
    at: momentOf(time),
    time,
    id: headers.get('warc-record-id') ?? ''
  }
}

/** A WARC-Date (W3CDTF in UTC, fractions and parts left off allowed) or the digits of an ARC file, as ISO 8601 UTC. */
export function momentOf(text: string): string | null {
  const digits = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?\d*$/.exec(text)
  const whole =
    digits === null ? null : `${digits.slice(1, 4).join('-')}T${digits[4]}:${digits[5]}:${digits[6] ?? '00'}Z`
  const isDate = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?Z)?)?)?$/.test(text)
  const time = new Date(whole ?? (isDate ? text : Number.NaN))
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}
