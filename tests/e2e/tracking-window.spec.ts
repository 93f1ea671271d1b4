import { expect, test, type Page } from '@playwright/test'
import { NewsSite } from '../site/news-site.ts'
import { launch, type Running } from './app.ts'
import { inBothThemes } from './axe.ts'

let site: NewsSite
let running: Running
test.beforeEach(async () => {
  site = await NewsSite.start()
})
test.afterEach(async () => {
  expect(running.complaints).toEqual([])
  await running.app.close()
  await site.stop()
})

/** The site answers on this machine, which is asked only where the reader allowed it. */
async function allow(page: Page): Promise<void> {
  await page.evaluate(async (host) => {
    const asked = await window.palimpsest.library.trackingSettings({})
    if (!('value' in asked)) throw new Error('no settings')
    const settings = { ...asked.value, allowedHosts: [host], spacing: 0 }
    await window.palimpsest.library.setTrackingSettings({ settings })
  }, site.host)
}

const dialog = (page: Page) => page.getByRole('dialog')
const field = (page: Page) => page.getByLabel('Article or site address')

async function command(name: string): Promise<void> {
  await running.app.evaluate(
    ({ BrowserWindow }, given) =>
      BrowserWindow.getAllWindows()[0]!.webContents.send('shell-event', 'menu', { command: given }),
    name
  )
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['PALIMPSEST_PICTURES']
  if (folder !== undefined) await page.screenshot({ path: `${folder}/${name}.png` })
}

async function addArticle(page: Page, n: number): Promise<void> {
  await page.getByRole('button', { name: 'Add to library' }).click()
  await field(page).fill(`${site.origin}/news/${n}`)
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toContainText('Found an article')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('No article is open')
}

test('a link: why it is refused, allowed, found and added', async () => {
  test.slow()
  running = await launch()
  const { page } = running
  await page.getByRole('button', { name: 'Add an article or feed' }).click()
  await expect(field(page)).toBeFocused()
  await picture(page, 'add-empty')
  await inBothThemes(page, 'add, link')
  await field(page).fill(`${site.origin}/news/1`)
  expect(site.asked).toEqual([])
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('private network')
  expect(site.asked).toEqual([])
  await picture(page, 'add-private')
  await page.getByRole('button', { name: `Allow ${site.host} and look again` }).click()
  await expect(dialog(page)).toContainText('Found an article')
  await picture(page, 'add-found')
  await inBothThemes(page, 'add, found')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Add an article or feed' }).click()
  await expect(field(page)).toHaveValue(`${site.origin}/news/1`)
  await page.getByRole('button', { name: 'Add 1 article' }).click()
  await expect(page.getByRole('option')).toHaveCount(1)
  await expect(page.locator('.toast')).toContainText('Added 1 article.')
  await page.getByRole('button', { name: 'Add to library' }).click()
  await expect(field(page)).toHaveValue('')
  await field(page).fill(`${site.origin}/news/1`)
  await page.getByRole('button', { name: 'Find' }).click()
  await expect(dialog(page)).toContainText('already in the library')
  await page.getByRole('button', { name: 'Open it' }).click()
  await expect(dialog(page)).toBeHidden()
})

test('a page of links says so, and its feed is followed, paused and unfollowed', async () => {
  running = await launch()
  const { page } = running
  await allow(page)
  await page.getByRole('button', { name: 'Add an article or feed' }).click()
  await field(page).fill(site.origin)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('alert')).toContainText('add its feed instead')
  await dialog(page)
    .getByRole('checkbox', { name: /Latest news/ })
    .check()
  await dialog(page).getByLabel('Folder').fill('City desk')
  await picture(page, 'add-feed')
  await page.getByRole('button', { name: 'Add 1 feed' }).click()
  await expect(dialog(page)).toBeHidden()
  const row = page.getByRole('list', { name: 'Feeds' }).getByRole('button', { name: 'Latest news' }).first()
  await expect(row).toBeVisible()
  await row.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Pause' }).press('Enter')
  await expect(row).toContainText('Paused')
  await row.click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Unfollow' }).click()
  await expect(page.locator('.toast')).toContainText('no longer followed')
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(row).toBeVisible()
})

