import { setTimeout as sleep } from 'node:timers/promises'
import type { Devtools } from '../devtools.ts'

/** What a reader does in a window: real presses of real keys and buttons, as the protocol passes them on. */
export class Hand {
  readonly #devtools: Devtools
  readonly #session: string

  constructor(devtools: Devtools, session: string) {
    this.#devtools = devtools
    this.#session = session
  }

  /** What an expression says in the page. */
  async ask<T>(expression: string): Promise<T> {
    const params = { expression: `${expression}\n//# sourceURL=watcher:ask`, awaitPromise: true, returnByValue: true }
    const { result, exceptionDetails } = await this.#devtools.send('Runtime.evaluate', params, this.#session)
    if (exceptionDetails !== undefined) throw new Error(JSON.stringify(exceptionDetails))
    return result.value as T
  }

  /** A key that is written as one letter or digit, or named; with Ctrl where `ctrl`. */
  async key(key: string, ctrl = false): Promise<void> {
    const code = key.length === 1 ? (/\d/u.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`) : key
    const number = { Escape: 27, Enter: 13, Tab: 9 }[key] ?? key.toUpperCase().charCodeAt(0)
    const what = { key, code, windowsVirtualKeyCode: number, modifiers: ctrl ? 2 : 0 }
    const text = key.length === 1 && !ctrl ? { text: key } : {}
    await this.#send('Input.dispatchKeyEvent', { type: 'keyDown', ...what, ...text })
    await this.#send('Input.dispatchKeyEvent', { type: 'keyUp', ...what })
  }

  async write(text: string): Promise<void> {
    await this.#send('Input.insertText', { text })
  }

  /** Goes to a place and presses it with the left button and with the middle one. */
  async press(x: number, y: number, buttons: readonly string[] = ['left', 'middle']): Promise<void> {
    await this.#send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y })
    for (const button of buttons)
      for (const type of ['mousePressed', 'mouseReleased'])
        await this.#send('Input.dispatchMouseEvent', { type, x, y, button, clickCount: 1 })
  }

  /** Presses the middle of a page, and the first things in it that look as if they could be pressed. */
  async pressAll(most = 3): Promise<void> {
    await this.press(200, 150)
    for (const { x, y } of await this.#pressable(most)) await this.press(x, y)
  }

  /** Without a script: those of a stored page are off. */
  async #pressable(most: number): Promise<{ readonly x: number; readonly y: number }[]> {
    const { root } = await this.#send('DOM.getDocument', { depth: 0 })
    const { nodeIds } = await this.#send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: pressable })
    const boxes = (nodeIds as number[]).slice(0, most).map((nodeId) =>
      // What is not drawn has no box.
      this.#send('DOM.getBoxModel', { nodeId }).catch(() => null)
    )
    const drawn = (await Promise.all(boxes)).filter((box) => box !== null)
    return drawn.map(({ model: { content } }) => ({
      x: (content[0] + content[4]) / 2,
      y: (content[1] + content[5]) / 2
    }))
  }

  /** A page that has gone elsewhere, or hangs, answers nothing. */
  // oxlint-disable-next-line no-explicit-any -- the protocol has hundreds of shapes
  async #send(method: string, params: object): Promise<any> {
    const late = sleep(5000, null, { ref: false }).then(() => {
      throw new Error(`no answer to ${method}`)
    })
    return await Promise.race([this.#devtools.send(method, params, this.#session), late])
  }
}

const pressable =
  'a, area, button, input, summary, form, video, svg, math, select, details, object, [onclick], [onmouseover]'
