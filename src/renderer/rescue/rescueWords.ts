import { t, type Key } from '../../catalogue/words.ts'
import type { LibraryCopy, Repaired } from '../../contract/rescue.ts'
import { listed, sizeWords } from '../ui/words.ts'

const kinds: Readonly<Record<LibraryCopy['kind'], Key>> = {
  backup: 'rescue.daily',
  'before-update': 'rescue.beforeUpdate',
  replaced: 'rescue.setAside'
}

/** What a copy is and holds: `Daily backup, 614 versions, 12 MB`. */
export function copyWords({ kind, versions, bytes }: LibraryCopy): string {
  const held = versions === null ? t('rescue.unreadable') : t('amount.versions', { n: versions })
  return t('rescue.copy', { kind: t(kinds[kind]), versions: held, size: sizeWords(Math.max(1000, bytes)) })
}

/** `297 of 300 versions were saved. 3 could not be read.` What is not a version is told of only where it was lost. */
export function repairedWords({ versions, articles, captures, bodies }: Repaired): string {
  const all = versions.saved + versions.lost
  const saved = versions.lost === 0 ? t('rescue.allSaved', { n: all }) : t('rescue.someSaved', { all, ...versions })
  const others = [
    [articles.lost, 'amount.articles'],
    [captures.lost, 'rescue.checks'],
    [bodies.lost, 'rescue.pages']
  ] as const
  const lost = others.flatMap(([n, amount]) => (n === 0 ? [] : [t(amount, { n })]))
  return lost.length === 0 ? saved : t('rescue.alsoLost', { saved, lost: listed(lost) })
}
