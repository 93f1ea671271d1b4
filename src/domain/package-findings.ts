/** Why something in a package is not what was written. */
const packageReasons = [
  'file',
  'file-missing',
  'file-added',
  'manifest',
  'unreadable',
  'line',
  'counts',
  'record',
  'record-missing',
  'head',
  'deletion',
  'text',
  'capture',
  'body',
  'body-missing'
] as const
export type PackageReason = (typeof packageReasons)[number]

/** The first thing of an article, or of the package itself, that is not what was written. */
export interface PackageFinding {
  /** Null where it is no article's: `detail` then names the file. */
  readonly article: { readonly n: number; readonly uid: string; readonly headline: string } | null
  /** Its place in the article's chain, from 1; null where it has none. */
  readonly seq: number | null
  readonly reason: PackageReason
  /** A number, name or path; never a sentence for the reader. */
  readonly detail: string
}

const reasons: Readonly<Record<PackageReason, string>> = {
  file: 'A file is not the one that was written: its hash does not fit.',
  'file-missing': 'A file is gone.',
  'file-added': 'There is a file that was not written with the others.',
  manifest: 'What the package says about itself does not fit what it holds.',
  unreadable: 'It cannot be read: the package is damaged there.',
  line: 'There is a line that is not as Palimpsest writes it.',
  counts: 'There is more or less of it than was written.',
  record: 'What its record says was changed, or its hash.',
  'record-missing': 'A record is gone.',
  head: 'The end of the chain was changed: it does not fit the last record.',
  deletion: 'It does not fit what the chain says about deletions.',
  text: 'Its text is not the text that was stored.',
  capture: 'What was noted when the page was checked was changed.',
  body: 'The bytes of a page do not match their hash.',
  'body-missing': 'The bytes of a page are gone.'
}

/** What broke, in words for people. */
export const packageFindingWords = ({ reason }: PackageFinding): string => reasons[reason]
