import { isByline, withoutLead } from '../../capture/bylines.ts'
import { readClaims } from '../../capture/claims.ts'
import { attribute } from '../tree.ts'
import type { ShownPart } from './headline.ts'
import { folded } from './likeness.ts'
import { around, isWithin, namesOf, shownText, type Line, type Shown } from './shown.ts'

const longestByline = 160
/** How far from the headline a byline stands, in lines. */
const linesBefore = 6
const linesAfter = 30

const names =
  /(?:^|[\s_-])(?:by-?line|authors?|author-?name|writer|autor(?:es|en)?|auteurs?|verfasser|redakteur|contributors?|firma|penna|dateline-author|p-author|creditline)(?:$|[\s_-])|byline|author/u
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
  const worded = near.find(({ text }) => text.length <= longestByline && isByline(text))
  const best = marked.find(({ text }) => namesSomebody(text, wanted.declared)) ?? named ?? marked[0] ?? worded
  return best === undefined ? null : { text: best.text, element: best.element, at: best.at }
}

/** Elements that are called a byline, those near the headline first. */
function markedBylines({ shown, headline }: Wanted): ShownPart[] {
  const found: ShownPart[] = []
  for (const { element, at } of shown.named) {
    if (found.length > 50) break
    const own = namesOf(element)
    const says = `${attribute(element, 'itemprop') ?? ''} ${attribute(element, 'rel') ?? ''} ${attribute(element, 'property') ?? ''}`
    const isMarked = /(?:^|[\s:])author(?:\s|$)/iu.test(says) || (names.test(own) && !notNames.test(own))
    if (!isMarked || found.some((outer) => isWithin(element, outer.element)) || isElsewhere(element)) continue
    const text = shownText(element, 2 * longestByline).replace(buttons, '')
    const whole = text.length <= longestByline ? text : ''
    if (isPlain(whole)) found.push({ text: whole, element, at })
  }
  const distance = (one: ShownPart) =>
    headline === null ? 0 : one.at >= headline.at ? one.at - headline.at : 3 * (headline.at - one.at)
  return found.sort((a, b) => distance(a) - distance(b))
}

const isElsewhere = (element: ShownPart['element']): boolean => {
  for (const one of around(element))
    if (/^(?:aside|footer|nav)$/u.test(one.tagName) || /comment|related|sidebar/u.test(namesOf(one).slice(0, 100)))
      return true
  return false
}

const isPlain = (text: string): boolean => {
  if (text === '' || !/\p{L}{2}/u.test(text) || /https?:\/\//u.test(text)) return false
  return readClaims(text) === null && withoutLead(text).split(/\s+/u).length <= 20
}

function linesNear({ shown, headline }: Wanted): Line[] {
  const { lines } = shown
  if (headline === null) return lines.slice(0, linesAfter)
  const at = lines.findIndex((line) => line.at >= headline.at)
  return at < 0 ? [] : lines.slice(Math.max(0, at - linesBefore), at + linesAfter)
}

function namesSomebody(text: string, declared: readonly string[]): boolean {
  const plain = ` ${folded(text)} `
  return declared.some((name) => folded(name) !== '' && plain.includes(` ${folded(name)} `))
}
