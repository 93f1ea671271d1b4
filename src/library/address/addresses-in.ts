import { parse } from 'tldts'
import { webAddress } from './web-address.ts'

const most = 200
const longest = 100_000
const schemed = /https?:\/\/[^\s<>"'\u201C\u201D\u00AB\u00BB]+/giu
const bare = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,62})\.){1,8}\p{L}{2,63}(?::\d{1,5})?(?:[/?#]\S*)?$/u

/**
 * The addresses that a text holds, as they are to be asked for: one a line, anywhere in pasted text, or as text/uri-list
 * (RFC 2483: lines that begin with `#` are comments). A bare name of a domain that exists (`example.org/news`) becomes
 * https. In order, without repetition, 200 at most.
 */
export function addressesIn(text: string): readonly string[] {
  const found = new Set<string>()
  for (const line of text.slice(0, longest).split(/[\r\n]+/)) {
    if (line.startsWith('#')) continue
    for (const word of wordsOf(line.trim())) {
      const url = webAddress(/^https?:/i.test(word) ? word : `https://${word}`)
      if (url !== null) found.add(url)
      if (found.size >= most) return [...found]
    }
  }
  return [...found]
}

function wordsOf(line: string): readonly string[] {
  const full = (line.match(schemed) ?? []).map((word) => withoutEnd(word))
  if (full.length > 0) return full
  return line.split(/[\s<>"',;|]+/).map((word) => withoutEnd(word)).filter((word) => isBareDomain(word)) // prettier-ignore
}

/** The full stop of a sentence and the bracket around an address are not its own. */
function withoutEnd(word: string): string {
  let end = word.length
  while (end > 0) {
    const last = word[end - 1]!
    if (/[.,;:!?\u2026]/.test(last)) end -= 1
    else if (last === ')' && !word.slice(0, end).includes('(')) end -= 1
    else if (last === ']' || last === '}') end -= 1
    else break
  }
  return word.slice(0, end)
}

function isBareDomain(word: string): boolean {
  if (word.length > 2000 || word.includes('@') || !bare.test(word)) return false
  return parse(`https://${word}`).isIcann === true
}
