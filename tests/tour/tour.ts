// Walks through the application as a newcomer would, in a real window, and keeps a picture of every screen in out/tour.
// With files named, opens those; without, the sample library. Ends with an error when a screen does not come up.
import { expect, type Page } from '@playwright/test'
import { mkdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { launch, root, type Running } from '../e2e/app.ts'

const folder = join(root, 'out/tour')
let pictures = 0

async function picture(page: Page, name: string): Promise<void> {
  await restPointer(page)
  await page.waitForTimeout(400)
  const file = join(folder, `${String(++pictures).padStart(2, '0')}-${name}.png`)
  await page.screenshot({ path: file })
  console.log(relative(root, file))
}

/** The pointer would mark whatever it rests on. */
const restPointer = (page: Page) => page.mouse.move(1, 1)

async function setTheme(page: Page, source: 'light' | 'dark'): Promise<void> {
  await page.evaluate((theme) => window.palimpsest.shell.setTheme({ source: theme }), source)
  await expect(page.locator('html')).toHaveAttribute('data-theme', source)
}

/** The pictures every article gets: what changed, in light and dark, and the newest version to read. */
async function readThrough(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('slider').first()).toBeVisible()
  await setTheme(page, 'light')
  await picture(page, `${name}-inline-light`)
  await setTheme(page, 'dark')
  await picture(page, `${name}-inline-dark`)
  await setTheme(page, 'light')
  await page.getByRole('tab', { name: 'Read' }).click()
  await picture(page, `${name}-read`)
  await page.getByRole('tab', { name: 'Inline' }).click()
}

async function openArticle(page: Page, headline: RegExp): Promise<void> {
  await page.getByRole('option', { name: headline }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(headline)
}

async function sampleLibrary(page: Page): Promise<void> {
  await picture(page, 'welcome')
  await page.getByRole('button', { name: 'Add an article' }).click()
  await picture(page, 'add')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Open the sample library' }).click()
  await expect(page.getByRole('option').first()).toBeVisible()
  await picture(page, 'added')
  await page.getByRole('button', { name: 'Not now' }).click()
  await page.getByRole('button', { name: 'Close' }).click()
  await readThrough(page, 'quay-row')
  for (const view of ['Side by side', 'Changes', 'Blame']) {
    await page.getByRole('tab', { name: view }).click()
    await picture(page, `quay-row-${view.split(' ')[0]!.toLowerCase()}`)
  }
  await page.getByRole('tab', { name: 'Inline' }).click()
  await page.keyboard.press('n')
  await page.keyboard.press('n')
  await picture(page, 'quay-row-next-change')
  await openArticle(page, /Reservoir/)
  await picture(page, 'thirty-one-versions')
  await openArticle(page, /סוגר|התזמורת/)
  await picture(page, 'hebrew')
  await openArticle(page, /駅舎/)
  await picture(page, 'japanese')
  await openArticle(page, /driver/)
  await picture(page, 'page-gone')
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: 'Search versions' }).fill('“forced out”')
  await expect(page.locator('[data-hit]')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await picture(page, 'search')
  await page.keyboard.press('Escape')
  await page.keyboard.press('?')
  await picture(page, 'shortcuts')
  await page.keyboard.press('Escape')
}

/** The same window, smaller: the panes give way one after the other. */
async function smaller({ app, page }: Running): Promise<void> {
  for (const [width, height] of [
    [900, 800],
    [720, 450]
  ] as const) {
    await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(...size), [
      width,
      height
    ] as [number, number])
    await picture(page, `window-${width}`)
  }
}

const files = process.argv.slice(2)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
const running = await launch(files)
try {
  if (files.length > 0) await readThrough(running.page, 'files')
  else await sampleLibrary(running.page)
  await smaller(running)
  expect(running.complaints).toEqual([])
} finally {
  await running.app.close()
}
