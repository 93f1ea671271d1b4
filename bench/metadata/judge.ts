import { readClaims } from '../../src/library/capture/claims.ts'
import { withoutLead } from '../../src/library/capture/bylines.ts'
import { folded } from '../../src/library/extract/metadata/likeness.ts'
import { readTime } from '../../src/library/extract/metadata/time.ts'
import type { Field } from './pages.ts'

export interface Answer {
  readonly field: Field
  readonly expected: string | null
  readonly found: string | null
  readonly page: PageText
}

/** What can be checked on a page itself. */
export interface PageText {
  /** Its headings as they are shown, folded. */
  readonly headings: ReadonlySet<string>
  /** All of its markup, folded: a name that does not stand in it was made up. */
  readonly whole: string
}

export type Judgement = 'right' | 'wrong' | { readonly because: string }

/** Whether what was found is what is expected; where not, whether the page itself says that the expectation is a habit of the program it comes from. */
export function judge(answer: Answer): Judgement {
  return isEqual(answer) ? 'right' : (explain(answer) ?? 'wrong')
}

const spaced = (text: string | null): string => (text ?? '').replace(/\s+/gu, ' ').trim()

function isEqual({ field, expected, found }: Answer): boolean {
  if (field === 'lang') return expected?.toLowerCase() === found?.toLowerCase() || (expected === null && found === null)
  if (field === 'published') return isSameTime(expected, found)
  return spaced(expected) === spaced(found)
}

function isSameTime(expected: string | null, found: string | null): boolean {
  if (expected === null || found === null) return expected === found
  const [one, other] = [readTime(expected), readTime(found)]
  if (one === null || other === null) return false
  return one === other || (one.endsWith('Z') && other.endsWith('Z') ? Date.parse(one) === Date.parse(other) : false)
}

/** A day without its zone begins fourteen hours earlier or twelve later somewhere. */
function isSameDaySomewhere(expected: string, found: string): boolean {
  const [day, time] = [Date.parse(`${expected.slice(0, 10)}T00:00Z`), Date.parse(found)]
  return (
    /^\d{4}-\d\d-\d\d$/u.test(expected) &&
    found.endsWith('Z') &&
    time > day - 14 * 3_600_000 &&
    time < day + 36 * 3_600_000
  )
}

const namesAlone = (text: string): string =>
  folded(withoutLead(spaced(text)).replace(/\s(?:and|und|et|y|e|en|&)\s/gu, ', '))

function explain({ field, expected, found, page }: Answer): Judgement | null {
  if (found === null) return null
  const isThere = page.whole.includes(folded(found))
  if (expected === null) {
    if (field === 'lang') return { because: 'the page says so elsewhere than in the root, or its text shows it' }
    if (field === 'published') return { because: 'the page has a date' }
    return isThere || field === 'site' ? { because: 'the page has it' } : null
  }
  switch (field) {
    case 'title': {
      const shown = page.headings.has(folded(found))
      if (shown && folded(found) === folded(expected))
        return { because: 'the same but for quotation marks and the like; ours are as the page shows them' }
      if (shown && !page.headings.has(folded(expected)))
        return { because: 'the page shows ours as a heading, and no heading says what is expected' }
      return folded(expected).startsWith(`${folded(found)} `) || folded(expected).endsWith(` ${folded(found)}`)
        ? { because: 'the name of the site or section was cut off' }
        : null
    }
    case 'byline': {
      if (namesAlone(expected) === namesAlone(found)) return { because: 'the same names, joined otherwise' }
      if (readClaims(expected) !== null || /^follow /iu.test(expected))
        return { because: 'what is expected names nobody' }
      if (found.split(', ').length > 1 && folded(found).includes(folded(expected)))
        return { because: 'the page names several, of which one is expected' }
      const [one, other] = [folded(withoutLead(spaced(expected))), folded(found)]
      if (` ${other} `.includes(` ${one} `)) return { because: 'the same name, with other words around it' }
      return one !== '' && (one.startsWith(other) || one.endsWith(other) || other.startsWith(one))
        ? { because: 'the same name, with other words around it' }
        : null
    }
    case 'published':
      return readTime(expected)?.slice(0, 10) === found.slice(0, 10) || isSameDaySomewhere(expected, found)
        ? { because: 'the same day, given with more or less' }
        : null
    case 'lang':
      return expected.slice(0, 2).toLowerCase() === found.slice(0, 2).toLowerCase()
        ? { because: 'the same language, with or without its region' }
        : null
    default:
      return null
  }
}
