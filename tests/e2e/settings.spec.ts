import { expect, test, type Page } from '@playwright/test'
import { join } from 'node:path'
import { actionIds } from '../../src/contract/actions.ts'
import { launch, root, type Running } from './app.ts'
import { inBothThemes } from './axe.ts'

const states = ['v1.txt', 'v2.txt'].map((name) => join(root, 'tests/fixtures/saved-states', name))
const field = (page: Page) => page.locator('[data-search-field]')
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Settings' })

async function settings(page: Page, tab: string): Promise<void> {
  if (!(await dialog(page).isVisible())) await page.keyboard.press('Control+,')
  await dialog(page).getByRole('tab', { name: tab }).click()
}

/** What an item of the application menu says. */
const item = ({ app }: Pick<Running, 'app'>, id: string) =>
  app.evaluate(({ Menu }, one) => {
    const found = Menu.getApplicationMenu()?.getMenuItemById(one)
    return found === null || found === undefined
      ? null
      : { label: found.label, enabled: found.enabled, key: found.accelerator ?? null }
  }, id)

const choose = ({ app }: Pick<Running, 'app'>, id: string) =>
  app.evaluate(({ Menu }, one) => Menu.getApplicationMenu()?.getMenuItemById(one)?.click(), id)

const zoomOf = ({ app }: Pick<Running, 'app'>) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.getZoomFactor())

const textSize = (page: Page) =>
  page.evaluate(() => Number(document.documentElement.style.getPropertyValue('--text-scale')) * 19)

