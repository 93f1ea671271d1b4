import { constants, copyFileSync, existsSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { CallFailure } from '../contract/failure.ts'
import type { CopyRestored, Repaired } from '../contract/rescue.ts'
import { copiesOf, damagedPath, replacedPath } from './copies.ts'
import { putInPlace, sizeOf } from './place.ts'
import { salvage } from './salvage.ts'
import { freeBytes } from './space.ts'
import { versionsIn } from './store/copy.ts'

/** What the ways out work on; the library must be closed. */
interface RescueOptions {
  readonly path: string
  readonly now: Date
  readonly nativeBinding?: string | undefined
}

/**
 * Puts one of the library's copies in its place; what was there is kept as `.replaced-…`. Throws `CallFailure`:
 * `not-found` for a copy that is not there (any more), `full` where the disk has no room for it.
 */
export async function restoreCopy(name: string, { path, now }: RescueOptions): Promise<CopyRestored> {
  const copy = copiesOf(path).find((one) => one.name === name)
  if (copy === undefined) throw new CallFailure('not-found', name)
  const kept = replacedPath(path, now)
  const hadOne = existsSync(path)
  const ready = `${path}.part`
  await copyWithRoom(copy.path, ready)
  putInPlace(path, ready, kept)
  // It is the library now, and what it took the place of is a copy instead.
  if (copy.kind === 'replaced') rmSync(copy.path)
  return { kept: hadOne ? basename(kept) : null, versions: versionsIn(path) }
}

/**
 * Puts in the library's place what can be read of it; the damaged file is kept as `.damaged-…`. Throws `CallFailure`:
 * `corrupt` where nothing could be read (nothing is changed then), `full` where the disk has no room for the new one.
 */
export async function repairLibrary({ path, now, nativeBinding }: RescueOptions): Promise<Repaired> {
  const into = `${path}.part`
  for (const side of ['', '-wal', '-shm', '-journal']) rmSync(into + side, { force: true })
  await expectRoom(path, 2 * sizeOf(path))
  const backups = copiesOf(path).filter(({ kind }) => kind === 'backup')
  const result = salvage({ from: path, into, backups: backups.map((copy) => copy.path), now, nativeBinding })
  if (result.articles.saved === 0) {
    rmSync(into, { force: true })
    throw new CallFailure('corrupt', 'nothing-readable')
  }
  const kept = damagedPath(path, now)
  putInPlace(path, into, kept)
  return { ...result, kept: basename(kept) }
}

async function copyWithRoom(from: string, to: string): Promise<void> {
  await expectRoom(to, sizeOf(from))
  rmSync(to, { force: true })
  copyFileSync(from, to, constants.COPYFILE_FICLONE)
}

/** To set a library right may use what is kept free otherwise. */
async function expectRoom(path: string, bytes: number): Promise<void> {
  const free = await freeBytes(dirname(path))
  if (free < bytes) throw new CallFailure('full', String(free))
}
