import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Answers, Events } from '../../contract/contract.ts'
import type { Handlers } from '../../contract/door.ts'
import type { importingRequests, ImportProgress, ImportResult } from '../../contract/importing.ts'
import { CallFailure } from '../../contract/failure.ts'
import { isZone } from '../exchange/zone.ts'
import type { ImportOptions } from '../import.ts'
import { breathe } from '../slices.ts'
import { listImports } from '../store/imports.ts'
import type { Store } from '../store/open.ts'
import type { LazyFollowing } from '../watch/lazy.ts'
import type { PageReader } from '../watch/reading.ts'
import type { Writing } from '../writing.ts'
import { Follows } from './follows.ts'

interface DeskOptions {
  readonly store: Store
  readonly writing: Writing
  readonly now: () => Date
  readonly tell: <K extends keyof Events>(event: K, payload: Events[K]) => void
  readonly report?: ((error: unknown) => void) | undefined
  /** The folder of the sample library's history files. */
  readonly samples: string
  readonly pageWorker?: string | URL | undefined
  readonly nativeBinding?: string | undefined
  readonly following: LazyFollowing | undefined
  /** Told what was stored; answers with it. */
  readonly onImported: (result: ImportResult) => ImportResult
  readonly canWrite: () => boolean
}

type Asked = typeof importingRequests
type Own = Handlers<
  Asked & Pick<typeof import('../../contract/contract.ts').requests, 'openSampleLibrary'>,
  Pick<Answers, keyof Asked | 'openSampleLibrary'>
>

/** So often is it told how far an import has come, in milliseconds; of one that takes less nothing is told. */
const often = 250

/** Answers what a window asks about files that are brought in. One import or look at a time: a new look ends the one before. */
export class ImportDesk {
  readonly #options: DeskOptions
  #ending: AbortController | null = null
  #told = 0
  #tells = false

  constructor(options: DeskOptions) {
    this.#options = options
  }

  /** Ends what is under way; what was stored stays. */
  stop(): void {
    this.#ending?.abort()
  }

  get handlers(): Own {
    const { store, samples, now, onImported } = this.#options
    return {
      importFiles: ({ paths, zone }) => this.#take(paths, zone ?? null),
      lookInto: async ({ paths, zone }) => {
        this.stop()
        const readOnly = !this.#options.canWrite()
        return this.#run(zone ?? null, async (options) =>
          (await importer()).lookIntoFiles(store, paths, { ...options, readOnly })
        )
      },
      stopImport: () => {
        this.stop()
        return null
      },
      importText: async ({ text }) => onImported((await importer()).importText(store, text, now())),
      openSampleLibrary: async () => this.#take(await sampleFiles(samples), null),
      imports: () => listImports(store)
    }
  }

  async #take(paths: readonly string[], zone: string | null): Promise<ImportResult> {
    const { store, following, onImported } = this.#options
    const follows = new Follows(following)
    const result = await this.#run(zone, async (options) =>
      (await importer()).importFiles(store, paths, { ...options, onFollow: (found) => follows.add(found) })
    )
    return onImported({ ...result, ...(await follows.follow()) })
  }

  async #run<T>(zone: string | null, work: (options: ImportOptions) => Promise<T>): Promise<T> {
    if (zone !== null && !isZone(zone)) throw new CallFailure('bad-arguments', `zone ${zone}`)
    const { now, writing, onImported, tell, nativeBinding } = this.#options
    const ending = new AbortController()
    this.#ending = ending
    this.#told = performance.now()
    this.#tells = false
    const pages = await this.#pages()
    try {
      return await work({
        now: now(),
        zone,
        signal: ending.signal,
        pages,
        nativeBinding,
        mayWrite: async () => {
          await writing.check()
          await breathe()
        },
        onStored: onImported,
        onProgress: (progress) => this.#tell(progress)
      })
    } finally {
      if (this.#ending === ending) this.#ending = null
      if (this.#tells) tell('importing', null)
      await pages?.close()
    }
  }

  #tell(progress: ImportProgress): void {
    const now = performance.now()
    if (now - this.#told < often) return
    this.#told = now
    this.#tells = true
    this.#options.tell('importing', progress)
  }

  async #pages(): Promise<PageReader | undefined> {
    const { pageWorker, report = console.error } = this.#options
    return pageWorker === undefined ? undefined : (await import('../watch/page-pool.ts')).pagePool(pageWorker, report)
  }
}

/** Loaded when it is first needed: a start has no time for the readers of dates and encodings (24 ms). */
const importer = () => import('../import.ts')

async function sampleFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder)
  return names
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => join(folder, name))
}
