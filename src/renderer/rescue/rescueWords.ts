import type { LibraryCopy, Repaired } from '../../contract/rescue.ts'
import { count } from '../ui/words.ts'

/** `12.4 MB`. */
function size(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`
  if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`
  return `${(bytes / 1_000_000_000).toFixed(1)} GB`
}

const kinds: Readonly<Record<LibraryCopy['kind'], string>> = {
  backup: 'Daily backup',
  'before-update': 'Before an update',
  replaced: 'Set aside'
}

/** What a copy is and holds: `Daily backup, 614 versions, 12.4 MB`. */
export function copyWords({ kind, versions, bytes }: LibraryCopy): string {
  const held = versions === null ? 'cannot be read' : count(versions, 'version')
  return [kinds[kind], held, size(bytes)].join(', ')
}

/** `297 of 300 versions were saved. 3 could not be read.` What is not a version is told of only where it was lost. */
export function repairedWords({ versions, articles, captures, bodies }: Repaired): string {
  const all = versions.saved + versions.lost
  const saved =
    versions.lost === 0
      ? `All ${count(all, 'version')} were saved.`
      : `${versions.saved} of ${count(all, 'version')} were saved. ${versions.lost} could not be read.`
  const others = [
    [articles.lost, 'article'],
    [captures.lost, 'check'],
    [bodies.lost, 'stored page']
  ] as const
  const lost = others.flatMap(([n, one]) => (n === 0 ? [] : [count(n, one)]))
  return lost.length === 0 ? saved : `${saved} Also not readable: ${lost.join(', ')}.`
}
