import { t } from '../../catalogue/words.ts'
import { isHead, type Row } from './rows.ts'

/** Rows as they are laid out: alone, or two and more unchanged ones folded to a line. */
export type Section =
  | { readonly kind: 'row'; readonly row: Row }
  | { readonly kind: 'fold'; readonly key: string; readonly rows: readonly Row[] }

interface Folding {
  /** The page shows another text: the older one makes the fold. */
  readonly replaced?: boolean
  /** The paragraphs before and after a change are always shown. */
  readonly context?: boolean
}

/** Runs of two or more unchanged rows below the head make a fold, unless nothing at all changed. */
export function sectionsOf(
  rows: readonly Row[],
  { replaced = false, context = false }: Folding = {}
): readonly Section[] {
  if (rows.every((row) => row.kind === 'same')) return rows.map((row) => ({ kind: 'row', row }))
  const sections: Section[] = []
  let run: Row[] = []
  const isNear = (n: number) =>
    context && [rows[n - 1], rows[n + 1]].some((row) => row !== undefined && row.kind !== 'same')
  const folds = (row: Row, n: number) =>
    replaced ? row.kind === 'removed' : row.kind === 'same' && !isHead(row.block) && !isNear(n)
  const close = () => {
    if (run.length > 1 || (replaced && run.length > 0)) sections.push({ kind: 'fold', key: run[0]!.key, rows: run })
    else sections.push(...run.map((row) => ({ kind: 'row', row }) as const))
    run = []
  }
  for (const [n, row] of rows.entries()) {
    if (folds(row, n)) run.push(row)
    else {
      close()
      sections.push({ kind: 'row', row })
    }
  }
  close()
  return sections
}

/** `5 unchanged paragraphs`, `5 paragraphs of the older text`; other parts of a text are passages. */
export function foldName(rows: readonly Row[]): string {
  const plain = rows.every((row) => row.block.kind === 'paragraph' || row.block.kind === 'quote')
  const gone = rows[0]?.kind === 'removed'
  const n = rows.length
  if (gone) return t(plain ? 'fold.olderParagraphs' : 'fold.olderPassages', { n })
  return t(plain ? 'fold.paragraphs' : 'fold.passages', { n })
}
