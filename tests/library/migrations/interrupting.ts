import { spawn } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { migrate } from '../../../src/library/store/migrate.ts'
import { migrations } from '../../../src/library/store/migrations/all.ts'
import { connect, openStore, type Store } from '../../../src/library/store/open.ts'
import { oldArticles } from './old-rows.ts'
import { dump, makeVersion1, tellVersion1 } from './version1.ts'
import { tellVersion2 } from './version2.ts'

/** A library of version 1, and what is in it and what it tells, against which every copy is held. */
export interface Original {
  readonly path: string
  readonly dump: unknown
  readonly told: readonly unknown[]
  /** How many statements its migration has. */
  readonly statements: number
}

export function makeOriginal(): Original {
  const path = join(mkdtempSync(join(tmpdir(), 'palimpsest-interrupt-')), 'library.db')
  makeVersion1(path)
  const store = connect(path)
  const original = { path, dump: dump(store), told: tellAll(store, tellVersion1) }
  store.close()
  return { ...original, statements: onCopy(original, (copy) => interruptMigration(copy, Infinity)) }
}

const tellAll = (store: Store, tell: typeof tellVersion1) => oldArticles.map((_, i) => tell(store, i + 1))

/**
 * Migrates the library at `path` as opening it does, and does something before the statement of that number, from 0;
 * returns how many statements there were.
 */
export function interruptMigration(path: string, at: number, interrupt: () => void = () => undefined): number {
  const store = connect(path)
  store.pragma('foreign_keys = OFF')
  let statements = 0
  try {
    migrate(store, migrations, { onStatement: () => void (statements++ === at && interrupt()) })
    return statements
  } finally {
    store.close()
  }
}

/** Throws before a statement; what is then wrong with the library, in words. */
export function throwAt(original: Original, at: number): string[] {
  return onCopy(original, (copy) => {
    const thrown = new Error('interrupted')
    try {
      interruptMigration(copy, at, () => {
        throw thrown
      })
    } catch (error) {
      if (error === thrown) return oldFaults(copy, original)
      throw error
    }
    return ['the migration went on']
  })
}

/** Kills the process that migrates, with SIGKILL, before a statement; what is then wrong with the library, in words. */
export async function killAt(original: Original, at: number): Promise<string[]> {
  const copy = copyOf(original)
  const child = spawn(process.execPath, [join(import.meta.dirname, 'migrator.ts'), copy, String(at)], {
    stdio: 'inherit',
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'palimpsest-crash-compiled') }
  })
  const signal = await new Promise((done) => child.once('exit', (_, signal) => done(signal)))
  const wrong = signal === 'SIGKILL' ? oldFaults(copy, original) : [`the migration ended with ${String(signal)}`]
  rmSync(copy, { force: true })
  return wrong
}

/**
 * A library whose migration broke off is the old one, and holds what that held, or the new one; an ordinary opening
 * migrates the old one, and then it tells what it told.
 */
export function faultsOf(path: string, original: Original): { readonly isOld: boolean; readonly wrong: string[] } {
  const left = connect(path)
  const isOld = left.pragma('user_version', { simple: true }) === 1
  const same = !isOld || isDeepStrictEqual(dump(left), original.dump)
  left.close()
  const store = openStore(path)
  const told = isDeepStrictEqual(tellAll(store, tellVersion2), original.told)
  const version = store.pragma('user_version', { simple: true })
  store.close()
  const wrong = [
    ...(same ? [] : ['it does not hold what it held']),
    ...(version === migrations.length ? [] : [`it opens as version ${String(version)}`]),
    ...(told ? [] : ['it tells something else once it is migrated'])
  ]
  return { isOld, wrong }
}

function oldFaults(path: string, original: Original): string[] {
  const { isOld, wrong } = faultsOf(path, original)
  return isOld ? wrong : ['it is not the old one', ...wrong]
}

function onCopy<T>(original: Pick<Original, 'path'>, work: (copy: string) => T): T {
  const copy = copyOf(original)
  try {
    return work(copy)
  } finally {
    rmSync(copy, { force: true })
  }
}

let copies = 0

function copyOf({ path }: Pick<Original, 'path'>): string {
  const copy = `${path}.${copies++}`
  copyFileSync(path, copy)
  return copy
}