test('settings, keys and menus: seen at once, checked by axe, remembered at the next start', async () => {
  test.setTimeout(180_000)
  const running = await launch(states)
  const { app, page, data } = running
  const html = page.locator('html')
  await expect(page.getByRole('option').first()).toBeVisible({ timeout: 60_000 })

  await test.step('the menu has every action that is offered, with its key, and sends it', async () => {
    const missing: string[] = []
    for (const id of actionIds) if ((await item(running, id)) === null) missing.push(id)
    expect(missing).toEqual(['leave'])
    await expect.poll(() => item(running, 'next-change')).toEqual({ label: 'Next change', enabled: true, key: 'N' })
    expect(await item(running, 'zoom-in')).toMatchObject({ key: 'CmdOrCtrl+Shift+Plus', enabled: true })
    await choose(running, 'read')
    await expect(page.getByRole('tab', { name: 'Read', exact: true })).toHaveAttribute('aria-selected', 'true')
    await choose(running, 'shortcuts')
    await expect(page.getByRole('dialog')).toContainText('Copy with change marks')
    await page.keyboard.press('Escape')
  })

  await test.step('how articles look is seen at once', async () => {
    await settings(page, 'Reading')
    await dialog(page).getByRole('radio', { name: 'Green, red' }).check({ force: true })
    await expect(html).toHaveAttribute('data-change', 'greenred')
    await page.getByRole('slider', { name: 'Text size' }).focus()
    await page.keyboard.press('End')
    await expect(page.locator('.settings-sample')).toHaveCSS('font-size', '28px')
    await page.keyboard.press('Home')
    await expect(page.locator('.settings-sample')).toHaveCSS('font-size', '15px')
    await dialog(page).getByRole('button', { name: 'Typeface' }).click()
    await page.getByRole('option', { name: 'Source Sans' }).click()
    await expect(html).toHaveAttribute('data-typeface', 'sans')
    for (const tab of ['Reading', 'Keyboard']) {
      await settings(page, tab)
      await inBothThemes(page, `settings, ${tab}`)
    }
    await page.keyboard.press('Escape')
  })

  await test.step('what is pressed with the other button has its menu', async () => {
    const opened = await app.evaluateHandle(({ Menu }) => {
      const seen: { labels: string[]; choose: (label: string) => void }[] = []
      Menu.prototype.popup = function popup(this: Electron.Menu) {
        const choose = (label: string): void => this.items.find((one) => one.label.startsWith(label))?.click()
        seen.push({ labels: this.items.map(({ label }) => label).filter((label) => label !== ''), choose })
      }
      return seen
    })
    const last = () => opened.evaluate((seen) => seen.at(-1)?.labels ?? [])
    const row = page.getByRole('option').first()
    await row.click({ button: 'right' })
    await expect.poll(last).toEqual(expect.arrayContaining(['Open', 'Star, or remove the star', 'Delete article']))
    await expect(row).toBeFocused()
    await opened.evaluate((seen) => seen.at(-1)?.choose('Open'))
    await expect(row).toHaveAttribute('aria-selected', 'true')
    await page.locator('#reader-text .block p, #reader-text .block').first().dblclick()
    await page.locator('#reader-text .block p, #reader-text .block').first().click({ button: 'right' })
    await expect.poll(async () => (await last()).join(' ')).toContain('Copy Search versions for')
    await opened.evaluate((seen) => seen.at(-1)?.choose('Search versions for'))
    await expect(field(page)).toHaveValue(/^".+"$/u)
    await field(page).click({ button: 'right' })
    await expect.poll(last).toEqual(['Undo', 'Redo', 'Cut', 'Copy', 'Paste', 'Select all'])
    await field(page).fill('')
    await page.keyboard.press('Escape')
    await page.getByRole('option').first().focus()
  })

  await test.step('a key that another action has is named, and is used by one only', async () => {
    await settings(page, 'Keyboard')
    await page.getByRole('button', { name: 'Change the keys of: Blame' }).click()
    await page.keyboard.press('1')
    await expect(dialog(page)).toContainText('1 is the key of “Read”.')
    await page.keyboard.press('Enter')
    await expect(dialog(page).getByRole('button', { name: 'Usual keys for: Blame' })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Change the keys of: Blame' })).toBeFocused()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+c')
    await expect(dialog(page)).toContainText('Ctrl C cannot be used')
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog(page)).toBeHidden()
    await page.keyboard.press('1')
    await expect(page.getByRole('tab', { name: 'Blame' })).toHaveAttribute('aria-selected', 'true')
    expect(await item(running, 'blame')).toMatchObject({ key: '1' })
    expect(await item(running, 'read')).toMatchObject({ key: null })
  })

  await test.step('single keys can be turned off', async () => {
    await settings(page, 'Keyboard')
    await page.getByRole('switch', { name: 'Single-key shortcuts' }).click()
    await page.keyboard.press('Escape')
    await page.keyboard.press('2')
    await page.keyboard.press('?')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByRole('tab', { name: 'Blame' })).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Control+f')
    await expect(field(page)).toBeFocused()
    await page.keyboard.press('Escape')
  })

  await test.step('sizes by key, also with the focus in a field', async () => {
    await page.keyboard.press('Control+f')
    await page.keyboard.press('Control+=')
    await page.keyboard.press('Control+=')
    await expect.poll(() => textSize(page)).toBeCloseTo(21)
    await page.keyboard.press('Control+-')
    await expect.poll(() => textSize(page)).toBeCloseTo(20)
    await page.keyboard.press('Control+Shift+Equal')
    await expect.poll(() => zoomOf(running)).toBeCloseTo(1.1)
  })

  await app.close()
  const again = await launch([], data)
  await expect.poll(() => zoomOf(again)).toBeCloseTo(1.1)
  await expect.poll(() => textSize(again.page)).toBeCloseTo(20)
  await again.page.keyboard.press('Control+Shift+Digit0')
  await expect.poll(() => zoomOf(again)).toBeCloseTo(1)
  expect(await item(again, 'blame')).toMatchObject({ key: null })
  await test.step('another language holds for the window and the menu', async () => {
    await settings(again.page, 'General')
    await dialog(again.page).getByRole('radio', { name: 'Español' }).check({ force: true })
    await expect(again.page.locator('html')).toHaveAttribute('lang', /^es/u)
    await expect.poll(() => item(again, 'settings')).toMatchObject({ label: 'Ajustes…' })
    await expect(again.page.getByRole('option').first()).toBeVisible()
    await again.page.keyboard.press('Control+,')
    await expect(again.page.getByRole('dialog', { name: 'Ajustes' })).toBeVisible()
  })
  expect([...running.complaints, ...again.complaints]).toEqual([])
  await again.app.close()
})
