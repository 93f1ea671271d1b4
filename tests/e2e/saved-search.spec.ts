import { expect, test, type Page } from '@playwright/test'
import type { Notice } from '../../src/contract/tracking.ts'
import { NewsSite } from '../site/news-site.ts'
import { launch, launchSample, type Running } from './app.ts'
import { inBothThemes } from './axe.ts'

let running: Running
test.afterEach(async () => {
  expect(running.complaints).toEqual([])
  await running.app.close()
})

const saved = (page: Page) => page.getByRole('list', { name: 'Saved searches' }).getByRole('listitem')

async function save(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: 'Search versions' }).fill(text)
  await page.getByRole('button', { name: 'Save this search' }).click()
  await expect(page.getByRole('textbox', { name: 'Name of the saved search' })).toBeFocused()
}

test('a search is saved under a name, renamed, deleted and brought back, by keys', async () => {
  test.slow()
  running = await launchSample()
  const { page } = running
  await save(page, 'removed:"forced out"')
  await inBothThemes(page, 'saving a search')
  await page.keyboard.type('Evictions')
  await page.keyboard.press('Enter')
  await expect(saved(page)).toHaveText(['Evictions'])
  await expect(page.getByRole('button', { name: 'Save this search' })).toBeDisabled()

  await page.getByRole('button', { name: 'Evictions', exact: true }).focus()
  await page.keyboard.press('F2')
  await page.keyboard.type('Forced out')
  await page.keyboard.press('Enter')
  await expect(saved(page)).toHaveText(['Forced out'])
  await page.keyboard.press('Escape')
  await expect(page.getByRole('listbox', { name: 'All articles' })).toBeVisible()
  await page.getByRole('button', { name: 'Forced out', exact: true }).click()
  await expect(page.getByRole('option')).toContainText(['In v1 to v3. Removed in v4'])

  await page.getByRole('button', { name: 'Actions for Forced out' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(saved(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(saved(page)).toHaveText(['Forced out'])
})

test('what it comes to find is counted and told, until the reader looks', async () => {
  const site = await NewsSite.start()
  running = await launch()
  const { page } = running
  const notices: Notice[] = []
  await page.exposeFunction('heard', (told: readonly Notice[]) => notices.push(...told))
  await page.evaluate(async (host) => {
    const asked = await window.palimpsest.library.trackingSettings({})
    if (!('value' in asked)) throw new Error('no settings')
    const settings = { ...asked.value, allowedHosts: [host], spacing: 0 }
    await window.palimpsest.library.setTrackingSettings({ settings })
    const { heard } = window as unknown as { heard: (told: readonly object[]) => void }
    window.palimpsest.onLibrary('notices', ({ notices: told }) => heard(told))
  }, site.host)
  await page.evaluate(async (url) => {
    const items = [{ kind: 'article' as const, url }]
    await window.palimpsest.library.look({ text: url })
    await window.palimpsest.library.follow({ items, folder: null, pace: 'usual' })
  }, `${site.origin}/news/1`)
  await expect(page.getByRole('option')).toHaveCount(1)
  await save(page, 'headline:"may spend"')
  await page.getByLabel('Notify me when it finds something new').check()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(saved(page)).toHaveText(['headline:"may spend"'])
  await page.keyboard.press('Escape')

  site.round = 1
  await page.evaluate(() => window.palimpsest.library.checkNow({ articles: [1] }))
  const item = page.getByRole('button', { name: /^headline:"may spend"/ })
  await expect(item).toContainText('1 article found since you last looked', { timeout: 20_000 })
  await expect.poll(() => notices.map(({ kind }) => kind)).toEqual(['search'])
  expect(notices[0]?.told).toMatchObject({ what: 'found', search: 'headline:"may spend"', more: 0 })
  await item.click()
  await expect(page.getByRole('option')).toContainText(['Headline since v2'])
  await expect(item).not.toContainText('found since')
  await site.stop()
})
