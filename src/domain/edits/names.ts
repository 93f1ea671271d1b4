import type { Passage } from '../diff/passage.ts'
import type { Token } from '../diff/tokens.ts'
import { isQuotationMark } from './quotes.ts'
import type { Setting } from './finding.ts'
import { months, weekdays } from './terms.ts'

const sentenceEnd = /^[.!?:\u2026\u037e]$/
const notNames = /^(?:I|I'm|I'd|I've|I'll|Mr|Mrs|Ms|Dr)$/

/** The names among items `from` to `to`, neighbours joined: "Hal Penrose". Known by their capital where none is due. */
export function namesIn(passage: Passage, span: { from: number; to: number }, setting: Setting): string[] {
  const { items } = passage
  const titleCase = titleCases.get(passage) ?? isTitleCase(items)
  titleCases.set(passage, titleCase)
  if (titleCase) return []
  const names: string[] = []
  let last = -2
  for (let at = span.from; at < span.to; at++) {
    if (!isName(items, at, setting)) continue
    const name = bare(items[at]!.text)
    if (last === at - 1) names[names.length - 1] += ` ${name}`
    else names.push(name)
    last = at
  }
  return names
}

const titleCases = new WeakMap<Passage, boolean>()

function bare(name: string): string {
  return name.replace(/['\u2019]s?$/u, '')
}

function isName(items: readonly Token[], at: number, setting: Setting): boolean {
  const { names, lang } = setting
  const { key, text, kind } = items[at]!
  if (kind !== 'word' || !/^[\p{Lu}\p{Lt}]/u.test(key) || notNames.test(key)) return false
  if (months.has(key.toLowerCase()) || weekdays.has(key.toLowerCase())) return false
  if (startsSentence(items, at)) return !lang?.startsWith('de') && (names().has(text) || beginsName(items, at, setting))
  return !lang?.startsWith('de') || [at - 1, at + 1].some((near) => /^\p{Lu}/u.test(items[near]?.key ?? ''))
}

/** Hal in "Hal Penrose", but not The in "The Council": nowhere is it written small. */
function beginsName(items: readonly Token[], at: number, { smallWords }: Setting): boolean {
  return /^\p{Lu}\p{L}/u.test(items[at + 1]?.key ?? '') && !smallWords().has(items[at]!.key.toLowerCase())
}

function startsSentence(items: readonly Token[], at: number): boolean {
  const before = items[at - 1]
  if (before === undefined || sentenceEnd.test(before.key)) return true
  return before.kind === 'mark' && isQuotationMark(before.text)
}

/** A headline That Writes Most Words Like This tells nothing about names. */
function isTitleCase(items: readonly Token[]): boolean {
  const words = items.filter(({ kind, key }) => kind === 'word' && /^\p{L}/u.test(key))
  const capital = words.filter(({ key }) => /^\p{Lu}/u.test(key))
  return words.length >= 4 && capital.length > 0.7 * words.length
}
