import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, copyFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dice } from '../../crash/dice.ts'
import { Disk, fates } from '../../crash/disk.ts'
import { readRecord, type Entry } from '../../crash/record.ts'
import { shim } from '../../crash/shim.ts'
import { faultsOf, type Original } from './interrupting.ts'

const name = 'library.db'

export interface MigrationOutages {
  readonly states: number
  /** States in which the library was still of the old version. */
  readonly old: number
  readonly wrong: readonly string[]
}

/**
 * Cuts the power while an old library is migrated, after so many of the changes to its files, evenly spread, each with
 * what was not synced dropped, torn and kept: the library is the old one or the new one, and whole.
 */
export function cutPowerWhileMigrating(original: Original, points: number): MigrationOutages {
  const scratch = mkdtempSync(join(tmpdir(), 'palimpsest-migration-outage-'))
  const [entries, disk, roll] = [record(original, scratch), new Disk(), dice(1)]
  const found = { states: 0, old: 0, wrong: [] as string[] }
  for (const entry of alreadyThere(original)) disk.play(entry)
  for (const [i, entry] of entries.entries()) {
    disk.play(entry)
    if (Math.floor((i * points) / entries.length) === Math.floor(((i + 1) * points) / entries.length)) continue
    for (const fate of fates) {
      const folder = join(scratch, String(found.states++))
      mkdirSync(folder)
      for (const [file, bytes] of disk.fail(fate, roll)) writeFileSync(join(folder, file), bytes)
      const { isOld, wrong } = faultsOf(join(folder, name), original)
      found.old += Number(isOld)
      found.wrong.push(...wrong.map((words) => `entry ${i}, ${fate}: ${words}`))
    }
  }
  rmSync(scratch, { recursive: true, force: true })
  return found
}

/** What migrating a copy of the library does to its files. */
function record(original: Original, scratch: string): Entry[] {
  const [folder, log] = [join(scratch, 'disk'), join(scratch, 'record')]
  mkdirSync(folder)
  copyFileSync(original.path, join(folder, name))
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, 'migrator.ts'), join(folder, name), '-1'], {
    stdio: 'inherit',
    env: { ...process.env, LD_PRELOAD: shim(), SHIM_FOLDER: folder, SHIM_LOG: log }
  })
  if (status !== 0) throw new Error(`the migration ended with ${status}`)
  return readRecord(log).filter((entry) => !entry.name.endsWith('-shm'))
}

/** The old library, safe on the disk. */
function alreadyThere({ path }: Original): Entry[] {
  const entry = (kind: Entry['kind'], data = Buffer.alloc(0)): Entry => ({ kind, name, place: 0, data })
  return [entry('O'), entry('W', readFileSync(path)), entry('S'), entry('D')]
}
