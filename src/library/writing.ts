import { CallFailure, type Failure, type FailureCode } from '../contract/failure.ts'
import { leastFree, type Space } from './space.ts'

export interface WritingOptions {
  readonly space: Space
  /** Writes a little and keeps nothing; throws where the library cannot be written. */
  readonly probe: () => void
  /** Told when writing has to pause, and why; null when it goes on. */
  readonly tell: (trouble: Failure | null) => void
  /** Set where the library is only read. */
  readonly readOnly: boolean
}

/** After these, the library is read but no longer written. */
const pausing: ReadonlySet<FailureCode> = new Set(['full', 'disk-error', 'readonly', 'corrupt'])

/** How often a paused library looks whether it can be written again, in milliseconds. */
const lookEvery = 5000

/**
 * Says whether the library may be written now. It pauses while the disk has too little room or does not take what is
 * written, and goes on by itself; a damaged file stays as it is.
 */
export class Writing {
  readonly #options: WritingOptions
  #trouble: Failure | null = null
  #timer: NodeJS.Timeout | null = null

  constructor(options: WritingOptions) {
    this.#options = options
  }

  get trouble(): Failure | null {
    return this.#trouble
  }

  /** Throws `CallFailure` where nothing may be written now; on a full disk, what frees room may be. */
  async check(what: 'writes' | 'frees' = 'writes'): Promise<void> {
    if (this.#options.readOnly) throw new CallFailure('readonly')
    if (this.#trouble === null) await this.#measure(3000)
    const isAllowed = this.#trouble === null || (what === 'frees' && this.#trouble.code === 'full')
    if (!isAllowed) throw new CallFailure(this.#trouble!.code, this.#trouble!.detail)
  }

  /** Hears how a call failed; some failures pause all writing. */
  heard({ failure }: CallFailure): void {
    if (!this.#options.readOnly && pausing.has(failure.code)) this.#set(failure)
  }

  /** Looks whether the library can be written again. */
  async look(): Promise<void> {
    if (this.#options.readOnly || this.#trouble?.code === 'corrupt') return
    if (await this.#measure(0)) return
    if (this.#trouble === null) return
    try {
      this.#options.probe()
    } catch {
      return
    }
    this.#set(null)
  }

  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
  }

  /** Whether there is too little room. */
  async #measure(maxAge: number): Promise<boolean> {
    const free = await this.#options.space.bytes(maxAge)
    if (free < leastFree) this.#set({ code: 'full', detail: String(free) })
    return free < leastFree
  }

  #set(trouble: Failure | null): void {
    const isNews = trouble?.code !== this.#trouble?.code
    this.#trouble = trouble
    if (isNews) this.#options.tell(trouble)
    if (trouble === null) this.close()
    else this.#timer ??= setInterval(() => void this.look(), lookEvery).unref()
  }
}
