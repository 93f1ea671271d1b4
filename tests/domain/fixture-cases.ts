import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compare } from '../../src/domain/diff/compare.ts'
import type { EditKind, FoldRule, FoundEdit } from '../../src/domain/diff/comparison.ts'
import type { Content } from '../../src/domain/revision.ts'
import { summaryText } from '../../src/domain/summary.ts'
import { readPlainText } from '../../src/library/exchange/plain-text.ts'
import { readPage } from './fixture-page.ts'
import { revision } from './redline.ts'

/** What a person has looked at and found right about one pair of texts. */
export interface Expectation {
  /** What the case is about. */
  readonly about: string
  readonly language: string
  /** Material: an edit of `kind` is shown, and not as minor. Minor: it is shown as minor. Noise: everything folds, by `rule`. */
  readonly weight: 'material' | 'minor' | 'noise'
  readonly kind?: EditKind
  readonly rule?: FoldRule
  readonly summary: string
  /** The edits that decide the case; what else is marked beside them is left to the marking. */
  readonly edits: readonly ExpectedEdit[]
}

export type ExpectedEdit = Omit<FoundEdit, 'hunk'>

export interface Case {
  readonly name: string
  readonly folder: string
  readonly older: Content
  readonly newer: Content
  /** Null for a new case that nobody has looked at yet. */
  readonly expected: Expectation | null
}

const casesFolder = join(import.meta.dirname, '../fixtures/compare')

export function readCases(): Case[] {
  return readdirSync(casesFolder)
    .toSorted()
    .map((name) => {
      const folder = join(casesFolder, name)
      const file = join(folder, 'expected.json')
      const expected = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Expectation) : null
      return { name, folder, older: readSide(folder, 1), newer: readSide(folder, 2), expected }
    })
}

/** Plain text of a single line is a paragraph, not a headline. */
function readSide(folder: string, side: 1 | 2): Content {
  const page = join(folder, `${side}.html`)
  if (existsSync(page)) return readPage(readFileSync(page, 'utf8'))
  const text = readFileSync(join(folder, `${side}.txt`), 'utf8')
  return readPlainText(text) ?? revision(text.trim())
}

/** What the comparison says now, in the form of an expectation. */
export function found({ older, newer }: Case, lang: string | null = null): Pick<Expectation, 'summary' | 'edits'> {
  const { summary, edits } = compare(older, newer, { lang })
  return {
    summary: summaryText(summary),
    edits: edits.map(({ kinds, folded, rule, minor, reason, before, after }) => {
      return { kinds, folded, rule, minor, reason, before, after }
    })
  }
}

/** The first expectation of a new case, for a person to look at: what is found, in the language its name begins with. */
export function firstExpectation(one: Case): Expectation {
  const { summary, edits } = found(one)
  const about = 'New: not looked at yet'
  const language = one.name.split('-', 1)[0]!
  const shown = edits.filter(({ folded }) => !folded)
  const deciding = (shown.length > 0 ? shown : edits).slice(0, 1)
  if (shown.length === 0)
    return { about, language, weight: 'noise', rule: edits[0]?.rule ?? 'typography', summary, edits: deciding }
  const { minor, kinds } = shown[0]!
  return { about, language, weight: minor ? 'minor' : 'material', kind: kinds[0]!, summary, edits: deciding }
}
