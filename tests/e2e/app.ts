import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test'
import { mkdtempSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Bridge } from '../../src/contract/client.ts'
import { onOwnDisplay } from './displays.ts'

declare global {
  interface Window {
    readonly palimpsest: Bridge
  }
}

export const root = resolve(import.meta.dirname, '../..')

/** In plain Node the package is the path of its program. */
export const electronPath = createRequire(import.meta.url)('electron') as string

export interface Running {
  readonly app: ElectronApplication
  readonly page: Page
  /** Everything the page's console said that a user should never cause: errors and warnings. */
  readonly complaints: readonly string[]
  readonly data: string
}

/** A folder of its own for the user's data, so that no test sees another's library. */
export const scratch = (): string => mkdtempSync(join(tmpdir(), 'palimpsest-e2e-'))

/** Starts the built app in a real window and waits until it shows something to read or to press. */
export async function launch(files: readonly string[] = [], data = scratch()): Promise<Running> {
  const app = await _electron.launch({
    args: ['-r', join(import.meta.dirname, 'blank-first.cjs'), '.', ...files],
    cwd: root,
    env: { ...onOwnDisplay(), PALIMPSEST_DATA: data }
  })
  const complaints: string[] = []
  const page = await app.firstWindow()
  await page.waitForURL('app://ui/index.html')
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await expect(page.getByRole('button').first()).toBeVisible({ timeout: 30_000 })
  await expect.poll(() => widthOf(app, page)).toBeGreaterThan(0)
  return { app, page, complaints, data }
}

/** On a busy machine the blank first page can leave the one after it without a size; a resize gives it one. */
async function widthOf(app: ElectronApplication, page: Page): Promise<number> {
  const width = await page.evaluate(() => innerWidth)
  if (width > 0) return width
  await app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) {
      const bounds = window.getBounds()
      window.setBounds({ ...bounds, width: bounds.width - 1 })
      window.setBounds(bounds)
    }
  })
  return 0
}

/** Starts the app on the sample library, opened as a person opens it. */
export async function launchSample(): Promise<Running> {
  const running = await launch()
  await running.page.getByRole('button', { name: 'Open the sample library' }).click()
  await expect(running.page.getByRole('option').first()).toBeVisible({ timeout: 30_000 })
  await running.page.getByRole('button', { name: 'Not now' }).click()
  return running
}
