import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Received } from '../document.ts'
import type { PayloadSink } from './warc-payloads.ts'

interface Place {
  readonly offset: number
  readonly size: number
}

/** The bodies of a package, unpacked into one file of our own making, so that any of them can be read when it is wanted. */
export class KeptBodies implements PayloadSink {
  readonly #path: string
  #file: number | null
  readonly #places = new Map<string, Place>()
  #end = 0
  #begun = 0

  /** `folder` is a new one, which somebody else removes. */
  constructor(folder: string) {
    this.#path = join(folder, 'bodies')
    this.#file = openSync(this.#path, 'wx')
  }

  part(bytes: Buffer): void {
    writeSync(this.#file!, bytes, 0, bytes.length, this.#end)
    this.#end += bytes.length
  }

  end(hash: string): void {
    if (this.#places.has(hash)) this.#end = this.#begun
    else this.#places.set(hash, { offset: this.#begun, size: this.#end - this.#begun })
    this.#begun = this.#end
  }

  /** Nothing more is written; what is there can be read for as long as the folder is. */
  close(): void {
    if (this.#file !== null) closeSync(this.#file)
    this.#file = null
  }

  has(hash: string): boolean {
    return this.#places.has(hash)
  }

  /** Throws RangeError where there is none of that hash. */
  read(hash: string): Buffer {
    const place = this.#places.get(hash)
    if (place === undefined) throw new RangeError(`no body ${hash}`)
    const file = openSync(this.#path, 'r')
    try {
      const bytes = Buffer.alloc(place.size)
      readSync(file, bytes, 0, place.size, place.offset)
      return bytes
    } finally {
      closeSync(file)
    }
  }
}

type Facts = Omit<Received, 'body' | 'bodyHash'>

/** What was received, with a body that is read when it is stored: those of all states together may not fit into memory. */
export class ReceivedLater implements Received {
  readonly url: Received['url']
  readonly finalUrl: Received['finalUrl']
  readonly headers: Received['headers']
  readonly extractor: Received['extractor']
  readonly #bodies: KeptBodies
  readonly #hash: string

  constructor({ url, finalUrl, headers, extractor }: Facts, bodies: KeptBodies, hash: string) {
    this.url = url
    this.finalUrl = finalUrl
    this.headers = headers
    this.extractor = extractor
    this.#bodies = bodies
    this.#hash = hash
  }

  get body(): Buffer {
    return this.#bodies.read(this.#hash)
  }
}
