import type { Activity } from '../../contract/tracking.ts'
import { choose } from '../../domain/schedule/choose.ts'
import { startsSince } from '../store/activity.ts'
import { claim } from '../store/claim.ts'
import { dueEntries, dueFeeds, type StoredEntry, type StoredFeed } from '../store/feeds.ts'
import { dueArticles, dueCounts, type Due } from '../store/tracking.ts'
import { ratioOf, spreadOverdue } from './calm.ts'
import { Checks, type CheckOptions } from './checks.ts'
import { Progress } from './progress.ts'
import { Round, type RoundResult, type RoundWanted } from './round.ts'

export interface WatcherOptions extends CheckOptions {
  /** Whether the library may be written; nothing is asked for that could not be kept. */
  readonly mayWrite: () => boolean
  /** Told that something about the checks has changed. */
  readonly onProgress: () => void
  readonly report: (error: unknown) => void
  /** Nothing is looked at but in a `round`. */
  readonly whenAsked?: boolean | undefined
}

/** One thing that is due. */
type Task =
  | { readonly kind: 'article'; readonly due: Due }
  | { readonly kind: 'feed'; readonly due: StoredFeed }
  | { readonly kind: 'entry'; readonly due: StoredEntry }

/** So many checks are under way at once; of one host one more than may be asked at once, which waits for its turn. */
const mostAtOnce = 24
/** So long is what was found to be due looked through, in milliseconds, before it is looked for again. */
const staleAfter = 1000
/** So many due ones are looked at to find some whose host is free. */
const horizon = 1000
const hour = 3_600_000
const rest = 10 * 60_000
/** So long is what a round looks at its own: more than any page takes. */
const claimFor = 5 * 60_000

/**
 * Follows what is followed: looks at what is due, the longest overdue first, stores what it finds, and sleeps until the next
 * is due. It does nothing while the library cannot be written, while it is paused, and while there is no network.
 */
export class Watcher {
  readonly #options: WatcherOptions
  readonly #checks: Checks
  readonly progress: Progress
  readonly #ending = new AbortController()
  readonly #checking = new Set<number>()
  readonly #running = new Map<string, Promise<void>>()
  /** What failed by a fault of our own rests until then, so that nobody is asked over and over. */
  readonly #resting = new Map<string, number>()
  /** When requests began, within the last hour. */
  #begun: number[] = []
  /** What was done of it. */
  readonly #done = new Set<string>()
  /** What was found to be due, and when (of the process's clock). */
  #found: { readonly tasks: readonly Task[]; readonly since: number } | null = null
  #timer: NodeJS.Timeout | null = null
  #offlineSince: string | null = null
  #asleep = false
  /** The one round that was asked for. */
  #round: Round | null = null

