// The pictures of the user guide, in docs/guide/pictures: of the sample library alone, in light.
import { expect, type Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { launch, root, type Running } from '../e2e/app.ts'
import { command, openArticle } from '../e2e/screens.ts'

const folder = join(root, 'docs/guide/pictures')

/** A picture of the window, or of one thing in it. */
async function picture(page: Page, name: string, thing?: string): Promise<void> {
  await page.mouse.move(1, 1)
  await page.waitForTimeout(400)
  const path = join(folder, `${name}.png`)
  await (thing === undefined ? page.screenshot({ path }) : page.locator(thing).first().screenshot({ path }))
  console.log(relative(root, path))
}

async function start({ app, page }: Running): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(1440, 900))
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1440)
  await page.evaluate(() => window.palimpsest.shell.setTheme({ source: 'light' }))
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await picture(page, 'welcome')
  await page.getByRole('button', { name: 'Add an article or feed' }).click()
  await picture(page, 'add', '[role=dialog]')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Open the sample library' }).click()
  await expect(page.getByRole('slider').first()).toBeVisible({ timeout: 30_000 })
  await page.getByRole('button', { name: 'Not now' }).click()
  await page.locator('.toast').getByRole('button', { name: 'Close' }).click()
  await expect(page.locator('.toast')).toHaveCount(0)
}

async function reading(page: Page): Promise<void> {
  await openArticle(page, 'quay-row-sea-wall')
  await page.keyboard.press('a')
  await page.keyboard.press('Shift+ArrowRight')
  for (const [key, view] of ['inline', 'side', 'changes', 'blame'].entries()) {
    await page.keyboard.press(String(key + 2))
    await expect(page.locator(`.text-${view}`)).toBeVisible()
    await picture(page, view)
  }
  await page.keyboard.press('2')
  await picture(page, 'timeline', '.timeline')
  await page.keyboard.press('Control+i')
  await expect(page.getByRole('complementary', { name: 'Inspector' })).toContainText('SHA-256')
  await picture(page, 'inspector', '.inspector')
  await page.keyboard.press('Control+i')
}

async function dialogs(running: Running): Promise<void> {
  for (const name of ['export', 'verify', 'settings']) {
    await command(running, name)
    await expect(running.page.getByRole('dialog')).toBeVisible()
    if (name === 'settings') await running.page.getByRole('tab', { name: 'Checking' }).click()
    await picture(running.page, name, '[role=dialog]')
    await running.page.keyboard.press('Escape')
    await expect(running.page.getByRole('dialog')).toHaveCount(0)
  }
}

async function searching(page: Page): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: 'Search versions' }).fill('“forced out”')
  await expect(page.locator('[data-hit]')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await picture(page, 'search')
}

mkdirSync(folder, { recursive: true })
const running = await launch()
try {
  await start(running)
  await reading(running.page)
  await dialogs(running)
  await searching(running.page)
} finally {
  await running.app.close()
}
