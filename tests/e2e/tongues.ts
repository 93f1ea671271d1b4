import { expect, type ElectronApplication, type Page } from '@playwright/test'
import { en } from '../../src/catalogue/en.ts'
import { es } from '../../src/catalogue/es.ts'
import { accented, mirrored } from '../../src/catalogue/pseudo.ts'
import { setLanguage } from '../../src/catalogue/words.ts'
import { launch, type Running } from './app.ts'

export type Tongue = 'es' | 'en-XA' | 'ar-XB'

/** Starts the app on the sample library in a language, which the test speaks from then on too. */
export async function launchIn(tongue: Tongue): Promise<Running> {
  process.env['PALIMPSEST_LANG'] = tongue
  if (tongue === 'es') setLanguage('es', es)
  else setLanguage('en', en, tongue === 'en-XA' ? accented : mirrored)
  try {
    return await launch()
  } finally {
    delete process.env['PALIMPSEST_LANG']
  }
}

export async function openSample({ page }: Running): Promise<void> {
  await page.locator('.welcome .button-primary').click()
  await expect(page.getByRole('option').first()).toBeVisible({ timeout: 30_000 })
  await page.locator('.tour header button').click()
}

const command = (app: ElectronApplication, name: string) =>
  app.evaluate(
    ({ BrowserWindow }, command) =>
      BrowserWindow.getAllWindows()[0]!.webContents.send('shell-event', 'menu', { command }),
    name
  )

export async function resize(app: ElectronApplication, page: Page, width: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, width) => BrowserWindow.getAllWindows()[0]!.setContentSize(width, 800), width)
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(width)
}

/** Goes through the main screens and does something in each. */
export async function throughScreens({ app, page }: Running, see: (screen: string) => Promise<void>): Promise<void> {
  await page.getByRole('option').nth(1).click()
  await expect(page.locator('.text-grid .row').first()).toBeVisible()
  for (const view of ['read', 'inline', 'side', 'changes', 'blame']) {
    await command(app, view)
    await expect(page.locator('.skeleton, .loading-words')).toHaveCount(0)
    await page.waitForTimeout(150)
    await see(view)
  }
  await command(app, 'inline')
  for (const [name, where] of [
    ['settings', '.settings'],
    ['add', '#add-address'],
    ['storage', '.storage-part'],
    ['shortcuts', '.dialog']
  ] as const) {
    await command(app, name)
    await expect(page.locator(where).first()).toBeVisible()
    await see(name)
    await page.keyboard.press('Escape')
    await expect(page.locator('.dialog')).toHaveCount(0)
  }
  await command(app, 'search')
  await page.locator('[data-search-field]').first().fill('quay')
  await expect(page.locator('.hit').first()).toBeVisible({ timeout: 20_000 })
  await see('search')
  await page.keyboard.press('Escape')
}