test('an article is checked: the row, the panel, the activity, what the site said', async () => {
  test.slow()
  running = await launch()
  const { page } = running
  await allow(page)
  await page.getByRole('button', { name: 'Add an article or feed' }).click()
  await page.keyboard.press('Escape')
  await addArticle(page, 7)
  await expect(page.locator('.side-status')).toContainText('Checked')
  await expect(page.getByRole('heading', { name: 'No changes yet' })).toBeVisible()
  await picture(page, 'one-version')
  await inBothThemes(page, 'one version')

  site.round = 1
  await page.getByRole('button', { name: 'Article actions' }).click()
  await expect(page.locator('.popover')).toContainText('Next check in')
  await picture(page, 'article-menu')
  await page.getByRole('menuitem', { name: 'Check now' }).click()
  await expect(page.locator('.state-banner')).toContainText('no article text was found', { timeout: 20_000 })
  await picture(page, 'no-text')
  site.round = 3
  await command('check-now')
  await expect(page.locator('.state-banner')).toContainText('refused the last', { timeout: 20_000 })
  await page.getByText('What the site sent').click()
  await expect(page.locator('.site-sent')).toContainText('403')
  await picture(page, 'refused')
  await inBothThemes(page, 'refused')

  await page.getByRole('button', { name: 'Checks in progress' }).or(page.locator('button.status-open')).first().click()
  await expect(dialog(page)).toContainText('Finished')
  await expect(dialog(page).locator('.pill').first()).toHaveText('403')
  await picture(page, 'checks')
  await inBothThemes(page, 'checks')
  await dialog(page).getByRole('button', { name: 'Pause' }).click()
  await expect(dialog(page).getByRole('heading').first()).toHaveText('Checks are paused')
  await dialog(page).getByRole('button', { name: 'Resume' }).click()
  await dialog(page).getByRole('button', { name: 'Show all activity' }).click()
  await expect(dialog(page)).toContainText('The site refused the check (403 Forbidden)')
  await picture(page, 'activity')
  await inBothThemes(page, 'activity')
})

test('a page that is gone, and back; a paywall kept apart', async () => {
  running = await launch()
  const { page } = running
  await allow(page)
  await addArticle(page, 4)
  site.round = 1
  await command('check-now')
  await expect(page.locator('.state-banner')).toContainText('The page answered 404', { timeout: 20_000 })
  await picture(page, 'gone')
  site.round = 4
  await command('check-now')
  await expect(page.locator('.state-banner')).toHaveCount(0, { timeout: 20_000 })
  await picture(page, 'back')
})

test('settings: what is chosen is kept', async () => {
  running = await launch()
  const { app, page } = running
  await allow(page)
  await command('settings')
  await expect(dialog(page)).toContainText('Keep checking when the window is closed')
  await picture(page, 'settings-general')
  await inBothThemes(page, 'settings, general')
  await page.getByRole('tab', { name: 'Checking' }).click()
  await picture(page, 'settings-checking')
  await inBothThemes(page, 'settings, checking')
  await page.getByLabel('Requests an hour').fill('5')
  await expect(page.getByText('From 10 to 100,000.')).toHaveClass('field-error')
  await page.getByLabel('Requests an hour').fill('500')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: `No longer allow ${site.host}` }).click()
  await expect(page.getByText('None. When you add a link')).toBeVisible()
  await page.getByRole('tab', { name: 'Notifications' }).click()
  await page.getByRole('switch', { name: 'Quiet hours' }).check()
  await expect(page.getByLabel('From')).toHaveValue('22:00')
  await picture(page, 'settings-notifications')
  await inBothThemes(page, 'settings, notifications')
  await page.keyboard.press('Escape')
  await command('settings')
  await page.getByRole('tab', { name: 'Checking' }).click()
  await expect(page.getByLabel('Requests an hour')).toHaveValue('500')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.setContentSize(720, 450))
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(720)
  await picture(page, 'settings-720')
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
})

test('a link dropped on the window is looked at only when Find is pressed', async () => {
  running = await launch()
  const { page } = running
  const session = await page.context().newCDPSession(page)
  const items = [{ mimeType: 'text/uri-list', data: `${site.origin}/news/2`, title: '', baseURL: '' }]
  const data = { items, files: [], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver'] as const) {
    await session.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data })
  }
  await expect(page.locator('.drop-overlay')).toContainText('Look at this link')
  await session.send('Input.dispatchDragEvent', { type: 'drop', x: 600, y: 400, data })
  await expect(field(page)).toHaveValue(`${site.origin}/news/2`)
  expect(site.asked).toEqual([])
})
