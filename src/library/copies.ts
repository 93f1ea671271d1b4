import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { LibraryCopy } from '../contract/rescue.ts'
import { sizeOf, stamp, stamped } from './place.ts'
import { versionsIn } from './store/copy.ts'

/** The folder for the copies of a library: beside it, so that they go where it goes. */
export const backupFolder = (path: string): string => join(dirname(path), 'backups')

/** What a daily copy, a library that was replaced, and a damaged one are called. */
export const backupPath = (path: string, now: Date): string =>
  join(backupFolder(path), `${basename(path)}.backup-${stamp(now)}`)
export const replacedPath = (path: string, now: Date): string => untaken(`${path}.replaced-`, now)
export const damagedPath = (path: string, now: Date): string => untaken(`${path}.damaged-`, now)

/** What is kept is never written over: a second one of the same second gets the next. */
function untaken(start: string, now: Date): string {
  const path = start + stamp(now)
  return existsSync(path) ? untaken(start, new Date(now.getTime() + 1000)) : path
}

/** A copy of a library by where it lies; how many versions it has takes opening it. */
export interface CopyFile extends Omit<LibraryCopy, 'versions'> {
  readonly path: string
}

/** The copies of a library, the newest first. */
export function copiesOf(path: string): CopyFile[] {
  return [...namesIn(backupFolder(path)), ...namesIn(dirname(path))]
    .flatMap((file) => asCopy(file, basename(path)) ?? [])
    .toSorted((a, b) => b.at.localeCompare(a.at))
}

/** The same, with the number of versions in each. */
export function listCopies(path: string): LibraryCopy[] {
  return copiesOf(path).map(({ path: file, ...copy }) => ({ ...copy, versions: versionsIn(file) }))
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).map((name) => join(folder, name))
  } catch {
    return []
  }
}

function asCopy(path: string, library: string): CopyFile | undefined {
  const name = basename(path)
  if (!name.startsWith(`${library}.`)) return undefined
  const [kind, time] = name.slice(library.length + 1).split('-')
  const facts = { name, path, bytes: sizeOf(path) }
  if (kind === 'before' && /^\d+$/.test(time ?? '')) {
    return { ...facts, kind: 'before-update', at: statSync(path).mtime.toISOString() }
  }
  const at = stamped(time ?? '')
  if (at === undefined || (kind !== 'backup' && kind !== 'replaced')) return undefined
  return { ...facts, kind, at }
}
