import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { launchSample, root, type Running } from './app.ts'

let running: Running
test.afterEach(async () => {
  expect(running.complaints).toEqual([])
  await running.app.close()
})

const article = (page: Page, headline: RegExp) => page.getByRole('option', { name: headline })
const undo = (page: Page) => page.getByRole('button', { name: 'Undo' })
const list = (page: Page, name: RegExp) => page.getByRole('navigation').getByRole('button', { name })
const storage = () =>
  running.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.send('shell-event', 'menu', { command: 'storage' })
  )

async function openArticle(page: Page, headline: RegExp) {
  await article(page, headline).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(headline)
}

/** Serious and critical findings of axe in both themes; a picture of each is kept beside the results. */
async function look(page: Page, screen: string) {
  for (const source of ['light', 'dark'] as const) {
    await page.evaluate((theme) => window.palimpsest.shell.setTheme({ source: theme }), source)
    await expect(page.locator('html')).toHaveAttribute('data-theme', source)
    mkdirSync(join(root, 'out/delete'), { recursive: true })
    await page.screenshot({ path: join(root, `out/delete/${screen}-${source}.png`) })
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode(true)
      .options({ rules: { 'target-size': { enabled: true } } })
      .analyze()
    const found = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect([screen, source, found.map(({ id, nodes }) => `${id}: ${String(nodes[0]?.target)}`)]).toEqual([
      screen,
      source,
      []
    ])
  }
}

test('Delete puts an article into Recently deleted at once; undo brings it back as it was', async () => {
  running = await launchSample()
  const { page } = running
  await openArticle(page, /Quay Row/)
  const before = await page.getByRole('option').count()
  await article(page, /Quay Row/).focus()
  await page.keyboard.press('Delete')
  await expect(article(page, /Quay Row/)).toBeHidden()
  await expect(page.getByText(/^Deleted “.*Quay Row.*30 days\.$/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('Quay Row')
  await expect(page.locator('[role=option]:focus')).toHaveCount(1)
  // The toast stays while the pointer is on it.
  await undo(page).hover()
  await look(page, 'deleted-toast')
  await undo(page).click()
  await expect(article(page, /Quay Row/)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Quay Row')
  expect(await page.getByRole('option').count()).toBe(before)
  await page.keyboard.press('Delete')
  await expect(article(page, /Quay Row/)).toBeHidden()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(article(page, /Quay Row/)).toBeVisible()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText('There is nothing to undo.')).toBeVisible()
})

test('Delete on a handle deletes that version and leaves a gap; the menu pins, deletes and restores', async () => {
  running = await launchSample()
  const { page } = running
  await openArticle(page, /Quay Row/)
  const newer = page.getByRole('slider', { name: 'Newer version' })
  await newer.focus()
  await page.keyboard.press('ArrowLeft')
  await expect(newer).toHaveAttribute('aria-valuetext', /^version 4 of 5/)
  await page.keyboard.press('Delete')
  await expect(newer).toHaveAttribute('aria-valuetext', /^version 5, number 4 of 4/)
  await expect(page.getByText(/^Deleted v4 of/)).toBeVisible()
  await expect(page.locator('.mark-bracket')).toHaveCount(1)
  await look(page, 'gap')
  await page.getByRole('button', { name: /^Newer version/ }).click()
  await expect(page.getByRole('option', { name: /^v4.*In Recently deleted/ })).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Escape')
  const menu = page.getByRole('button', { name: 'Pin, delete, restore' })
  await menu.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('menuitem', { name: 'Pin v5' })).toBeFocused()
  await look(page, 'version-menu')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Pinned v5. No rule deletes it.')).toBeVisible()
  await menu.click()
  await expect(page.getByRole('menuitem', { name: 'Unpin v5' })).toBeVisible()
  await page.getByRole('menuitem', { name: 'Restore v4' }).click()
  await expect(page.locator('.mark-bracket')).toHaveCount(0)
  await page.getByRole('button', { name: /^Newer version/ }).click()
  await expect(page.getByRole('option', { name: /^v5.*Pinned/ })).toBeVisible()
  await page.getByRole('option', { name: /^v4/ }).focus()
  await page.keyboard.press('Delete')
  await expect(page.locator('.mark-bracket')).toHaveCount(1)
  await undo(page).click()
  await expect(page.locator('.mark-bracket')).toHaveCount(0)
})

test('Recently deleted restores, says what it holds, and only emptying it asks', async () => {
  running = await launchSample()
  const { page } = running
  await openArticle(page, /Reservoir/)
  await page.keyboard.press('Delete')
  await expect(article(page, /Reservoir/)).toBeHidden()
  await openArticle(page, /Quay Row/)
  await page.getByRole('slider', { name: 'Newer version' }).focus()
  await page.keyboard.press('Delete')
  await list(page, /Recently deleted/).click()
  const entries = page.getByRole('list', { name: 'Recently deleted' }).getByRole('listitem')
  await expect(entries).toHaveCount(2)
  await expect(entries.first()).toContainText(/v5\. 30 days left/)
  await expect(entries.last()).toContainText(/Article with \d+ versions/)
  await entries.last().getByRole('button').first().click()
  await expect(page.getByText('This article is in Recently deleted.')).toBeVisible()
  await look(page, 'recently-deleted')
  await entries
    .first()
    .getByRole('button', { name: /^Restore/ })
    .click()
  await expect(entries).toHaveCount(1)
  await page.getByRole('button', { name: 'Empty', exact: true }).click()
  await expect(page.getByRole('dialog')).toContainText('1 article will be deleted for good')
  await look(page, 'empty')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(entries).toHaveCount(1)
  await page.getByRole('button', { name: 'Empty', exact: true }).click()
  await page.getByRole('button', { name: 'Delete for good' }).click()
  await expect(page.getByText('Deleted 1 article for good.')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Nothing deleted' })).toBeVisible()
  await list(page, /All articles/).click()
  await expect(article(page, /Reservoir/)).toBeHidden()
  await expect(article(page, /Quay Row/)).toBeVisible()
})

test('Storage tells the place and the sizes, and a rule shows what it would delete before it does', async () => {
  running = await launchSample()
  const { page, data } = running
  await expect(page.getByRole('slider').first()).toBeVisible()
  await storage()
  const dialog = page.getByRole('dialog', { name: 'Storage' })
  await expect(dialog).toContainText(data)
  const courier = dialog.getByRole('button', { name: /The Orrinmouth Courier/ })
  await expect(courier).toContainText(/kB/)
  await courier.click()
  await expect(dialog.getByText(/Quay Row/)).toBeVisible()
  await look(page, 'storage')
  await dialog.getByLabel('Months').fill('1')
  await dialog.getByRole('button', { name: 'Show what it would delete' }).click()
  await expect(dialog.getByText(/would be deleted/).first()).toBeVisible()
  await look(page, 'storage-rule')
  await dialog.getByRole('button', { name: /^Delete \d+ versions?$/ }).click()
  await expect(page.getByText(/^Deleted \d+ versions?\. They stay/)).toBeVisible()
  await expect(dialog).toContainText(/Recently deleted\d+ version/)
  await dialog.getByRole('button', { name: 'Compact now' }).click()
  await expect(page.getByText(/compact already|smaller/)).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText(/^Restored \d+ versions?\.$/)).toBeVisible()
})
