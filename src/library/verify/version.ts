import type { VersionVerified } from '../../contract/captured.ts'
import { CallFailure } from '../../contract/failure.ts'
import { captureRow, revisionRow } from '../store/evidence.ts'
import { openReader } from '../store/reader.ts'
import { versionBroken } from './article.ts'
import { attempted } from './broken.ts'

/** Looks at one version by a connection of its own. Throws `CallFailure` `not-found`. */
export function verifyVersion(path: string, revision: number, nativeBinding?: string): VersionVerified {
  const store = openReader(path, nativeBinding)
  try {
    const row = revisionRow(store, revision)
    if (row === undefined) throw new CallFailure('not-found', `revision ${revision}`)
    const found = attempted(() => versionBroken(store, row), row.seq)
    const hasBody = captureRow(store, row.capture_id)?.body_kept === 1
    return { finding: found === null ? null : { reason: found.reason, detail: found.detail }, hasBody }
  } finally {
    store.close()
  }
}
