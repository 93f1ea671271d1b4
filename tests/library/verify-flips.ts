import Database from 'better-sqlite3'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { CallFailure } from '../../src/contract/failure.ts'
import { dice } from '../crash/dice.ts'
import { evidenceDump } from './verify-dump.ts'
import { scratch, verifyAll } from './verify-library.ts'

/** What became of a library in which one bit of the file was turned over. */
export interface Flip {
  readonly byte: number
  readonly bit: number
  /** Something a library states reads otherwise, or can no longer be read. */
  readonly changed: boolean
  /** What the walk said first, or why the file could not be opened; null for "all is well". */
  readonly verdict: string | null
  /** SQLite's own check, the control: what it calls whole. */
  readonly integrity: boolean
}

/** Turns over one bit after the other, each in a copy of its own. The same seed turns the same. */
export async function* flips(path: string, times: number, seed: number): AsyncGenerator<Flip> {
  const clean = readFileSync(path)
  const before = evidenceDump(path)
  const roll = dice(seed)
  for (let i = 0; i < times; i++) {
    const [byte, bit] = [roll(clean.length), roll(8)]
    const bytes = Buffer.from(clean)
    bytes[byte]! ^= 1 << bit
    const copy = scratch()
    writeFileSync(copy, bytes)
    yield { byte, bit, changed: dumpOf(copy) !== before, verdict: await verdictOf(copy), integrity: isIntact(copy) }
    for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true })
  }
}

/** A flip that the walk judged wrongly: it missed a change, or saw one that is none. */
export const isWrong = ({ changed, verdict }: Flip): boolean => changed !== (verdict !== null)

function dumpOf(path: string): string | null {
  try {
    return evidenceDump(path)
  } catch {
    return null
  }
}

async function verdictOf(path: string): Promise<string | null> {
  try {
    const { findings } = await verifyAll(path)
    const [first] = findings
    return first === undefined
      ? null
      : `${first.reason} at ${first.article?.id ?? '-'}/${first.seq ?? '-'} ${first.detail}`
  } catch (error) {
    if (error instanceof CallFailure) return error.failure.code
    throw error
  }
}

function isIntact(path: string): boolean {
  try {
    const store = new Database(path, { readonly: true })
    try {
      return store.pragma('integrity_check', { simple: true }) === 'ok'
    } finally {
      store.close()
    }
  } catch {
    return false
  }
}