  constructor(options: WatcherOptions) {
    this.#options = options
    this.#checks = new Checks({
      ...options,
      signal: this.#ending.signal,
      onOffline: () => this.#setOffline(true),
      told: (activity, article, isNew) => this.#told(activity, article, isNew)
    })
    this.progress = new Progress()
    // What another process asked for within the hour counts too.
    if (options.whenAsked === true) this.#begun = startsSince(options.store, options.now().getTime() - hour)
  }

  get offlineSince(): string | null {
    return this.#offlineSince
  }

  /** Something may have become due: looks for it. */
  wake(milliseconds = 0): void {
    this.#found = null
    this.#again(milliseconds)
  }

  #again(milliseconds = 0): void {
    if (this.#ending.signal.aborted || this.#options.whenAsked === true) return
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#look(), milliseconds)
    this.#timer.unref()
  }

  /** Goes on after a time in which nothing was looked at: what became due then is not asked for all at once. */
  begin(milliseconds: number): void {
    if (this.#options.mayWrite()) spreadOverdue(this.#options.store, this.#options.now().getTime())
    this.wake(milliseconds)
  }

  /** What the system says: nothing is asked for while it sleeps or is offline, and no gap is filled with guesses. */
  system(state: 'suspend' | 'resume' | 'online' | 'offline'): void {
    this.#asleep = state === 'suspend'
    if (state === 'offline') this.#setOffline(true)
    if (state === 'online') this.#setOffline(false)
    if (state === 'online' || state === 'resume') this.#again(5000)
  }

  /** Stops, and waits for what is under way to be stored or given up. */
  async close(): Promise<void> {
    this.#ending.abort()
    if (this.#timer !== null) clearTimeout(this.#timer)
    await Promise.allSettled(this.#running.values())
  }

  /** Resolves when nothing is under way or due any more. */
  async settled(): Promise<void> {
    while (this.#running.size > 0) await Promise.allSettled(this.#running.values())
  }

  /**
   * Looks once at what is due (of some articles only, where they are named) and resolves when that is done. Each thing is
   * claimed first, so that another process that follows the same library leaves it alone meanwhile.
   */
  async round(wanted: RoundWanted): Promise<RoundResult> {
    const round = new Round(wanted)
    this.#round = round
    this.#found = null
    try {
      while (!this.#isIdle && !wanted.signal.aborted) {
        const now = this.#options.now().getTime()
        for (const task of this.#chosen(now)) if (this.#claimed(task, now)) this.#begin(task)
        if (this.#running.size === 0) break
        await Promise.race(this.#running.values())
      }
      await this.settled()
    } finally {
      this.#round = null
    }
    return round.result(this.#options.store)
  }

  /** Whether it was still due, and is ours for the next minutes. */
  #claimed({ kind, due }: Task, now: number): boolean {
    const key = `${kind} ${due.id}`
    this.#round!.begun.set(key, { kind, id: due.id })
    const isOurs = claim(this.#options.store, { kind, id: due.id }, { now, until: now + claimFor })
    if (!isOurs) this.#round!.begun.delete(key)
    if (!isOurs) this.#done.add(key)
    return isOurs
  }

  #setOffline(offline: boolean): void {
    if ((this.#offlineSince !== null) === offline) return
    this.#offlineSince = offline ? this.#options.now().toISOString() : null
    this.#options.onProgress()
  }

  get #isIdle(): boolean {
    const { mayWrite, settings } = this.#options
    return this.#asleep || this.#offlineSince !== null || !mayWrite() || settings().paused
  }

  #look(): void {
    if (this.#isIdle) return this.#again(30_000)
    const now = this.#options.now().getTime()
    for (const task of this.#chosen(now)) this.#begin(task)
    if (this.#running.size === 0) this.progress.rest()
    this.#options.onProgress()
    this.#sleep(now)
  }

  #sleep(now: number): void {
    const { due, next } = dueCounts(this.#options.store, now)
    if (due > this.#running.size) return this.#again(this.#running.size > 0 ? 1000 : 5000)
    if (next !== null) this.#again(Math.min(Math.max(50, next - now), 60_000))
    else this.#again(60_000)
  }

  /** What is begun now: within the hour's budget, and no more of a host than it can take. */
  #chosen(now: number): Task[] {
    this.#begun = this.#begun.filter((at) => at > now - hour)
    const room = Math.min(mostAtOnce - this.#running.size, this.#options.settings().perHour - this.#begun.length)
    if (room <= 0) return []
    const free = this.#candidates(now).filter((task) => !this.#isTaken(task, now))
    const asked = free.map((task, id) => ({ id, host: hostOf(task), ratio: urgency(task, now) }))
    const perHost = this.#options.settings().perHost + 1
    return choose(asked, { total: room, perHost, busy: this.progress.busyHosts() }).map(({ id }) => free[id]!)
  }

  #isTaken(task: Task, now: number): boolean {
    const key = keyOf(task)
    if (this.#round !== null && !this.#round.wants(key, task)) return true
    return this.#running.has(key) || this.#done.has(key) || (this.#resting.get(key) ?? 0) > now
  }

  #candidates(now: number): readonly Task[] {
    const found = this.#found
    if (
      found !== null &&
      performance.now() - found.since < staleAfter &&
      found.tasks.some((task) => !this.#isTaken(task, now))
    )
      return found.tasks
    const tasks = this.#due(now)
    this.#found = { tasks, since: performance.now() }
    this.#done.clear()
    return tasks
  }

  #due(now: number): Task[] {
    const { store } = this.#options
    const feeds = dueFeeds(store, now, 200).map((due): Task => ({ kind: 'feed', due }))
    const entries = dueEntries(store, now, 200).map((due): Task => ({ kind: 'entry', due }))
    const articles = dueArticles(store, now, horizon)
    const tasks = [...feeds, ...entries, ...articles.map((due): Task => ({ kind: 'article', due }))]
    this.progress.expect(tasks.map(hostOf))
    return tasks
  }

  /** The articles that are being looked at. */
  get checking(): readonly number[] {
    return [...this.#checking]
  }

  #begin(task: Task): void {
    if (task.kind === 'article') this.#checking.add(task.due.id)
    const [key, host] = [keyOf(task), hostOf(task)]
    this.#begun.push(this.#options.now().getTime())
    this.progress.begin(host)
    const work = this.#run(task)
      .catch((error: unknown) => {
        if (this.#ending.signal.aborted) return
        this.#resting.set(key, this.#options.now().getTime() + rest)
        this.#options.report(error)
      })
      .finally(() => {
        this.#running.delete(key)
        if (task.kind === 'article') this.#checking.delete(task.due.id)
        this.#done.add(key)
        this.progress.end(host)
        this.#again()
      })
    this.#running.set(key, work)
  }

  async #run(task: Task): Promise<void> {
    if (task.kind === 'article') return this.#checks.article(task.due)
    if (task.kind === 'feed') return this.#checks.feed(task.due.id)
    return this.#checks.entry(task.due.id)
  }

  #told(activity: Activity, article: number | null, isNew: boolean): void {
    this.progress.finish(activity)
    this.#round?.done.push(activity)
    if (article !== null) this.#options.onChanged([article])
    else if (isNew) this.#options.onChanged([])
    this.#options.onProgress()
  }
}

const hostOf = ({ due }: Task): string => new URL(due.url).host
const keyOf = ({ kind, due }: Task): string => `${kind} ${due.id}`

/** Feeds and what they named go first: an article's first version is the one that cannot be had later. */
const urgency = ({ kind, due }: Task, now: number): number => (kind === 'article' ? ratioOf(due, now) : Infinity)
