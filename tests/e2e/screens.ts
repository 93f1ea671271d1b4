import { expect as waiting, type Page } from '@playwright/test'
import type { Running } from './app.ts'

/** Called at every screen and state of the application, in an order a reader could take. */
const expect = waiting.configure({ timeout: 30_000 })

export type Visit = (name: string) => Promise<void>

/** Sends what a menu would, to the window in front. */
export async function command({ app }: Pick<Running, 'app'>, name: string): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, given) =>
      BrowserWindow.getAllWindows()[0]!.webContents.send('shell-event', 'menu', { command: given }),
    name
  )
}

/** What stands where nothing is in the library yet; ends with the sample library open. */
async function firstScreens({ page }: Running, visit: Visit): Promise<void> {
  await visit('welcome')
  await page.getByRole('button', { name: 'Add an article or feed' }).click()
  await visit('add-link')
  for (const tab of ['Paste text', 'Files']) {
    await page.getByRole('tab', { name: tab }).click()
    await visit(`add-${tab.split(' ')[0]!.toLowerCase()}`)
  }
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Open the sample library' }).click()
  await expect(page.getByRole('slider').first()).toBeVisible()
  await expect(page.getByRole('tabpanel')).toBeVisible()
  await visit('tour-offered')
  await page.getByRole('button', { name: 'Not now' }).click()
}

/** Opens an article of the sample library by its address. */
export async function openArticle(page: Page, ending: string): Promise<void> {
  const article = await page.evaluate(async (url) => {
    const list = { kind: 'smart', name: 'all' } as const
    const found = await window.palimpsest.library.listArticles({ list, limit: 200 })
    return 'value' in found ? (found.value.rows.find((row) => row.url?.endsWith(url) === true)?.id ?? null) : null
  }, ending)
  if (article === null) throw new Error(`no article at ${ending}`)
  await page.locator('.article-list, [role=listbox]').first().focus()
  const row = page.locator(`[data-article="${article}"]`)
  await page.keyboard.press('Home')
  for (let presses = 0; presses < 40 && !(await row.isVisible()); presses++) await page.keyboard.press('ArrowDown')
  await row.click()
  await expect(page.locator('#reader-text h1').first()).toBeVisible()
}

export const views = ['read', 'inline', 'side', 'changes', 'blame'] as const

/** An article in each of the five views. */
async function readingScreens({ page }: Running, visit: Visit): Promise<void> {
  await openArticle(page, 'quay-row-sea-wall')
  await page.keyboard.press('a')
  await page.keyboard.press('Shift+ArrowRight')
  for (const [n, view] of views.entries()) {
    await page.keyboard.press(String(n + 1))
    await expect(page.locator(`.text-${view}`)).toBeVisible()
    await visit(view)
  }
  await page.keyboard.press('2')
  await page.keyboard.press('h')
  await visit('headline-ladder')
  await page.keyboard.press('h')
  await openArticle(page, 'reservoir-levels')
  await visit('many-versions')
  await page.keyboard.press('t')
  await visit('timeline-folded')
  await page.keyboard.press('t')
  await openArticle(page, 'mayors-driver-overtime')
  await visit('page-gone')
  for (const [article, name] of [
    ['tizmoret-ironit', 'hebrew'],
    ['kyu-ekisha-hozon', 'japanese']
  ] as const) {
    await openArticle(page, article)
    for (const [n, view] of views.slice(1, 3).entries()) {
      await page.keyboard.press(String(n + 2))
      await visit(`${name}-${view}`)
    }
  }
  await page.keyboard.press('2')
}

/** The panes and dialogs over an article. */
async function overlays(running: Running, visit: Visit): Promise<void> {
  const { page } = running
  await openArticle(page, 'quay-row-sea-wall')
  await page.keyboard.press('2')
  for (const [name, shown] of [
    ['settings', '[role=dialog]'],
    ['storage', '[role=dialog]'],
    ['shortcuts', '[role=dialog]'],
    ['about', '[role=dialog]'],
    ['activity', '[role=dialog]'],
    ['verify', '[role=dialog]'],
    ['backups', '[role=dialog]'],
    ['export', '[role=dialog]'],
    ['palette', '[role=dialog]'],
    ['move', '[role=dialog]']
  ] as const) {
    await command(running, name)
    await expect(page.locator(shown).first()).toBeVisible()
    await visit(name)
    await page.keyboard.press('Escape')
    await expect(page.locator(shown)).toHaveCount(0)
  }
}

/** What is found, and what is not. */
async function searchScreens({ page }: Running, visit: Visit): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: 'Search versions' }).fill('“forced out”')
  await expect(page.locator('[data-hit]')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await visit('search')
  await page.getByRole('textbox', { name: 'Search versions' }).fill('marmalade')
  await expect(page.locator('[data-hit]')).toHaveCount(0)
  await visit('search-nothing')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
}

/** Every screen and state that needs no page on the web. */
export async function everyScreen(running: Running, visit: Visit): Promise<void> {
  await firstScreens(running, visit)
  await readingScreens(running, visit)
  await overlays(running, visit)
  await searchScreens(running, visit)
}
