import type { StoredPage, StoredThing } from '../contract/captured.ts'
import { readCaptured } from './content.ts'
import { decodePage } from './fetch/decode.ts'
import { readBody } from './store/bodies.ts'
import { attachedTo } from './store/captured.ts'
import type { Store } from './store/open.ts'

/** What was kept of a version's page; null where it was not. Throws `CallFailure` `not-found`, and `Damage`. */
export function readStoredPage(store: Store, revision: number, what: StoredThing): StoredPage | null {
  const { bodyHash, headers } = readCaptured(store, revision)
  if (what === 'picture') return pictureOf(store, revision)
  const body = bodyHash === null ? undefined : readBody(store, Buffer.from(bodyHash, 'hex'))
  if (body === undefined) return null
  const sent = headers.find(([name]) => name === 'content-type')?.[1] ?? null
  const type = /^\s*text\/plain\b/iu.test(sent ?? '') ? 'text/plain; charset=utf-8' : 'text/html; charset=utf-8'
  return { bytes: plain(Buffer.from(decodePage(body, sent).text)), type }
}

function pictureOf(store: Store, revision: number): StoredPage | null {
  const hash = attachedTo(store, revision, 'screenshot')
  const bytes = hash === undefined ? undefined : readBody(store, hash)
  return bytes === undefined ? null : { bytes: plain(bytes), type: 'image/png' }
}

/** Without the rest of the memory that a small buffer is cut out of, which would go over the port with it. */
const plain = (bytes: Buffer): Uint8Array => new Uint8Array(bytes)
