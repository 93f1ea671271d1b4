import { chromium, type Browser, type Page } from '@playwright/test'
import type { ChildProcess } from 'node:child_process'

export interface Window {
  readonly page: Page
  readonly browser: Browser
  /** Milliseconds from here on until the window's page was there. */
  readonly after: number
  readonly child: ChildProcess
}

/**
 * The window of an application that was started with `--remote-debugging-port=0`. Playwright's own way of starting Electron
 * needs --inspect, which a fuse takes away from what is installed.
 */
export async function windowOf(child: ChildProcess, url: RegExp): Promise<Window> {
  const started = performance.now()
  const address = await new Promise<string>((found, failed) => {
    let said = ''
    child.stderr?.on('data', (text) => {
      said += String(text)
      const listening = /DevTools listening on (ws:\S+)/u.exec(said)?.[1]
      if (listening !== undefined) found(listening)
    })
    child.once('exit', (code) => failed(new Error(`it ended with ${code}: ${said.slice(-2000)}`)))
  })
  const browser = await chromium.connectOverCDP(address)
  const context = browser.contexts()[0]!
  const page = context.pages().find((one) => url.test(one.url())) ?? (await context.waitForEvent('page'))
  await page.waitForURL(url)
  return { page, browser, after: performance.now() - started, child }
}
