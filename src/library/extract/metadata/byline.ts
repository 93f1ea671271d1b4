import { isByline, isLabel, withoutLead } from '../../capture/bylines.ts'
import { readClaims, readDate } from '../../capture/claims.ts'
import { isWeekday } from '../../capture/written-dates.ts'
import { attribute } from '../tree.ts'
import type { ShownPart } from './headline.ts'
import { folded } from './likeness.ts'
import { around, collapse, isWithin, namesOf, shownPieces, shownText, type Line, type Shown } from './shown.ts'

const longestByline = 160
/** How far from the headline a byline stands, in lines. */
const linesBefore = 6
const linesAfter = 30

const names =
  /(?:^|[\s_-])(?:by-?line|authors?|author-?name|writer|autor(?:es|en)?|auteurs?|verfasser|redakteur|contributors?|firma|penna|dateline-author|p-author|creditline)(?:$|[\s_-])|byline|author(?!i[tz])/u
const notNames =
  /comment|related|share|social|follow|footer|newsletter|bio(?:$|[\s_-])|about|avatar|image|photo|authors?-?(?:bio|box|info|card|desc)|more-?from/u
/** Words that stand around names and are buttons. */
const buttons =
  /\s*(?:follow|folgen|suivre|seguir|subscribe|email(?: the)? author|view (?:all posts|profile)|see all|mehr artikel|profil)\b.*$/iu

interface Wanted {
  readonly shown: Shown
  readonly headline: ShownPart | null
  /** Names that the page's data gives its authors. */
  readonly declared: readonly string[]
}

/** The line of the page that says who wrote it, as it shows it; null where it shows none. */
export function shownByline(wanted: Wanted): ShownPart | null {
  const marked = markedBylines(wanted)
  const near = linesNear(wanted)
  const named = near.find(
    ({ text }) => text.length <= longestByline && namesSomebody(text, wanted.declared) && isPlain(text)
  )
  const worded =
    near.find((line) => line.text.length <= longestByline && isByline(spaced(line))) ?? near.flatMap(signed)[0]
  const range = { from: near[0]?.at ?? 0, to: near.at(-1)?.at ?? 0 }
  const isNear = ({ at }: ShownPart) => at >= range.from && at <= range.to
  const unnamed =
    marked.find(isNear) ??
    (wanted.declared.length === 0 ? marked.find(({ element }) => isInArticle(element)) : undefined)
  const best = marked.find(({ text }) => namesSomebody(text, wanted.declared)) ?? named ?? unnamed ?? worded
  if (best === undefined) return null
  const text = best === named || best === worded ? namesAlone(piecesOf(best)) : best.text
  return text === '' ? null : { text, element: best.element, at: best.at }
}

/** So many elements are looked into that are called bylines, the nearest to the headline first. */
const mostMarked = 150

/** Elements that are called a byline, those near the headline first; of two within one another the outer. */
function markedBylines({ shown, headline }: Wanted): ShownPart[] {
  const place = headline?.at ?? 0
  const distance = ({ at }: { readonly at: number }) => (at >= place ? at - place : 3 * (place - at))
  const nearest = shown.named
    .filter(({ element }) => isMarked(element))
    .sort((a, b) => distance(a) - distance(b) || a.at - b.at)
  const found: ShownPart[] = []
  for (const { element, at } of nearest.slice(0, mostMarked)) {
    if (isElsewhere(element, headline) || found.some((outer) => isWithin(element, outer.element))) continue
    if (headline !== null && isWithin(headline.element, element)) continue
    const whole = shownText(element, 2 * longestByline)
    const text = whole.length > 2 * longestByline ? '' : namesAlone(shownPieces(element))
    if (text.length <= longestByline && isPlain(text)) found.push({ text, element, at })
  }
  return found
}

function isMarked(element: ShownPart['element']): boolean {
  const own = namesOf(element)
  if (names.test(own) && !notNames.test(own)) return true
  return ['itemprop', 'rel', 'property'].some((name) =>
    /(?:^|[\s:])author(?:\s|$)/iu.test(attribute(element, name)?.slice(0, 300) ?? '')
  )
}

const marks = /\s+[|•·–—/-]\s+|\s*[|•·]\s*|\n+/u
const edges = /^[\s|•·–—,/-]+|[\s|•·–—,/-]+$/gu

