import type { Answer, Row } from './library.ts'

/** An article as every command tells programs of it; `Article` in docs/cli.md. */
export function articleJson(row: Row) {
  const { id, headline, source, url, lang, dir, folder, revisions, firstAt, lastAt, changedAt, deletedAt } = row
  const { summary, minor, silent, headlineChanged, unread, starred, outcome, status } = row
  return {
    id, headline, source, url, lang, dir, folder, versions: revisions, firstAt, lastAt, changedAt, deletedAt,
    summary, minor, silent, headlineChanged, unread, starred, outcome, status
  } // prettier-ignore
}

/** The members of `Article`, as docs/cli.md shows them. */
export const articleShape = [
  'Article = { id: number, headline: string, source: string, url: string | null, lang: string | null,',
  '  dir: "ltr" | "rtl", folder: string | null, versions: number, firstAt: string, lastAt: string, changedAt: string,',
  '  deletedAt: string | null, summary: string, minor: boolean, silent: boolean, headlineChanged: boolean,',
  '  unread: number, starred: boolean, outcome: string, status: number | null }'
]

/** The members of `Version`; it is what the library itself tells of a version. */
export const versionShape = [
  'Version = { id: number, label: string, at: string, lastSeenBefore: string | null, words: number, headline: string,',
  '  returnsTo: string | null, headlineReturnsTo: string | null, change: { wordsAdded: number, wordsRemoved: number,',
  '    minor: boolean, headlineChanged: boolean, silent: boolean, summary: string } | null, noted: boolean,',
  '  imported: boolean, kept: string[], bodyHash: string | null, textHash: string }'
]

/** Of what the library tells of a version only what is described. */
export function versionJson(version: Answer<'timemap'>['revisions'][number]) {
  const { id, label, at, lastSeenBefore, words, headline, returnsTo, headlineReturnsTo, noted, imported, kept } =
    version
  const { bodyHash, textHash, change } = version
  return {
    id, label, at, lastSeenBefore, words, headline, returnsTo, headlineReturnsTo,
    change: change === null ? null : changeJson(change),
    noted, imported, kept, bodyHash, textHash
  } // prettier-ignore
}

function changeJson({
  wordsAdded,
  wordsRemoved,
  minor,
  headlineChanged,
  silent,
  summary
}: NonNullable<Answer<'timemap'>['revisions'][number]['change']>) {
  return { wordsAdded, wordsRemoved, minor, headlineChanged, silent, summary }
}
