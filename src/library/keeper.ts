import { existsSync } from 'node:fs'
import { requests } from '../contract/contract.ts'
import { openDoor, type Handlers } from '../contract/door.ts'
import { CallFailure, type Answer, type Failure } from '../contract/failure.ts'
import type { LibraryNews } from '../contract/process.ts'
import { rescueRequests, type RescueAnswers } from '../contract/rescue.ts'
import { listCopies } from './copies.ts'
import { openLibrary, type LibraryOptions, type OpenLibrary } from './library.ts'
import { copyForReading, type ReadingCopy } from './reading-copy.ts'
import { asFailure } from './store/open.ts'

export interface KeeperOptions extends Omit<LibraryOptions, 'readOnly' | 'onTrouble'> {
  /** The library has to be there: one that was chosen is not made anew where its disk is missing. */
  readonly mustExist?: boolean | undefined
  /** Told whenever the library is opened, cannot be opened, or can or cannot be written any more. */
  readonly say: (news: LibraryNews) => void
  readonly report: (error: unknown) => void
}

type Door = (name: unknown, args: unknown) => Promise<Answer<unknown>>

/**
 * Keeps a library open, or knows why it is not, and takes the ways out of that: a library that cannot be opened
 * answers every call with the reason, and the calls of `rescueRequests` are answered always.
 */
export class LibraryKeeper {
  readonly #options: KeeperOptions
  readonly #rescue: Door
  /** Calls that are not answered yet. */
  readonly #working = new Set<Promise<unknown>>()
  #library: OpenLibrary | null = null
  #copy: ReadingCopy | null = null
  #door: Door = () => Promise.resolve({ error: { code: 'library-stopped', detail: '' } })

  constructor(options: KeeperOptions) {
    this.#options = options
    this.#rescue = openDoor(rescueRequests, this.#ways(), options.report)
    this.#open()
  }

  /** Answers a call of a window. Never throws. */
  answer(name: unknown, args: unknown): Promise<Answer<unknown>> {
    if (typeof name === 'string' && Object.hasOwn(rescueRequests, name)) return this.#rescue(name, args)
    const answer = this.#door(name, args)
    this.#working.add(answer)
    void answer.then(() => this.#working.delete(answer))
    return answer
  }

  close(): void {
    this.#library?.close()
    this.#library = null
    this.#copy?.remove()
    this.#copy = null
  }

  #ways(): Handlers<typeof rescueRequests, RescueAnswers & Record<string, unknown>> {
    return {
      copies: () => listCopies(this.#options.path),
      restoreCopy: ({ copy }) => this.#closed(async (parts) => (await import('./rescue.ts')).restoreCopy(copy, parts)),
      repair: () => this.#closed(async (parts) => (await import('./rescue.ts')).repairLibrary(parts)),
      tryAgain: async () => {
        if (this.#library === null || this.#copy !== null) this.#open()
        else await this.#library.writing.look()
        return null
      },
      openForReading: () => {
        this.#open('reading')
        return null
      }
    }
  }

  /** Does something to the file while nobody has it open, and opens it again whatever became of that. */
  async #closed<T>(work: (parts: Parts) => Promise<T>): Promise<T> {
    const { path, now, nativeBinding } = this.#options
    this.#refuse({ code: 'library-stopped', detail: '' })
    await Promise.all(this.#working)
    this.close()
    try {
      return await work({ path, now: now(), nativeBinding })
    } catch (error) {
      throw asFailure(error)
    } finally {
      this.#open()
    }
  }

  #open(use: 'writing' | 'reading' = 'writing'): void {
    this.close()
    const { say, report, path, mustExist, ...options } = this.#options
    try {
      if (mustExist === true && !existsSync(path)) throw new CallFailure('library-missing', path)
      if (use === 'reading') this.#copy = copyForReading(path)
      const readOnly = use === 'reading'
      const library = openLibrary({
        ...options,
        report,
        path: this.#copy?.path ?? path,
        readOnly,
        onTrouble: (trouble) => say({ state: 'ready', readOnly, trouble })
      })
      this.#library = library
      this.#door = openDoor(requests, library.handlers, report)
      say({ state: 'ready', readOnly, trouble: library.writing.trouble })
    } catch (error) {
      this.close()
      const failure = asFailure(error)
      if (!(failure instanceof CallFailure)) report(error)
      const known =
        failure instanceof CallFailure ? failure.failure : { code: 'internal' as const, detail: String(error) }
      this.#refuse(known)
      say({ state: 'refused', failure: known })
    }
  }

  #refuse(failure: Failure): void {
    this.#door = () => Promise.resolve({ error: failure })
  }
}

interface Parts {
  readonly path: string
  readonly now: Date
  readonly nativeBinding: string | undefined
}
