import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openStore, type Store } from '../../src/library/store/open.ts'
import { moveTo, multiply } from '../library/crowd.ts'
import { contentOf, newArticle, see } from '../library/stories.ts'
import { launch, launchSample, scratch, type Running } from './app.ts'

let running: Running
test.afterEach(async () => {
  expect(running.complaints).toEqual([])
  await running.app.close()
})

const hoursAgo = (hours: number): string => new Date(Date.now() - hours * 3600_000).toISOString()
const body = 'The wall was last strengthened after the storm of 1961, when eleven houses were lost to the sea.'

/** Starts the app on a library that was made before. */
async function launchWith(fill: (store: Store) => void): Promise<Running> {
  const data = scratch()
  mkdirSync(data, { recursive: true })
  const store = openStore(join(data, 'library.palimpsest-db'))
  store.transaction(() => fill(store))()
  store.close()
  return launch([], data)
}

/** Fifty articles that changed once, one of them in its headline. */
function fifty(store: Store): void {
  for (let i = 0; i < 50; i++) {
    const article = newArticle(store, { source: `Courier ${i % 10}`, folder: i % 2 === 0 ? 'City desk' : null })
    const headline = `Council moves ${i + 40} households`
    const second = contentOf(i === 7 ? 'Families will have a choice' : headline, body, 'Tenants will not pay rent.')
    see(store, article, { at: hoursAgo(40), content: contentOf(headline, body) }, { at: hoursAgo(20), content: second })
  }
}

const options = (page: Page) => page.getByRole('option')
const count = (page: Page, list: string) =>
  page.getByRole('button', { name: list, exact: false }).locator('.count').textContent()
const focusedPosition = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-posinset'))

test('5,000 articles: all are in the list, few are drawn, and every one of them is reached', async () => {
  running = await launchWith((store) => {
    fifty(store)
    multiply(store, 99)
  })
  const { page } = running
  await expect(options(page).first()).toHaveAttribute('aria-setsize', '5000')
  expect(await count(page, 'All articles')).toBe('5,000')
  expect(await count(page, 'Unread changes')).toBe('5,000')
  expect(await count(page, 'Headline changed')).toBe('100')
  expect(await options(page).count()).toBeLessThan(60)

  await options(page).first().click()
  await page.keyboard.press('End')
  await expect.poll(() => focusedPosition(page)).toBe('5000')
  await expect(page.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '5000')
  await expect(page.getByRole('option', { selected: true })).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => focusedPosition(page)).toBe('4999')
  await page.keyboard.press('Home')
  await expect.poll(() => focusedPosition(page)).toBe('1')

  // Across the border of a page of rows, with the keys that work everywhere.
  for (let n = 0; n < 60; n++) await page.keyboard.press('j')
  await expect(page.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '61')
  await expect(page.getByRole('option', { selected: true })).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('k')
  await expect(page.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '60')

  await page.locator('.articles').evaluate((box) => (box.scrollTop = box.scrollHeight / 2))
  await expect(page.getByText('Loading', { exact: true })).toHaveCount(0)
  const middle = await options(page).evaluateAll((all) => all.map((one) => Number(one.ariaPosInSet)))
  expect(middle.some((position) => position > 2300 && position < 2700)).toBe(true)
  expect(await options(page).count()).toBeLessThan(60)
})

