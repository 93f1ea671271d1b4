import { expect, test, type Page } from '@playwright/test'
import { launchSample, type Running } from './app.ts'
import { inBothThemes } from './axe.ts'

let running: Running
test.beforeEach(async () => {
  running = await launchSample()
})
test.afterEach(async () => {
  expect(running.complaints).toEqual([])
  await running.app.close()
})

const palette = (page: Page) => page.getByRole('dialog', { name: 'Commands' })
const chosen = (page: Page) => palette(page).locator('[role=option][data-focused]')
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await expect(palette(page).getByRole('combobox')).toBeFocused()
  await page.keyboard.type(text)
}

test('articles, versions, lists, actions and searches, by keys alone', async () => {
  const { page } = running
  await type(page, '40 houshold')
  await expect(chosen(page)).toContainText('Headline once: Council to move 40 households')
  await page.keyboard.press('Enter')
  await expect(palette(page)).toBeHidden()
  await expect(heading(page)).toContainText('Quay Row families')

  await type(page, 'v3')
  await expect(chosen(page)).toContainText('v3')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('slider', { name: 'Newer version' })).toHaveAttribute('aria-valuenow', '3')
  await expect(page.getByRole('slider', { name: 'Older version' })).toHaveAttribute('aria-valuenow', '2')

  await type(page, 'changes')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Changes' })).toHaveAttribute('aria-selected', 'true')

  await type(page, 'fenland')
  await expect(chosen(page)).toContainText('The Fenland Ledger')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox', { name: 'The Fenland Ledger' })).toBeVisible()

  await type(page, 'dilys amberley')
  await expect(chosen(page)).toHaveText('Search versions for “dilys amberley”')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('listbox', { name: 'Found articles' }).getByRole('option')).toHaveCount(1)

  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+k')
  const recent = palette(page).getByRole('group', { name: 'Recent' }).getByRole('option')
  await expect(recent).toContainText(['The Fenland Ledger', 'Changes', 'v3', 'Quay Row families'])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await expect(chosen(page)).toContainText('The Fenland Ledger')
  await page.keyboard.press('Escape')
  await expect(palette(page)).toBeHidden()
})

test('letters that are keys elsewhere are letters in the palette; a setting opens at its page', async () => {
  const { page } = running
  await page.getByRole('option', { name: /Reservoir/ }).click()
  await type(page, 'smtl notif')
  await expect(palette(page).getByRole('combobox')).toHaveValue('smtl notif')
  await expect(page.getByRole('tab', { name: 'Inline' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('notif')
  await expect(chosen(page)).toContainText('Notifications')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: 'Notifications' })).toHaveAttribute('aria-selected', 'true')
})

test('axe finds nothing serious in the palette, and it fits 640 pixels', async () => {
  const { app, page } = running
  await page.keyboard.press('Control+k')
  await expect(palette(page)).toBeVisible()
  await inBothThemes(page, 'palette')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(640, 420))
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(640)
  await page.keyboard.type('council')
  await expect(chosen(page)).toBeVisible()
  await inBothThemes(page, 'palette at 640 pixels')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
})
