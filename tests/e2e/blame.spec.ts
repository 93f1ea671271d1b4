import { expect, test, type Page } from '@playwright/test'
import { launchSample, type Running } from './app.ts'
import { inBothThemes } from './axe.ts'

let running: Running
test.afterEach(async () => {
  expect(running.complaints).toEqual([])
  await running.app.close()
})

const open = async (view: string): Promise<Page> => {
  running = await launchSample()
  const { page } = running
  await page.getByRole('option', { name: /Quay Row/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press(view)
  return page
}
const clip = () => running.app.evaluate(({ clipboard }) => clipboard.readText())

test('blame: legend, passages by keyboard, where one comes from, and the versions between which it came', async () => {
  const page = await open('5')
  const legend = page.getByRole('group', { name: /first seen in/ }).first()
  await expect(legend.getByRole('button')).toHaveText([/v1\s*\d+%/, /v3/, /v4/, /v5/])
  await legend.getByRole('button', { name: /v4/ }).click()
  await expect(page.locator('.blame-body')).toHaveAttribute('data-only', '4')
  await legend.getByRole('button', { name: /v4/ }).click()

  // One tab stop; arrows move along the passages.
  await expect(page.locator('[data-stop][tabindex="0"]')).toHaveCount(1)
  await page.locator('[data-stop]').first().focus()
  const quote = page.getByRole('button', { name: /Everyone on the Row/ })
  await expect(async () => {
    await page.keyboard.press('ArrowRight')
    await expect(quote).toBeFocused({ timeout: 1 })
  }).toPass({ intervals: [0] })
  await expect(quote).toBeFocused()
  await expect(quote).toHaveAccessibleName(/first seen in v4/)
  await expect(page.getByRole('slider')).toHaveAttribute('aria-valuenow', '5')
  await page.waitForTimeout(200)
  await page.keyboard.press('Enter')
  const about = page.getByRole('dialog', { name: 'First seen in v4' })
  await expect(about).toContainText(/Replaced Nobody is being forced out, which stood in v1 to v3/)
  await inBothThemes(page, 'where a passage comes from')
  await page.keyboard.press('Escape')
  await expect(about).toHaveCount(0)
  await expect(quote).toBeFocused()

  const cut = page.getByRole('button', { name: 'Removed in v4: short' })
  await cut.scrollIntoViewIfNeeded()
  // What scrolls under it closes what is open: the scrolling has to be over.
  await page.waitForTimeout(300)
  await cut.click()
  await expect(page.getByRole('dialog', { name: 'Removed in v4' })).toContainText(/short stood here, v1 to v3/)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '1 paragraph stood here, v1 to v3. Removed in v4.' }).click()
  await expect(page.locator('.blame-gone-text del')).toContainText('Tom Reckitt')

  await quote.scrollIntoViewIfNeeded()
  await page.waitForTimeout(200)
  await quote.click()
  await about.getByRole('button', { name: 'Compare v3 and v4' }).click()
  await expect(page.getByRole('slider')).toHaveCount(2)
  await expect(page.locator('ins', { hasText: 'Everyone on the Row' })).toBeInViewport()
})

test('copying with source, with marks and plain; finding in every view', async () => {
  const page = await open('2')
  await page.keyboard.press('a')
  await expect(page.locator('ins').first()).toBeVisible()
  await page.keyboard.press('n')
  await page.keyboard.press('Shift+C')
  await expect(page.getByText(/^Copied .* with its marks/)).toBeVisible()
  expect(await clip()).toMatch(/\[-.*-\]\s*\{\+.*\+\}/s)
  await page.keyboard.press('c')
  await expect(page.getByText(/^Copied the change/)).toBeVisible()
  expect(await clip()).toMatch(
    /^“.*” → “.*” \(.*; v1, captured .* SHA-256 .*; v5, captured .* UTC\+0, .* SHA-256 .*\)$/s
  )
  const plain = await page.evaluate(() => {
    getSelection()!.selectAllChildren(document.querySelector('.text-grid')!)
    const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true })
    document.querySelector('#reader-text')!.dispatchEvent(event)
    getSelection()!.removeAllRanges()
    return event.clipboardData!.getData('text/plain')
  })
  expect(plain).toMatch(/^Quay Row families ‘will have a choice’/)
  expect(plain).toContain('“Everyone on the Row will have a choice,” said')
  expect(plain).not.toContain('Nobody is being forced out')

  await page.locator('#reader-text').focus()
  await page.keyboard.press('Control+g')
  const field = page.getByRole('textbox', { name: 'Find in this text' })
  await expect(field).toBeFocused()
  const marked = () => page.evaluate(() => CSS.highlights.get('find-hits')?.size ?? 0)
  // In the old wording as well as in the new; in what is folded too.
  await field.fill('nobody is being')
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible()
  await field.fill("'WILL HAVE A CHOICE'")
  await expect.poll(marked).toBe(1)
  await field.fill('1961')
  await expect.poll(marked).toBe(1)
  await expect(page.getByText(/storm of 1961/)).toBeInViewport()
  await field.fill('council')
  const count = page.locator('.find-count')
  await expect(count).toHaveText(/^\d+ of (?!1$)\d+$/)
  // What a fold held is counted once it is open.
  await page.waitForTimeout(800)
  const [, at, total] = /(\d+) of (\d+)/.exec((await count.textContent()) ?? '') ?? []
  await page.keyboard.press('Enter')
  await expect(count).toHaveText(`${(Number(at) % Number(total)) + 1} of ${total}`)
  await page.keyboard.press('Shift+Enter')
  await expect(count).toHaveText(`${at} of ${total}`)
  await inBothThemes(page, 'finding in a text')
  for (const view of ['Read', 'Side by side', 'Changes', 'Blame']) {
    await page.getByRole('tab', { name: view }).click()
    await expect(count).toHaveText(/^\d+ of \d+$/)
    await expect.poll(marked).toBeGreaterThan(0)
  }
  await field.focus()
  await page.keyboard.press('Escape')
  await expect(field).toHaveCount(0)
  await expect(page.locator('#reader-text')).toBeFocused()
  expect(await marked()).toBe(0)
})
