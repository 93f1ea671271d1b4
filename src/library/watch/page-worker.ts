// The threads that read pages: parsing is given whatever anybody wrote, so that it may take too long or too much.
import type { Page } from '../../domain/page.ts'
import { readPage } from '../extract/read-page.ts'
import { decodePage } from '../fetch/decode.ts'
import type { PageJob } from './reading.ts'

export function read({ body, contentType, charset, ...source }: PageJob): Page {
  const { text } = decodePage(Buffer.from(body.buffer, body.byteOffset, body.byteLength), contentType, charset)
  return readPage(text, source)
}
