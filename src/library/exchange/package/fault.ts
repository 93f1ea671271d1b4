import type { PackageFinding, PackageReason } from '../../../domain/package-findings.ts'
import { FileRefusal } from '../read-file.ts'

/** What is not as it was written; the rest of the file it is in is not looked at any more. */
export class PackageFault extends Error {
  readonly reason: PackageReason
  readonly seq: number | null
  readonly detail: string

  constructor(reason: PackageReason, seq: number | null = null, detail = '') {
    super(`${reason} ${detail}`)
    this.reason = reason
    this.seq = seq
    this.detail = detail
  }
}

/** A fault as it is told of an article, or of the package; throws what is none. */
export function findingOf(error: unknown, article: PackageFinding['article']): PackageFinding {
  if (error instanceof PackageFault) {
    const { reason, seq, detail } = error
    return { article, reason, seq, detail }
  }
  if (error instanceof FileRefusal) return { article, reason: 'unreadable', seq: null, detail: error.detail }
  throw error
}
