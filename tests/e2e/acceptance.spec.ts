// What the design asks of the whole window: its checks 6 to 9, 11 and 13. The others stand with the parts they are about.
import { expect, test, type Page } from '@playwright/test'
import { launch, launchSample, type Running } from './app.ts'
import { inBothThemes } from './axe.ts'
import { misfits } from './layout.ts'
import { smallTexts, stripesOf } from './shades.ts'
import { command, everyScreen, openArticle, views } from './screens.ts'

let running: Running
test.afterEach(async () => {
  expect(running.complaints).toEqual([])
  await running.app.close()
})

test('on every screen, light or dark, axe finds nothing and no text is too small', async () => {
  test.setTimeout(900_000)
  running = await launch()
  const { page } = running
  await everyScreen(running, async (name) => {
    await inBothThemes(page, name)
    expect([name, await smallTexts(page)]).toEqual([name, []])
  })
})

async function resize({ app, page }: Running, width: number, height: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]!.setContentSize(...size), [
    width,
    height
  ] as [number, number])
  await expect.poll(() => page.evaluate(() => innerWidth), { timeout: 15_000 }).toBe(width)
}

test('at every width from 640 pixels on no text is cut off and nothing scrolls sideways', async () => {
  test.setTimeout(600_000)
  running = await launchSample()
  const { page } = running
  await openArticle(page, 'quay-row-sea-wall')
  for (const width of [1920, 1440, 1080, 900, 720, 640]) {
    await resize(running, width, 800)
    for (const [n, view] of views.entries()) {
      await page.keyboard.press(String(n + 1))
      await expect(page.locator(`.text-${view}`)).toBeVisible({ timeout: 15_000 })
      expect([width, view, await misfits(page)]).toEqual([width, view, []])
    }
    await command(running, 'settings')
    await expect(page.getByRole('dialog')).toBeVisible({ timeout: 15_000 })
    expect([width, 'settings', await misfits(page)]).toEqual([width, 'settings', []])
    await page.keyboard.press('Escape')
  }
})

test('at 200 % every function remains: a window of 1440 is laid out as one of 720', async () => {
  running = await launchSample()
  const { page } = running
  await openArticle(page, 'quay-row-sea-wall')
  for (let presses = 0; presses < 30 && (await page.evaluate(() => innerWidth)) > 720; presses++)
    await page.keyboard.press('Control+Shift+Equal')
  expect(await page.evaluate(() => Math.round(devicePixelRatio * 100))).toBe(200)
  for (const [n, view] of views.entries()) {
    await page.keyboard.press(String(n + 1))
    await expect(page.locator(`.text-${view}`)).toBeVisible({ timeout: 15_000 })
    expect([view, await misfits(page)]).toEqual([view, []])
  }
  await page.getByRole('button', { name: 'Back to list' }).click()
  await expect(page.getByRole('option').first()).toBeVisible()
})

test('without colour, added, removed, changed and moved are told apart', async () => {
  running = await launchSample()
  const { page } = running
  await openArticle(page, 'quay-row-sea-wall')
  await page.keyboard.press('2')
  await page.keyboard.press('a')
  await page.emulateMedia({ colorScheme: 'light' })
  const bar = async (kind: string) => {
    const gutter = page.locator(`.row-${kind} .gutter-bar`).first()
    await gutter.scrollIntoViewIfNeeded()
    return stripesOf(page, await gutter.screenshot())
  }
  const [added, removed, changed, moved] = [
    await bar('added'),
    await bar('removed'),
    await bar('changed'),
    await bar('moved')
  ]
  // One solid line; a hatched one; half and half; dots.
  expect(added.dark).toBeGreaterThan(0.9)
  expect(added.changes).toBeLessThanOrEqual(2)
  expect(removed.changes).toBeGreaterThan(8)
  expect(changed.changes).toBeGreaterThan(2)
  expect(changed.changes).toBeLessThan(removed.changes * 2)
  expect(moved.changes).toBeGreaterThan(8)
  expect(moved.dark).toBeLessThan(0.75)
  const line = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).textDecorationLine)
  expect([await line('.row-changed:not(.row-headline) ins'), await line('.row-changed del')]).toEqual([
    'underline',
    'line-through'
  ])
  for (const [kind, disc] of [
    ['added', 'plus'],
    ['removed', 'minus'],
    ['moved', 'arrow']
  ] as const)
    await expect(page.locator(`.row-${kind} .gutter svg[class*=${disc}]`).first()).toBeVisible()
})

