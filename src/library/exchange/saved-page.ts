import { extractorVersion } from '../extract/read-page.ts'
import { timeInName } from './order.ts'
import { pageState } from './page-state.ts'
import { FileRefusal } from './read-file.ts'
import type { Found, Opened, Reading } from './reader.ts'
import { siteDocument } from './site-document.ts'

/** A page that somebody saved, as a file holds it. */
export interface SavedPage {
  readonly body: Uint8Array
  /** The address it was saved from; null where the file does not say. */
  readonly url: string | null
  /** When it was saved, ISO 8601 UTC; null where the file does not say. */
  readonly at: string | null
  /** That time as the file writes it. */
  readonly time: string | null
  readonly charset?: string | undefined
}

/**
 * What a saved page shows: a state of the article at its address, or one that joins others by its words where it names none.
 * Without a time of its own it was seen at the time in the file's name, else when the file was last written. Throws
 * `FileRefusal` `no-article`.
 */
export async function savedPage(how: Pick<Reading, 'pages'>, file: Opened, saved: SavedPage): Promise<Found> {
  const { body, url, time, charset } = saved
  const { name, modifiedAt } = file
  const at = saved.at ?? timeInName(name) ?? modifiedAt
  const { page, state } = await pageState(how, { body, url: url ?? '', at, status: 200, headers: {}, charset })
  if (page === null || state.content === null) throw new FileRefusal('no-article', state.error ?? state.outcome)
  const original = { id: null, time }
  // There was no answer of a server to be seen in a file.
  if (url !== null) return siteDocument(url, page, [{ ...state, status: null, original }])
  const received = { body, extractor: extractorVersion }
  const { lang, dir } = page
  return { kind: 'loose', loose: { name, modifiedAt, at: saved.at, content: state.content, lang, dir, received } }
}
