import { expect, test, type Page } from '@playwright/test'
import { launchSample, type Running } from './app.ts'
import { inBothThemes } from './axe.ts'

let running: Running
test.afterEach(async () => {
  expect(running.complaints).toEqual([])
  await running.app.close()
})

/** Opens the dialog for the change of a row that holds these words. */
async function pointAt(page: Page, words: string): Promise<void> {
  const row = page.locator('.row', { hasText: words }).first()
  await row.scrollIntoViewIfNeeded()
  await row.hover()
  await row.getByRole('button', { name: 'Hide changes like this…' }).click()
}

test('a change is pointed at: what a rule would hide is shown first, then counted, and can be had back', async () => {
  running = await launchSample()
  const { page } = running
  await page.getByRole('option', { name: /Quay Row/u }).click()
  await pointAt(page, 'Families will be rehoused')
  const dialog = page.getByRole('dialog', { name: 'Hide changes like this' })
  await expect(dialog.getByText('This change touches a figure or a date.')).toBeVisible()
  // It touches a figure: the rule alone hides nothing.
  await expect(dialog.getByText('It stays shown.')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Add rule' })).toBeVisible()
  await inBothThemes(page, 'hide changes like this')
  await dialog.getByRole('checkbox', { name: /a figure or a date/u }).press('Space')
  await dialog.getByRole('radio', { name: /begins with/u }).press('Space')
  await expect(dialog.getByRole('list', { name: 'The newest of them' })).toContainText('ten')
  await dialog.getByRole('button', { name: /^Hide \d/u }).press('Enter')
  await expect(dialog).toHaveCount(0)

  const standfirst = page.locator('.row', { hasText: 'Families will be rehoused' }).first()
  await expect(standfirst.locator('ins, del')).toHaveCount(0)
  await expect(page.getByText('1 change folded by your rule:')).toBeVisible()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(page.locator('.noise-rule del')).toHaveText('six')

  await page.getByRole('button', { name: 'Article actions' }).click()
  await page.getByRole('menuitem', { name: 'Rules for noise' }).click()
  const rules = page.getByRole('dialog', { name: 'Rules for noise' })
  await expect(rules.getByText(/Text that begins with/u)).toBeVisible()
  await inBothThemes(page, 'rules for noise')
  await rules.getByRole('button', { name: 'Remove this rule' }).click()
  await expect(rules.getByText(/^No rules/u)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(standfirst.locator('ins')).toHaveText('ten')
  await page.keyboard.press('Control+z')
  await expect(standfirst.locator('ins')).toHaveCount(0)
  await page.getByRole('button', { name: 'Remove this rule' }).click()
  await expect(standfirst.locator('ins')).toHaveText('ten')
})
