import { renameSync, rmSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { backupFolder, backupPath, copiesOf } from './copies.ts'
import { sizeOf, syncFolder } from './place.ts'
import { leastFree } from './space.ts'
import { makePrivateFolder } from './store/private.ts'

/** So many daily copies are kept. */
const mostBackups = 3

const day = 24 * 3_600_000

export interface BackupOptions {
  /** The library. */
  readonly path: string
  readonly now: Date
  /** The script of the thread that copies. */
  readonly worker: string | URL
  readonly nativeBinding?: string | undefined
  /** Ends the copying; nothing of it is left. */
  readonly signal?: AbortSignal | undefined
}

/** `recent`: there is one of the last day. `unchanged`: nothing was stored since. `no-room`: it would fill the disk. */
export type BackupNeed = 'needed' | 'recent' | 'unchanged' | 'no-room'

interface Circumstances {
  readonly path: string
  readonly now: Date
  /** Free bytes on the library's disk. */
  readonly free: number
  readonly isChanged: boolean
}

/** Whether a library should be copied now. */
export function backupNeed({ path, now, free, isChanged }: Circumstances): BackupNeed {
  const newest = copiesOf(path).find(({ kind }) => kind === 'backup')
  if (newest !== undefined && now.getTime() - Date.parse(newest.at) < day) return 'recent'
  if (newest !== undefined && !isChanged) return 'unchanged'
  return free < leastFree + sizeOf(path) ? 'no-room' : 'needed'
}

/**
 * Copies a library into its folder of backups and drops the oldest beyond three. The copy is made in a thread of its
 * own, and gets its name only when it is whole and on the disk. Throws what SQLite or the file system says; then the
 * older copies stay.
 */
export async function makeBackup(options: BackupOptions): Promise<void> {
  const { path, now, nativeBinding } = options
  const to = backupPath(path, now)
  makePrivateFolder(backupFolder(path))
  try {
    rmSync(`${to}.part`, { force: true })
    await runCopy(options, { from: path, to: `${to}.part`, nativeBinding })
    renameSync(`${to}.part`, to)
  } finally {
    for (const side of ['', '-journal']) rmSync(`${to}.part${side}`, { force: true })
  }
  syncFolder(backupFolder(path))
  const backups = copiesOf(path).filter(({ kind }) => kind === 'backup')
  for (const old of backups.slice(mostBackups)) rmSync(old.path)
}

/** What the thread is told at its start. */
export interface CopyJob {
  readonly from: string
  readonly to: string
  readonly nativeBinding: string | undefined
}

/** What it answers with: nothing, or SQLite's code and words. */
export type CopyReply = { readonly code: string; readonly message: string } | null

async function runCopy({ worker: script, signal }: BackupOptions, job: CopyJob): Promise<void> {
  const worker = new Worker(script, { workerData: job })
  const end = () => void worker.terminate()
  signal?.addEventListener('abort', end)
  try {
    await new Promise<void>((done, failed) => {
      worker.once('message', (reply: CopyReply) => {
        if (reply === null) done()
        else failed(Object.assign(new Error(reply.message), { code: reply.code }))
      })
      worker.once('error', failed)
      worker.once('exit', () => failed(new Error('the copying thread ended')))
    })
  } finally {
    signal?.removeEventListener('abort', end)
  }
}
