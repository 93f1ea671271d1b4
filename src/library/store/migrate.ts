import { renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { derive } from './derive.ts'
import type { Migration, Step } from './migrations/step.ts'
import type { Store } from './open.ts'
import { applicationId } from './owner.ts'
import { makePrivateFile, makePrivateFolder } from './private.ts'

export interface MigrateOptions {
  readonly backups?: string | undefined
  /** Called before every statement; what it throws ends the migration. For the tests that interrupt it. */
  readonly onStatement?: ((sql: string) => void) | undefined
}

/**
 * Brings a store to the version `migrations.length`, all or nothing: every statement and the new version number are in
 * one transaction. An older library is copied first, with `VACUUM INTO`, to `<backups>/<name>.before-<version>`.
 */
export function migrate(store: Store, migrations: readonly Migration[], options: MigrateOptions = {}): void {
  const from = store.pragma('user_version', { simple: true }) as number
  if (from === migrations.length) return
  if (from > 0 && options.backups !== undefined) copyBefore(store, options.backups, migrations.length)
  const step = asStep(store, options.onStatement ?? (() => undefined))
  store
    .transaction(() => {
      for (const migration of migrations.slice(from)) migration(step)
      step.exec(`PRAGMA application_id = ${applicationId}`)
      step.exec(`PRAGMA user_version = ${migrations.length}`)
      checkReferences(store)
      derive(store)
    })
    .exclusive()
}

function asStep(store: Store, before: (sql: string) => void): Step {
  const prepare = (sql: string) => {
    before(sql)
    return store.prepare(sql)
  }
  return {
    exec: (sql) => {
      before(sql)
      store.exec(sql)
    },
    run: (sql, ...values) => void prepare(sql).run(...values),
    all: <Row>(sql: string, ...values: readonly unknown[]) => prepare(sql).all(...values) as Row[]
  }
}

/** Foreign keys are off during a migration, so what it left is looked at once before it is final. */
function checkReferences(store: Store): void {
  const broken = store.pragma('foreign_key_check') as unknown[]
  if (broken.length > 0)
    throw new Error(`migration left ${broken.length} broken references: ${JSON.stringify(broken[0])}`)
}

function copyBefore(store: Store, backups: string, version: number): void {
  makePrivateFolder(backups)
  const copy = join(backups, `${basename(store.name)}.before-${version}`)
  rmSync(`${copy}.part`, { force: true })
  makePrivateFile(`${copy}.part`)
  store.prepare('VACUUM INTO ?').run(`${copy}.part`)
  renameSync(`${copy}.part`, copy)
}
