import type { VersionVerified } from '../contract/captured.ts'
import type { Events } from '../contract/contract.ts'
import { CallFailure } from '../contract/failure.ts'
import type { LastVerified } from '../contract/verifying.ts'
import type { Verification, VerifyScope } from '../domain/verification.ts'
import { breathe } from './slices.ts'
import { articleRow, headRow } from './store/evidence.ts'
import type { Store } from './store/open.ts'
import { markUpkeep, upkeepOf } from './store/upkeep.ts'
import type { UpkeepTask } from './upkeep.ts'

export interface VerifierOptions {
  readonly store: Store
  readonly path: string
  readonly nativeBinding?: string | undefined
  readonly now: () => Date
  /** Whether what was found can be kept. */
  readonly canWrite: () => boolean
  readonly tell: <K extends keyof Events>(event: K, payload: Events[K]) => void
}

const week = 7 * 86_400_000
/** The names under which the last runs are kept. */
const names = { all: 'verify', newest: 'verify-newest' } as const
/** A background run works for 8 ms, then rests three times as long. */
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 24))
const tellEvery = 100

/** Verifies a library that is open: when asked, after every start, and every week. */
export class Verifier {
  readonly #options: VerifierOptions
  readonly #ending = new AbortController()
  #whole: Promise<Verification> | null = null
  #hurried = false

  constructor(options: VerifierOptions) {
    this.#options = options
  }

  /** What runs in the background. */
  get tasks(): readonly UpkeepTask[] {
    return [
      { name: names.newest, period: 'start', run: () => this.#run('newest', rest) },
      { name: names.all, period: week, run: () => this.#wholeRun() }
    ]
  }

  /**
   * Verifies one article, or the whole library: a run in the background that is on its way goes on without rests.
   * Throws `CallFailure` `not-found`.
   */
  async verify(article: number | undefined): Promise<Verification> {
    if (article !== undefined) return this.#run({ article: this.#known(article) }, breathe)
    this.#hurried = true
    const result = await this.#wholeRun()
    if (this.#options.canWrite()) this.#keep(result)
    return result
  }

  /** Looks at one version. Throws `CallFailure` `not-found`. */
  async verifyVersion(revision: number): Promise<VersionVerified> {
    const { path, nativeBinding } = this.#options
    return (await import('./verify/version.ts')).verifyVersion(path, revision, nativeBinding)
  }

  /** What was found last; null where that was never looked for. */
  last(): LastVerified {
    const read = (name: string) => {
      const kept = upkeepOf(this.#options.store, name)
      return kept === undefined ? null : (JSON.parse(kept.detail) as Verification)
    }
    return { all: read(names.all), newest: read(names.newest) }
  }

  /** Ends what runs; whoever waits for it is told so by an error. */
  close(): void {
    this.#ending.abort()
  }

  #known(article: number): number {
    const { store } = this.#options
    if (articleRow(store, article) !== undefined || headRow(store, article) !== undefined) return article
    throw new CallFailure('not-found', `article ${article}`)
  }

  #keep(result: Verification): void {
    markUpkeep(this.#options.store, names.all, { at: result.endedAt, detail: JSON.stringify(result) })
  }

  #wholeRun(): Promise<Verification> {
    this.#whole ??= this.#run('all', () => (this.#hurried ? breathe() : rest())).finally(() => {
      this.#whole = null
      this.#hurried = false
    })
    return this.#whole
  }

  async #run(scope: VerifyScope, pause: () => Promise<void>): Promise<Verification> {
    const { path, nativeBinding, now, tell } = this.#options
    const { verify } = await import('./verify/run.ts')
    let told = -Infinity
    const onProgress = (done: number, total: number) => {
      if (scope !== 'all' || performance.now() - told < tellEvery) return
      told = performance.now()
      tell('verifying', { done, total })
    }
    const result = await verify({ path, nativeBinding, scope, now, pause, onProgress, signal: this.#ending.signal })
    tell('verified', result)
    return result
  }
}
