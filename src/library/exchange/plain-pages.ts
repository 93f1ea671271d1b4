import { decodePage } from '../fetch/decode.ts'
import { readPage } from '../extract/read-page.ts'
import type { PageJob, PageRead } from '../watch/reading.ts'

/** Reads pages here and now, for where there are no threads: a page that hangs the parser holds everything up. */
export function readHere({ body, contentType, charset, ...source }: PageJob): Promise<PageRead> {
  const { text } = decodePage(Buffer.from(body.buffer, body.byteOffset, body.byteLength), contentType, charset)
  return Promise.resolve({ page: readPage(text, source), unread: null })
}
