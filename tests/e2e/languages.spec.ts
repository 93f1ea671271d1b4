import { expect, test } from '@playwright/test'
import { en } from '../../src/catalogue/en.ts'
import { es } from '../../src/catalogue/es.ts'
import { launch, launchSample } from './app.ts'
import { inBothThemes } from './axe.ts'
import { misfits, saidIn } from './layout.ts'
import { launchIn, openSample, resize, throughScreens, type Tongue } from './tongues.ts'

test.describe.configure({ timeout: 240_000 })

const spanish = new Set<string>(Object.values(es))
/** English messages that no Spanish one equals; what is filled in stands for anything. */
const english = Object.values(en)
  .filter((message) => !spanish.has(message) && !/select,|plural,|</u.test(message))
  .map((message) => message.split(/\{[^}]*\}/u))
  .filter((parts) => parts.join('').replaceAll(/[^a-z]/giu, '').length > 2)
  .map((parts) => new RegExp(`^${parts.map(escaped).join('.+')}$`, 'u'))

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}

const widths = [1440, 640]
const tongues: readonly Tongue[] = ['es', 'ar-XB']

for (const tongue of tongues) {
  test(`the main screens in ${tongue}`, async () => {
    const running = await launchIn(tongue)
    const { app, page, complaints } = running
    const html = page.locator('html')
    await expect(html).toHaveAttribute('dir', tongue === 'es' ? 'ltr' : 'rtl')
    await expect(html).toHaveAttribute('lang', tongue === 'es' ? /^es/u : /^en-XB/u)
    const see = async (screen: string) => {
      const width = await page.evaluate(() => innerWidth)
      expect.soft([screen, width, await misfits(page)]).toEqual([screen, width, []])
      if (tongue !== 'es') return
      const left = (await saidIn(page)).filter((text) => english.some((message) => message.test(text)))
      expect.soft([screen, left]).toEqual([screen, []])
    }
    await see('welcome')
    await openSample(running)
    for (const width of widths) {
      await resize(app, page, width)
      await throughScreens(running, see)
    }
    await inBothThemes(page, `${tongue} at 640`)
    expect(complaints).toEqual([])
    await app.close()
  })
}

test('a language that is chosen holds at once, in the window and in the menus, and at the next start', async () => {
  const { app, page, data } = await launchSample()
  await page.getByRole('option').nth(1).click()
  await expect(page.locator('.text-grid h1').first()).toContainText('Quay Row families')
  await page.evaluate(() => window.palimpsest.shell.setLanguage({ choice: 'es' }))
  await expect(page.locator('html')).toHaveAttribute('lang', /^es/u)
  await expect(page.locator('.text-grid h1').first()).toContainText('Quay Row families', { timeout: 20_000 })
  await expect(page.getByRole('tab', { name: 'Lado a lado' })).toBeVisible()
  const menus = await app.evaluate(({ Menu }) =>
    JSON.stringify(
      Menu.getApplicationMenu()?.items.map(({ label, submenu }) => [label, submenu?.items.map((item) => item.label)])
    )
  )
  expect(menus).toContain('Buscar en las versiones')
  for (const english of ['File', 'Edit', 'View', 'Undo', 'Copy', 'Quit', 'Zoom', 'Window', 'Minimize', 'Full']) {
    expect(menus).not.toContain(english)
  }
  await app.close()
  const again = await launch([], data)
  await expect(again.page.locator('html')).toHaveAttribute('lang', /^es/u)
  expect(await again.page.evaluate(() => navigator.language)).toMatch(/^es/u)
  await again.app.close()
})
