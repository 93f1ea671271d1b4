// The thread that copies the library, so that the process that answers the windows goes on answering.
import { parentPort, workerData } from 'node:worker_threads'
import type { CopyJob, CopyReply } from './backup.ts'
import { syncFile } from './place.ts'
import { copyInto } from './store/copy.ts'

function copy({ from, to, nativeBinding }: CopyJob): CopyReply {
  try {
    copyInto(from, to, nativeBinding)
    syncFile(to)
    return null
  } catch (error) {
    const { code, message } = error as { code?: unknown; message?: unknown }
    return { code: String(code), message: String(message) }
  }
}

parentPort?.postMessage(copy(workerData as CopyJob))
