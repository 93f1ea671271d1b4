import * as chrono from 'chrono-node'
import { westernDigits } from '../../domain/edits/digits.ts'
import { isClaim, isRelativeTime } from '../../domain/edits/claims.ts'
import type { Claim } from '../../domain/revision.ts'
import { findWrittenDate } from './written-dates.ts'

const languages = [chrono.en, chrono.de, chrono.fr, chrono.es, chrono.pt, chrono.it, chrono.nl, chrono.ru, chrono.ja]
const updated =
  /^(last |page )?(updated?|modified|edited|corrected)|^(zuletzt )?(aktualisiert|geändert)|^mis à jour|^modifié|^actualizad|^atualizad|^aggiornat|^bijgewerkt|^обновлен|^изменен|^ενημερώθηκε|^تحديث|^آخر تحديث|^עודכן|^更新|^最終更新|^업데이트|^수정|^अपडेट|^अद्यतन|^อัปเดต|^แก้ไข/iu
const published =
  /^(first |originally )?(published|posted|filed|created)|^(date|datum|data|fecha|дата)\s*:|^(veröffentlicht|erschienen)|^publi|^pubblicat|^gepubliceerd|^опубликован|^δημοσι|^نشر|^פורסם|^公開|^発表|^发布|^發布|^게시|^입력|^प्रकाशित|^เผยแพร่/iu
const relative =
  /\b(just now|moments? ago|(\d+|an?|one|two|few|several)\s+(sec(ond)?|min(ute)?|hour|hr|day|week|month)s?\s+ago)\b/iu
const separators = /\s+[/|·•–—]\s+/u

/**
 * The claims a date line makes, in the page's own words: `27 Jan, 2026 09:42 / Updated 1 hour ago` makes a published
 * and an updated claim. Null where the line is not a date line, that is where more than a label stands beside the
 * times; a sentence that mentions a date is none. `lang` is the page's language, which decides whether 3/4/2026 is in
 * March or in April.
 */
export function readClaims(line: string, lang: string | null = null): readonly Claim[] | null {
  const claims: Claim[] = []
  for (const segment of line.trim().slice(0, longest).split(separators)) {
    const claim = readClaim(segment.trim(), { following: claims.length > 0, lang })
    if (claim === null) return null
    claims.push(claim)
  }
  return claims.length > 0 ? claims : null
}

interface Reading {
  readonly following: boolean
  readonly lang: string | null
}

function readClaim(text: string, { following, lang }: Reading): Claim | null {
  const isUpdate = updated.test(text)
  const kind = isUpdate ? 'updated' : 'published'
  const besides = isUpdate || published.test(text) ? 4 : 1
  const isRelative = relative.test(text) && words(text.replace(relative, '')) <= besides
  if (isRelative || isRelativeTime(text)) return { kind, where: 'visible', text, at: null }
  const date = readDate(text, lang)
  if (date !== null && (wordsBeside(text, date.text) <= besides || isClaim(text))) {
    return { kind, where: 'visible', text, at: date.at }
  }
  return isUpdate && following && words(text) <= 6 ? { kind, where: 'visible', text, at: null } : null
}

/** No date line is longer. */
const longest = 300
const words = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
const wordsBeside = (text: string, date: string): number =>
  words(westernDigits(text.normalize('NFC')).replace(date, ''))

/**
 * The date in a text that names its day, month and year, with the time beside it, and the zone only where the words name
 * one. Read by the names of months in sixty languages; what they leave, by chrono-node (nine languages).
 */
export function readDate(
  text: string,
  lang: string | null = null
): { readonly text: string; readonly at: string } | null {
  const plain = text.slice(0, longest)
  return findWrittenDate(plain, lang) ?? (/\d{4}/u.test(plain) ? byChrono(plain) : null)
}

/** The longest one that chrono finds. */
function byChrono(text: string): { text: string; at: string } | null {
  const found = languages
    .flatMap((language) => language.strict.parse(text))
    .filter(({ start }) => start.isCertain('day') && start.isCertain('month') && start.isCertain('year'))
    .sort((a, b) => b.text.length - a.text.length)[0]
  if (found === undefined) return null
  if (found.start.isCertain('timezoneOffset')) return { text: found.text, at: found.start.date().toISOString() }
  const two = (n: number | null) => String(n ?? 0).padStart(2, '0')
  const { start } = found
  const day = `${start.get('year')}-${two(start.get('month'))}-${two(start.get('day'))}`
  const at = start.isCertain('hour') ? `${day}T${two(start.get('hour'))}:${two(start.get('minute'))}` : day
  return { text: found.text, at }
}