/** What a key has to do, told by what is on the page afterwards. */
const keyboard: readonly (readonly [keys: string, effect: (page: Page) => Promise<void>])[] = [
  ['1', (page) => expect(page.locator('.text-read')).toBeVisible()],
  ['2', (page) => expect(page.locator('.text-inline')).toBeVisible()],
  ['3', (page) => expect(page.locator('.text-side')).toBeVisible()],
  ['4', (page) => expect(page.locator('.text-changes')).toBeVisible()],
  ['5', (page) => expect(page.locator('.text-blame')).toBeVisible()],
  ['a', (page) => expect(page.locator('.text-inline')).toBeVisible()],
  ['n', (page) => expect(page.locator('.stepper')).toContainText(/^\D*2 of/)],
  ['F7', (page) => expect(page.locator('.stepper')).toContainText(/^\D*3 of/)],
  ['p', (page) => expect(page.locator('.stepper')).toContainText(/^\D*2 of/)],
  ['ArrowLeft', (page) => expect(newer(page)).toHaveAttribute('aria-valuenow', '4')],
  ['ArrowRight', (page) => expect(newer(page)).toHaveAttribute('aria-valuenow', '5')],
  ['Shift+ArrowRight', (page) => expect(older(page)).toHaveAttribute('aria-valuenow', '2')],
  ['Alt+ArrowLeft', (page) => expect(older(page)).toHaveAttribute('aria-valuenow', '1')],
  ['l', (page) => expect(older(page)).toHaveAttribute('aria-valuenow', '4')],
  ['[', (page) => expect(newer(page)).toHaveAttribute('aria-valuenow', '4')],
  [']', (page) => expect(newer(page)).toHaveAttribute('aria-valuenow', '5')],
  ['t', (page) => expect(page.locator('.timeline')).toHaveAttribute('data-folded', 'true')],
  ['t', (page) => expect(page.locator('.timeline')).toHaveAttribute('data-folded', 'false')],
  ['h', (page) => expect(page.locator('.text .ladder')).toBeVisible()],
  ['s', (page) => expect(page.locator('.reader-bar button[title*="(S)"]')).toHaveAttribute('aria-pressed', 'true')],
  ['Control+i', (page) => expect(page.getByRole('tab', { name: 'Version' })).toBeVisible()],
  ['Control+i', (page) => expect(page.getByRole('tab', { name: 'Version' })).toBeHidden()],
  ['Control+k', (page) => expect(page.getByRole('dialog')).toBeVisible()],
  ['Escape', (page) => expect(page.getByRole('dialog')).toBeHidden()],
  ['Control+Comma', (page) => expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible()],
  ['Escape', (page) => expect(page.getByRole('dialog')).toBeHidden()],
  ['Control+n', (page) => expect(page.getByRole('dialog', { name: 'Add to library' })).toBeVisible()],
  ['Escape', (page) => expect(page.getByRole('dialog')).toBeHidden()],
  ['Control+e', (page) => expect(page.getByRole('dialog', { name: /^Export/ })).toBeVisible()],
  ['Escape', (page) => expect(page.getByRole('dialog')).toBeHidden()],
  ['Shift+?', (page) => expect(page.getByRole('dialog', { name: /shortcuts/i })).toBeVisible()],
  ['Escape', (page) => expect(page.getByRole('dialog')).toBeHidden()],
  ['f', (page) => expect(page.getByRole('dialog')).toBeVisible()],
  ['Escape', (page) => expect(page.getByRole('dialog')).toBeHidden()],
  ['Control+g', (page) => expect(page.locator('.find-bar, [role=search] input').first()).toBeVisible()],
  ['Escape', (page) => expect(page.locator('.find-bar')).toBeHidden()],
  ['Delete', (page) => expect(page.locator('.toast')).toContainText('Deleted')],
  ['Control+z', (page) => expect(page.locator('.toast')).not.toContainText('Deleted')]
]
const older = (page: Page) => page.getByRole('slider', { name: 'Older version' })
const newer = (page: Page) => page.getByRole('slider', { name: 'Newer version' })

test('every key does what the list of shortcuts says, and the focus can be seen', async () => {
  test.setTimeout(300_000)
  running = await launchSample()
  const { page } = running
  await openArticle(page, 'quay-row-sea-wall')
  for (const [keys, effect] of keyboard) {
    await page.keyboard.press(keys)
    await test.step(keys, () => effect(page))
  }
})

test('with the network off every stored article opens, compares and is found', async () => {
  test.setTimeout(300_000)
  running = await launchSample()
  const { app, page } = running
  await app.evaluate(({ session }) => session.defaultSession.enableNetworkEmulation({ offline: true }))
  const articles = await page.evaluate(async () => {
    const list = { kind: 'smart', name: 'all' } as const
    const found = await window.palimpsest.library.listArticles({ list, limit: 200 })
    return 'value' in found ? found.value.rows.map(({ url }) => url ?? '') : []
  })
  expect(articles).toHaveLength(19)
  for (const url of articles) {
    await openArticle(page, url)
    for (const view of ['inline', 'side']) {
      await page.keyboard.press(view === 'inline' ? '2' : '3')
      await expect(page.locator(`.text-${view}, .text-read`)).toBeVisible({ timeout: 15_000 })
    }
  }
  await page.keyboard.press('Control+f')
  await page.keyboard.type('“forced out”')
  await expect(page.locator('[data-hit]')).toHaveCount(1)
})
