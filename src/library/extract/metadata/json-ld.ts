import { parseFragment } from 'parse5'
import { rawText } from '../tree.ts'
import { collapse } from './shown.ts'

/** A thing that JSON-LD describes. Everything in it was written by the page. */
export type Thing = Readonly<Record<string, unknown>>

const mostThings = 5000

/**
 * The things that the JSON-LD of a page describes, however they are nested, those further out first (schema.org;
 * https://www.w3.org/TR/json-ld11/). JSON with faults that pages commonly have is read all the same.
 */
export function readThings(scripts: readonly string[]): Thing[] {
  const things: Thing[] = []
  const waiting: unknown[] = scripts.map(parseTolerantly)
  for (let at = 0; at < waiting.length && at < 4 * mostThings; at++) {
    const next = waiting[at]
    if (Array.isArray(next)) waiting.push(...(next as unknown[]).slice(0, mostThings))
    else if (isThing(next)) {
      if (next['@type'] !== undefined && things.length < mostThings) things.push(next)
      waiting.push(
        ...Object.values(next)
          .filter((value) => typeof value === 'object' && value !== null)
          .slice(0, 500)
      )
    }
  }
  return things
}

export const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `NewsArticle` for `schema:NewsArticle` and `https://schema.org/NewsArticle`. */
export function typesOf(thing: Thing): string[] {
  return listOf(thing['@type']).flatMap((type) =>
    typeof type === 'string' ? [type.slice(0, 100).replace(/^.*[/:#]/u, '')] : []
  )
}

export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? (value as unknown[]).slice(0, 200) : value === undefined || value === null ? [] : [value]

/** Some JSON, or null. Raw line breaks in strings, commas at ends, comments around and the like are forgiven. */
function parseTolerantly(script: string): unknown {
  const plain = script
    .trim()
    .replace(/^(?:\/\/\s*)?(?:<!--|<!\[CDATA\[|\/\*\s*<!\[CDATA\[\s*\*\/)/u, '')
    .replace(/(?:\/\/\s*)?(?:-->|\]\]>|\/\*\s*\]\]>\s*\*\/)\s*$/u, '')
    .replace(/;\s*$/u, '')
  for (const text of [plain, repaired(plain)]) {
    try {
      return JSON.parse(text) as unknown
    } catch {
      continue
    }
  }
  return null
}

/** One pass over the text: what JSON forbids in strings is escaped, commas before a closing bracket go. */
function repaired(text: string): string {
  const parts: string[] = []
  let inString = false
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!
    if (inString && character === '\\') {
      const next = text[++i] ?? ''
      parts.push(/["\\/bfnrtu]/u.test(next) ? `\\${next}` : next)
    } else if (character === '"') {
      inString = !inString
      parts.push(character)
    } else if (inString && character < ' ') parts.push(character === '\n' || character === '\r' ? '\\n' : ' ')
    else if (!inString && (character === '}' || character === ']')) {
      while (parts.length > 0 && /^\s$/u.test(parts.at(-1)!)) parts.pop()
      if (parts.at(-1) === ',') parts.pop()
      parts.push(character)
    } else parts.push(character)
  }
  return parts.join('')
}

/** The text of a value: references (`&amp;`, `&#39;`) and tags that stand in it are read as HTML. */
export function plainText(value: unknown, most = 5000): string | null {
  if (typeof value !== 'string') return null
  const cut = value.slice(0, most)
  const text = /[&<]/u.test(cut) ? rawText(parseFragment(cut)) : cut
  const plain = collapse(text)
  return plain === '' ? null : plain
}
