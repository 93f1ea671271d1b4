import type { DamageReason, DerivedFinding, DerivedKind, Finding, Verification } from './verification.ts'

/** What broke, in words for people; `it` is the version or the article that the sentence is about. */
const reasons: Readonly<Record<DamageReason, string>> = {
  unreadable: 'It can no longer be read: the file is damaged there.',
  schema: 'The tables of this file are not those of a library.',
  article: 'The address, language or name of the article was changed.',
  'article-missing': 'The article itself is gone; versions or checks of it are still there.',
  'articles-missing': 'Whole articles are gone.',
  source: 'The name, address or folder of its source was changed, or the source is gone.',
  record: 'What its record says was changed: its time, address, number, words or claims, or the hash itself.',
  'record-missing': 'Its record is gone.',
  'records-missing': 'Records are gone, and nothing is left that says whose they were.',
  head: 'The end of the chain was changed: it does not fit the last record.',
  counts: 'The number of articles and records that the library has to have was changed.',
  'revision-missing': 'The version is gone, and no deletion was recorded.',
  'revision-unrecorded': 'The version is in no record: it was put in by something other than Palimpsest.',
  deletion: 'It does not fit what the chain says about deletions.',
  text: 'Its text is not the text that was stored.',
  capture: 'What was noted when the page was checked was changed.',
  'capture-missing': 'A check of the page is gone.',
  'capture-added': 'There are more checks of the page than were recorded.',
  body: 'The stored bytes of the page do not match their hash.',
  'body-missing': 'The stored bytes of the page are gone.'
}

export const findingWords = ({ reason }: Finding): string => reasons[reason]

/** Where it broke: `v3`, `record 4`, or nothing. */
export function placeWords({ version, seq }: Finding): string {
  if (version !== null) return `v${version}`
  return seq === null ? '' : `record ${seq}`
}

const derived: Readonly<Record<DerivedKind, string>> = {
  change: 'what changed between two versions',
  listing: 'a row of the article list',
  tally: 'a count in the sidebar',
  index: 'the inner structure of the file',
  schema: 'the declaration of a table, index or trigger',
  'unused-text': 'text that no version uses'
}

/** What is not in step, once for each kind. */
export function derivedWords(findings: readonly DerivedFinding[]): string[] {
  return [...new Set(findings.map(({ kind }) => kind))].map((kind) => derived[kind])
}

const count = (n: number, one: string): string => `${n.toLocaleString('en')} ${one}${n === 1 ? '' : 's'}`

/** What was looked at: `14 articles, 61 records`. */
export const scopeWords = ({ articles, records }: Verification): string =>
  `${count(articles, 'article')}, ${count(records, 'record')}`
