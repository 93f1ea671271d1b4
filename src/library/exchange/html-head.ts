import { isWebAddress } from './site-document.ts'

/** What the program that saved a page wrote into it. */
export interface SavedBy {
  readonly url: string | null
  /** ISO 8601 UTC; null where it says nothing or nothing that names a zone. */
  readonly at: string | null
  /** As it is written. */
  readonly time: string | null
}

/** Whether a text begins as a page does: with its doctype or its first tags, after white space, comments and the like. */
export function beginsAsPage(text: string): boolean {
  let at = /^[\uFEFF\s]*/.exec(text)![0].length
  for (;;) {
    const end = text.startsWith('<!--', at) ? '-->' : text.startsWith('<?', at) ? '?>' : null
    if (end === null) break
    const found = text.indexOf(end, at)
    if (found < 0) return false
    at = found + end.length
    at += /^\s*/.exec(text.slice(at, at + 10_000))![0].length
  }
  return /^<(?:!doctype\s+html\b|(?:html|head|body|title)[\s>])/i.test(text.slice(at, at + 100))
}

const mostComments = 20
const longestComment = 8000

/**
 * Reads the comment of SingleFile (`url:`, `saved date:`) or of a browser (`saved from url=(0022)…`), else the address that
 * the page itself calls its own: who saves a page saves it from there, or from a copy of it.
 */
export function savedBy(text: string): SavedBy {
  for (const comment of commentsOf(text)) {
    const mark = /saved from url=\(\d{1,6}\)(\S+)/.exec(comment)?.[1]
    if (mark !== undefined && isWebAddress(mark)) return { url: mark, at: null, time: null }
    if (!/Page saved with SingleFile|Archive processed by SingleFile/.test(comment)) continue
    const url = /^[ \t]*url:[ \t]*(\S+)/m.exec(comment)?.[1] ?? ''
    const time = /^[ \t]*saved date:[ \t]*(\S.*)$/m.exec(comment)?.[1]?.trim() ?? null
    return { url: isWebAddress(url) ? url : canonicalOf(text), at: zonedTime(time), time }
  }
  return { url: canonicalOf(text), at: null, time: null }
}

function* commentsOf(text: string): Generator<string> {
  let at = 0
  for (let count = 0; count < mostComments; count++) {
    const from = text.indexOf('<!--', at)
    const end = from < 0 ? -1 : text.indexOf('-->', from)
    if (end < 0) return
    yield text.slice(from, Math.min(end, from + longestComment))
    at = end
  }
}

/** A time as JavaScript writes it (`Mon Jan 01 2024 12:00:00 GMT+0100 (CET)`) or ISO 8601; null without a zone. */
export function zonedTime(text: string | null): string | null {
  if (text === null || !/(?:GMT|UTC|Z|[+-]\d\d:?\d\d)(?:\s*\(.*\))?\s*$/.test(text)) return null
  const time = new Date(text.replace(/\s*\(.*\)\s*$/, ''))
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}

function canonicalOf(text: string): string | null {
  for (const [tag] of text.matchAll(/<link\s[^<>]{0,4000}>/gi)) {
    if (!/\srel\s*=\s*["']?canonical["'\s>/]/i.test(tag)) continue
    const [, quoted, single, bare] = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(tag) ?? []
    const url = (quoted ?? single ?? bare ?? '').trim().replaceAll('&amp;', '&')
    if (isWebAddress(url)) return url
  }
  return null
}
