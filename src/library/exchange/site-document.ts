import type { Page } from '../../domain/page.ts'
import { canonicalAddress } from '../address/canonical.ts'
import type { State } from './document.ts'
import type { Found } from './reader.ts'

/** States of a page at an address, listed under its site. `page` is null where no text of it was read. */
export function siteDocument(
  url: string,
  page: Pick<Page, 'site' | 'lang' | 'dir'> | null,
  states: readonly State[]
): Extract<Found, { kind: 'document' }> {
  const { host, origin } = new URL(url)
  const source = { name: page?.site ?? host.replace(/^www\./, ''), homepage: `${origin}/`, folder: null }
  const facts = { source, url: canonicalAddress(url), lang: page?.lang ?? null, dir: page?.dir ?? 'ltr' }
  return { kind: 'document', document: { facts, states } }
}

/** Whether a text is an address of a page. */
export const isWebAddress = (text: string): boolean =>
  text.length <= 8192 && /^https?:\/\/./i.test(text) && URL.canParse(text)
