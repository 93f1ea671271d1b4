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

const field = (page: Page) => page.getByRole('textbox', { name: 'Search versions' })
const hits = (page: Page) => page.getByRole('listbox', { name: 'Found articles' }).getByRole('option')

async function search(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+f')
  await expect(field(page)).toBeFocused()
  await field(page).fill(text)
}

test('a phrase that was taken out: the last version that has it, the change that took it, and back', async () => {
  const { page } = running
  await page.getByRole('option', { name: /Reservoir/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Reservoir')
  await search(page, '“forced out”')
  await expect(hits(page)).toHaveCount(1)
  await expect(page.getByRole('heading', { name: '1 article' })).toBeVisible()
  await expect(hits(page)).toContainText('In v1 to v3. Removed in v4')
  await expect(hits(page).locator('mark')).toHaveText('forced out')

  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Up to 60 households must leave Quay Row for sea wall repairs'
  )
  await expect(page.locator('article mark')).toHaveText('forced out')
  await expect(page.locator('article mark')).toBeInViewport()
  await expect(page.getByText('It was last captured in v3 and was missing from v4', { exact: false })).toBeInViewport()

  await page.getByRole('button', { name: 'Compare with v4' }).click()
  await expect(page.getByRole('slider', { name: 'Older version' })).toHaveAttribute('aria-valuenow', '3')
  await expect(page.getByRole('slider', { name: 'Newer version' })).toHaveAttribute('aria-valuenow', '4')
  await expect(page.locator('del', { hasText: 'forced out' })).toBeInViewport()
  const marked = () => page.evaluate(() => [...(CSS.highlights.get('find') ?? [])].map(String))
  await expect.poll(marked).toEqual(['forced out'])

  await page.keyboard.press('Escape')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Reservoir')
  await expect(field(page)).toHaveValue('')
  await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBe(0)
})

test('scopes narrow what is found; nothing found says where, and leads on', async () => {
  const { page } = running
  await search(page, '40')
  await page.getByRole('button', { name: 'Removed text' }).click()
  await expect(hits(page).filter({ hasText: 'Quay Row' })).toContainText(
    'Headline until v3: Council to move 40 households'
  )
  await field(page).fill('families')
  await expect(page.getByRole('heading', { name: 'No removed text contains “families”.' })).toBeVisible()
  await page.getByRole('button', { name: 'Search anywhere' }).click()
  await expect(hits(page).first()).toBeVisible()
  await field(page).fill('headline:families')
  await expect(hits(page)).toHaveCount(1)
  await expect(hits(page)).toContainText('Headline since v5')
  await field(page).fill('added:choice')
  await expect(hits(page)).toContainText(['Since v4'])
})

test('filters by source and by time', async () => {
  const { page } = running
  await search(page, 'the')
  await expect(hits(page).nth(3)).toBeVisible()
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('button', { name: 'Source: Any source' }).click()
  await page.getByRole('option', { name: 'The Fenland Ledger', exact: true }).click()
  await expect(hits(page)).toHaveCount(2)
  await page.getByRole('button', { name: 'When it stood on the page: Any time' }).click()
  await page.getByRole('option', { name: 'Last 7 days', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'No version contains “the”.' })).toBeVisible()
  await page.getByRole('button', { name: 'Clear filters' }).click()
  await expect(hits(page).nth(3)).toBeVisible()
})

test('by keys alone: from the field to the hits, along them, into the text, and out', async () => {
  const { page } = running
  await search(page, 'council')
  await expect(hits(page).nth(2)).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(hits(page).first()).toBeFocused()
  await expect(hits(page).first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('j')
  await expect(hits(page).nth(2)).toBeFocused()
  await expect(hits(page).nth(2)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('End')
  await expect(hits(page).last()).toBeFocused()
  await expect(page.locator('article mark').first()).toBeVisible()
  await page.keyboard.press('F6')
  await expect(page.getByRole('region', { name: 'Text' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(hits(page)).toHaveCount(0)
  await expect(page.getByRole('listbox', { name: 'All articles' })).toBeVisible()
})

for (const [script, text] of [
  ['Japanese', '駅舎'],
  ['Hebrew', 'התזמורת'],
  ['Greek without accents', 'ΚΑΠΝΑΠΟΘΗΚΗ'],
  ['Arabic, with other digits', 'اعمال 62']
] as const) {
  test(`finds and marks ${script}`, async () => {
    const { page } = running
    await search(page, text)
    await expect(hits(page).first()).toBeVisible()
    await hits(page).first().click()
    await expect(page.locator('article mark').first()).toBeInViewport()
  })
}

test('what stands in a query is text and nothing else', async () => {
  const { page } = running
  for (const text of ['<img src=x onerror=alert(1)>', '" OR NEAR(', '{text} : a', "'); DROP TABLE search; --", '***']) {
    await search(page, text)
    await expect(page.getByRole('heading', { name: /^No version contains/ })).toBeVisible()
  }
  await field(page).fill('council')
  await expect(hits(page).first()).toBeVisible()
})

test('what was deleted is not found until it comes back', async () => {
  const { page } = running
  await search(page, '"forced out"')
  await expect(hits(page)).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(hits(page)).toBeFocused()
  await page.keyboard.press('Delete')
  await expect(page.getByText(/^Deleted /).first()).toBeVisible()
  await field(page).fill('"forced out" ')
  await page.keyboard.press('Escape')
  await search(page, 'forced out')
  await expect(page.getByRole('heading', { name: /^No version contains/ })).toBeVisible()
  await page.getByRole('button', { name: 'Undo' }).click()
  await search(page, '"forced out"')
  await expect(hits(page)).toHaveCount(1)
})

test('axe finds nothing serious in a search, and nothing is lost at 900 and 720 pixels', async () => {
  test.slow()
  const { app, page } = running
  await search(page, 'the')
  await expect(hits(page).nth(3)).toBeVisible()
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.keyboard.press('Control+f')
  await page.keyboard.press('Enter')
  await expect(page.locator('article mark').first()).toBeVisible()
  await inBothThemes(page, 'found')
  for (const [width, height] of [
    [900, 800],
    [720, 450]
  ] as const) {
    await app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(size.width, size.height),
      { width, height }
    )
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width)
    await search(page, '"forced out"')
    await expect(hits(page)).toHaveCount(1)
    await inBothThemes(page, `results at ${width} pixels`)
    await hits(page).first().click()
    await expect(page.getByText('It was last captured in v3', { exact: false })).toBeVisible()
    await inBothThemes(page, `found at ${width} pixels`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  }
  await field(page)
    .or(page.getByRole('button', { name: 'Back to list' }))
    .first()
    .click()
  await search(page, 'zzzz')
  await expect(page.getByRole('heading', { name: /^No version contains/ })).toBeVisible()
  await inBothThemes(page, 'nothing found')
})
