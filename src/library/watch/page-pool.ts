import { Piscina } from 'piscina'
import type { Page } from '../../domain/page.ts'
import type { PageJob, PageRead, PageReader } from './reading.ts'

/** So long may a page take, in milliseconds, and so much memory a thread, in megabytes. */
const longest = 20_000
const memory = 768

/** Reads pages in threads of their own. `worker` is the script of such a thread. */
export function pagePool(worker: string | URL, report: (error: unknown) => void): PageReader {
  const pool = new Piscina<PageJob, Page>({
    filename: String(worker),
    minThreads: 0,
    maxThreads: 2,
    idleTimeout: 10_000,
    concurrentTasksPerWorker: 1,
    resourceLimits: { maxOldGenerationSizeMb: memory }
  })
  return {
    read: async (job) => {
      const ending = new AbortController()
      const timer = setTimeout(() => ending.abort(), longest)
      try {
        return { page: await pool.run(job, { signal: ending.signal, name: 'read' }), unread: null }
      } catch (error) {
        return unreadFor(error, ending.signal, report)
      } finally {
        clearTimeout(timer)
      }
    },
    close: () => pool.destroy()
  }
}

function unreadFor(error: unknown, signal: AbortSignal, report: (error: unknown) => void): PageRead {
  if (signal.aborted) return { page: null, unread: 'time' }
  if ((error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY') return { page: null, unread: 'memory' }
  report(error)
  return { page: null, unread: 'error' }
}
