import { mostFindings } from '../domain/verification.ts'
import type { PackageFinding } from '../domain/package-findings.ts'
import type { RefusalCode } from '../contract/importing.ts'
import { checkPackage } from './exchange/package/check-package.ts'
import { openPackage } from './exchange/package/open-package.ts'
import { openFile } from './exchange/open-file.ts'
import { FileRefusal } from './exchange/read-file.ts'
import { beginsAsZip } from './exchange/zip.ts'
import { breathe } from './slices.ts'

/** What a look through a package found. */
export interface PackageVerification {
  readonly madeBy: string | null
  readonly software: string
  readonly madeAt: string
  readonly articles: number
  readonly versions: number
  readonly records: number
  /** Versions that were in Recently deleted when it was made, and were left out. */
  readonly withheld: number
  /** At most 200 of them; `found` counts all. */
  readonly findings: readonly PackageFinding[]
  readonly found: number
}

/** What became of verifying a package: a verdict, or why there can be none. */
export type PackageVerdict =
  | { readonly state: 'checked'; readonly result: PackageVerification }
  | { readonly state: 'unreadable'; readonly code: RefusalCode; readonly detail: string }

/** Whether a file begins as a package does. False for what cannot be read. */
export async function looksLikePackage(path: string): Promise<boolean> {
  try {
    return beginsAsZip((await openFile(path)).head)
  } catch (error) {
    if (error instanceof FileRefusal) return false
    throw error
  }
}

/** Checks every hash in a package; nothing of it is stored. */
export async function verifyPackage(
  path: string,
  onProgress?: (done: number, total: number) => void
): Promise<PackageVerdict> {
  try {
    const file = await openPackage(path)
    try {
      let done = 0
      const { madeBy, software, madeAt, articles } = file.manifest
      const { findings, ...counts } = await checkPackage(file, async () => {
        onProgress?.(++done, articles.length)
        await breathe()
      })
      const shown = { findings: findings.slice(0, mostFindings), found: findings.length }
      return { state: 'checked', result: { madeBy, software, madeAt, ...counts, ...shown } }
    } finally {
      file.zip.close()
    }
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error
    return { state: 'unreadable', code: error.code, detail: error.detail }
  }
}