test('a star: the key, the button, the row, the list and its count', async () => {
  running = await launchWith(fifty)
  const { page } = running
  await options(page).nth(2).click()
  const headline = await page.getByRole('heading', { level: 1 }).textContent()
  await page.keyboard.press('s')
  await expect(options(page).nth(2).getByRole('img', { name: 'Starred' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Star', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: 'Starred' }).click()
  await expect(options(page)).toHaveCount(1)
  await expect(options(page).first()).toContainText(headline!)
  expect(await count(page, 'Starred')).toBe('1')
  await page.getByRole('button', { name: 'Star', exact: true }).click()
  // It stays where it is until the list is left: nothing moves under the pointer.
  await expect(options(page).first().getByRole('img', { name: 'Starred' })).toHaveCount(0)
  await page.getByRole('button', { name: 'All articles' }).click()
  await page.getByRole('button', { name: 'Starred' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing starred' })).toBeVisible()
})

test('read and unread: after two seconds, and by the key', async () => {
  running = await launchWith(fifty)
  const { page } = running
  await page.getByRole('button', { name: 'Unread changes' }).click()
  await options(page).nth(4).click()
  await expect(options(page).nth(4).locator('.badge')).toHaveCount(0, { timeout: 8000 })
  expect(await count(page, 'Unread changes')).toBe('49')
  await expect(options(page)).not.toHaveCount(0)
  await page.keyboard.press('m')
  await expect(options(page).nth(4).locator('.badge')).toHaveText(/^1/)
  // What was marked while it is open stays marked.
  await page.waitForTimeout(2600)
  expect(await count(page, 'Unread changes')).toBe('50')
  await page.keyboard.press('m')
  await expect(options(page).nth(4).locator('.badge')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(options(page).nth(4).locator('.badge')).toHaveText(/^1/)
})

test('what changes while the list is open changes in place; what is new waits behind a pill', async () => {
  running = await launchWith(fifty)
  const { page } = running
  await options(page).nth(3).click()
  const order = () => options(page).evaluateAll((all) => all.map((one) => one.getAttribute('data-article')))
  const before = await order()
  const sixth = options(page).nth(6)
  const headline = (await sixth.locator('.article-headline').textContent())!
  const paste = (text: string) => page.evaluate((given) => window.palimpsest.library.importText({ text: given }), text)
  await paste(`${headline}\n\n${body}\n\nTenants will not pay rent for ninety-nine weeks.`)
  await paste('Ferry timetable under review\n\nThe ferry will sail less often in winter, the operator said on Friday.')
  await expect(page.getByRole('button', { name: '1 new' })).toBeVisible()
  await expect(sixth.locator('.badge')).toHaveText(/^2/)
  expect(await order()).toEqual(before)
  await expect(page.getByRole('option', { selected: true })).toHaveAttribute('aria-posinset', '4')
  await page.getByRole('button', { name: '1 new' }).click()
  await expect(options(page).first()).toContainText('Ferry timetable under review')
  await expect(options(page).first()).toBeInViewport()
  await expect(page.getByRole('button', { name: /new$/ })).toHaveCount(0)
})

test('2,000 sources: the tree draws those in view, arrows and End reach all of them', async () => {
  running = await launchWith((store) => {
    fifty(store)
    multiply(store, 39)
    for (let n = 1; n <= 2000; n++) {
      const folder = n <= 1500 ? `Folder ${n % 9}` : null
      moveTo(store, n, { name: `Gazette ${n}`, folder })
    }
  })
  const { page } = running
  await expect(page.getByRole('treeitem').first()).toBeVisible()
  expect(await page.getByRole('treeitem').count()).toBeLessThan(80)
  await page.getByRole('treeitem', { name: 'Folder 0' }).click()
  await expect(page.getByRole('heading', { name: 'Folder 0', level: 2 })).toBeVisible()
  await expect(options(page).first()).toHaveAttribute('aria-setsize', '166')
  await page.keyboard.press('End')
  await expect(page.getByRole('treeitem', { name: 'Gazette 1493' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('End')
  await expect(page.getByRole('treeitem', { name: 'Gazette 2000' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Gazette 2000', level: 2 })).toBeVisible()
  await expect(options(page)).toHaveCount(1)
})

test('axe finds nothing serious in the lists, light or dark', async () => {
  running = await launchSample()
  const { page } = running
  await page.getByRole('option', { name: /Quay Row/ }).click()
  await page.keyboard.press('s')
  await expect(page.getByRole('img', { name: 'Starred' })).toBeVisible()
  for (const source of ['light', 'dark'] as const) {
    await page.evaluate((theme) => window.palimpsest.shell.setTheme({ source: theme }), source)
    for (const list of ['Changed recently', 'Starred']) {
      await page.getByRole('button', { name: list }).click()
      await expect(page.getByRole('heading', { name: list, exact: true })).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      expect([source, list, serious.map(({ id, nodes }) => `${id}: ${String(nodes[0]?.target)}`)]).toEqual([
        source,
        list,
        []
      ])
    }
  }
})