const readingTime =
  /[\s|•·–—,(-]*(?:\d+\s*(?:-\s*)?min(?:ute[ns]?|uti|utos)?\.?\s*(?:read|lesezeit|de lecture|de lectura|di lettura)?|(?:reading time|read time|tiempo de lectura|lesezeit|lesedauer|temps de lecture|tempo di lettura|tempo de leitura|leestijd)[\s:]*.*)$/iu
const endLabel =
  /[\s|•·–—,(-]+(?:(?:last\s+)?(?:published|posted|updated)|veröffentlicht|aktualisiert|erstellt|publié|mis à jour|publicado|actualizado|atualizado|pubblicato|aggiornato|on|am|um|le|el|em|il|op|den)[\s:]*$/iu

/** A byline without the times, counts and buttons that stand beside the names: what changes by itself is no part of it. */
function namesAlone(pieces: readonly string[]): string {
  const kept = pieces.map((piece) => (isBeside(collapse(piece)) ? ' ' : piece))
  const whole = collapse(kept.join(''))
  const parts = whole.split(marks).filter((part) => !isBeside(part))
  const names =
    parts.length > 0 && parts.join('').length < whole.replace(marks, '').length - 2 ? parts.join(', ') : whole
  return withoutTimes(names).replace(buttons, '').replace(readingTime, '').replace(endLabel, '').replace(edges, '')
}

const isBeside = (text: string): boolean =>
  text !== '' &&
  (!/\p{L}{2}/u.test(text)
    ? /\d/u.test(text)
    : text.length < 100 && /\d/u.test(text) && readClaims(text.replace(edges, '')) !== null)

/** "Joe Wee Monday, February 29, 2016 @ 11:10 PM UTC": what follows the names from a time on is cut off. */
function withoutTimes(text: string): string {
  const date = /\d{4}/u.test(text) ? readDate(text) : null
  const at = date === null ? -1 : text.indexOf(date.text)
  if (at <= 0) return text
  const before = text.slice(0, at).replace(/[\s,(@]+$/u, '')
  const words = before.split(' ')
  while (
    words.length > 1 &&
    (isWeekday(words.at(-1)!.replace(/,$/u, '')) ||
      /^(?:on|am|le|el|em|il|op|den|at|published|posted|updated)[:,]?$/iu.test(words.at(-1)!))
  )
    words.pop()
  return words.join(' ').replace(/,$/u, '')
}

const elsewhere = /(?:^|[\s_-])(?:comments?|related|sidebar|recirc|recommended|teaser)(?:$|[\s_-])/u

/** Whether it stands among comments, in a margin or in a list of other articles, and the headline does not. */
function isElsewhere(element: ShownPart['element'], headline: ShownPart | null): boolean {
  for (const one of around(element)) {
    if (one.tagName === 'body' || (headline !== null && isWithin(headline.element, one))) return false
    if (one !== element && elsewhere.test(namesOf(one))) return true
    if (one.tagName === 'nav') return true
    if (/^(?:aside|footer)$/u.test(one.tagName) && !/meta|author|byline|info|entry|post/u.test(namesOf(one)))
      return true
  }
  return false
}

const isPlain = (text: string): boolean => {
  if (
    text === '' ||
    !/\p{L}{2}/u.test(text) ||
    /https?:\/\/|\bwww\./u.test(text) ||
    isLabel(text.replace(/[\d.:,/-]+|\bUhr\b|\bh\b/gu, ' '))
  )
    return false
  return readClaims(text) === null && withoutLead(text).split(/\s+/u).length <= 20
}

/** "By" and a name may stand side by side with nothing but a style between them. */
const spaced = (line: Line): string => collapse(line.pieces.map(({ text }) => text).join(' '))

const person =
  /^\p{Lu}[\p{Ll}'’-]+(?:\s+(?:\p{Lu}\.|\p{Lu}[\p{L}'’-]*\p{Ll}[\p{L}'’-]*|von|van|de|del|di|der|zu)){1,3}$/u

/** "11.12.2019 - Ann Lee": a name in one text with a date, and nothing else. A section beside a date is a link, or shouts. */
function signed(line: Line): ShownPart[] {
  if (line.text.length > longestByline || !/\d/u.test(line.text)) return []
  return line.pieces.flatMap(({ text, element, isLink }) => {
    if (isLink || !/\d{4}/u.test(text)) return []
    const parts = text.split(/\s+[|•·–—/-]\s+|\s*[|•·]\s*/u)
    const names = parts.filter(
      (part) => /\p{L}/u.test(part) && readClaims(part) === null && !/^[\d:.\s]+(?:Uhr|h|pm|am)?$/iu.test(part)
    )
    const [name] = names
    const isSigned =
      names.length === 1 && names.length < parts.length && (person.test(name!) || person.test(withoutLead(name!)))
    return isSigned ? [{ text: name!, element, at: line.at }] : []
  })
}

const piecesOf = (line: Line | ShownPart): string[] =>
  'pieces' in line ? line.pieces.map(({ text }) => ` ${text} `) : [line.text]

function linesNear({ shown, headline }: Wanted): Line[] {
  const { lines } = shown
  if (headline === null) return lines.slice(0, linesAfter)
  const at = lines.findIndex((line) => line.at >= headline.at)
  return at < 0 ? [] : lines.slice(Math.max(0, at - linesBefore), at + linesAfter)
}

const isInArticle = (element: ShownPart['element']): boolean => {
  for (const one of around(element)) {
    if (one.tagName === 'article' || one.tagName === 'main') return true
    if (/(?:^|[\s_-])(?:hentry|post|article|entry|story|content)(?:$|[\s_-])/u.test(namesOf(one))) return true
  }
  return false
}

function namesSomebody(text: string, declared: readonly string[]): boolean {
  const plain = ` ${folded(text)} `
  return declared.some((name) => folded(name) !== '' && plain.includes(` ${folded(name)} `))
}
