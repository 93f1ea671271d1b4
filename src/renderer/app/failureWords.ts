import { t, type Key } from '../../catalogue/words.ts'
import type { Failure, FailureCode } from '../../contract/failure.ts'
import { numeral } from '../ui/words.ts'

export interface FailureWords {
  /** Without a full stop. */
  readonly title: string
  readonly text: string
}

/** What happened, what is safe, what next. */
export function failureWords({ code, detail }: Failure): FailureWords {
  const [title, text] = code === 'corrupt' && detail === 'nothing-readable' ? unreadable : all[code]
  const free = freeWords(detail)
  const has = code === 'full' ? free !== '' : detail !== ''
  return { title: t(title), text: t(text, { has: has ? 'yes' : 'no', detail, free }) }
}

const broken = ['failure.broken', 'failure.brokenText'] as const
const unreadable = ['failure.damaged', 'failure.unreadableText'] as const

const all: Readonly<Record<FailureCode, readonly [Key, Key]>> = {
  'unknown-call': broken,
  'bad-arguments': broken,
  'foreign-sender': broken,
  internal: broken,
  'not-found': ['failure.notFound', 'failure.notFoundText'],
  'library-stopped': ['failure.stopped', 'failure.stoppedText'],
  'newer-schema': ['failure.newer', 'failure.newerText'],
  'older-schema': ['failure.older', 'failure.olderText'],
  'not-a-library': ['failure.notALibrary', 'failure.notALibraryText'],
  'library-missing': ['failure.missing', 'failure.missingText'],
  corrupt: ['failure.damaged', 'failure.damagedText'],
  full: ['failure.full', 'failure.fullText'],
  readonly: ['failure.readonly', 'failure.readonlyText'],
  'disk-error': ['failure.disk', 'failure.diskText'],
  locked: ['failure.locked', 'failure.lockedText']
}

/** How much is left, where that was measured: the detail is a number of bytes then. */
function freeWords(detail: string): string {
  if (!/^\d+$/u.test(detail)) return ''
  return numeral(Math.floor(Number(detail) / 1_000_000), { style: 'unit', unit: 'megabyte' })
}
