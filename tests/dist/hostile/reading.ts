import { setTimeout as sleep } from 'node:timers/promises'
import type { Devtools } from '../devtools.ts'
import { Hand } from './hand.ts'
import type { Watch } from './watch.ts'

/** Everything that can be looked at of hostile articles in the application, as a reader does it. */
export class Reading {
  readonly #devtools: Devtools
  readonly #watch: Watch
  readonly #main: string
  readonly hand: Hand

  constructor(devtools: Devtools, watch: Watch) {
    this.#devtools = devtools
    this.#watch = watch
    this.#main = watch.targets[0]!.session
    this.hand = new Hand(devtools, this.#main)
  }

  /** Brings in files; answers with the numbers of their articles. */
  async importFiles(paths: readonly string[]): Promise<number[]> {
    const answer = await this.#ask<{ articles: number[]; refusedCount: number }>(
      `library.importFiles({ paths: ${JSON.stringify(paths)} })`
    )
    if (answer.refusedCount > 0) throw new Error(`${answer.refusedCount} files were refused: ${JSON.stringify(answer)}`)
    return answer.articles
  }

  /** Goes to the next article of the list, and to each of its views. */
  async lookAtNext(): Promise<void> {
    await this.hand.key('j')
    for (const view of ['1', '2', '3', '4', '5']) {
      await this.hand.key(view)
      await this.#painted()
    }
    // On the text, and on what changed in it.
    await this.hand.press(760, 400)
    await this.hand.press(760, 560)
  }

  /** Opens the stored page of the newest version in its window, presses what is in it, and closes it. */
  async lookAtStoredPage(article: number): Promise<void> {
    const { revisions } = await this.#ask<{ revisions: { id: number }[] }>(`library.timemap({ article: ${article} })`)
    this.#watch.mayOpen++
    const wanted = { revision: revisions.at(-1)!.id, what: 'page', title: '<img src=x onerror=alert(1)>' }
    if (!(await this.#ask(`shell.showSnapshot(${JSON.stringify(wanted)})`))) throw new Error('no page was stored')
    const shown = this.#watch.targets.at(-1)!
    if (shown.session === this.#main) throw new Error('no window of the stored page is seen')
    await new Hand(this.#devtools, shown.session).pressAll()
    await sleep(60)
    await this.#devtools.send('Target.closeTarget', { targetId: shown.id })
  }

  async searchFor(text: string): Promise<void> {
    await this.hand.key('f', true)
    await this.hand.write(text.slice(0, 100))
    await sleep(150)
    await this.hand.key('Escape')
    await this.hand.key('Escape')
  }

  async note(article: number, text: string): Promise<void> {
    const begunAt = new Date().toISOString()
    await this.#ask(`library.addNote(${JSON.stringify({ article, about: { kind: 'article' }, text, begunAt })})`)
  }

  async openInBrowser(url: string): Promise<void> {
    await this.#ask(`shell.openExternal(${JSON.stringify({ url })})`)
  }

  async picture(): Promise<Buffer> {
    const { data } = await this.#devtools.send('Page.captureScreenshot', {}, this.#main)
    return Buffer.from(data, 'base64')
  }

  /** Two frames: the first may have begun before the key came. */
  async #painted(): Promise<void> {
    await this.hand.ask('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(1))))')
  }

  async #ask<T>(call: string): Promise<T> {
    const answer = await this.hand.ask<{ value: T; error?: unknown }>(`palimpsest.${call}`)
    if (answer.error !== undefined) throw new Error(`${call.slice(0, 200)}: ${JSON.stringify(answer.error)}`)
    return answer.value
  }
}
