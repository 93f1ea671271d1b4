import { expect as anyExpect, test, type Page } from '@playwright/test'
import { launch, type Running } from './app.ts'
import { findings } from './axe.ts'
import { command } from './screens.ts'

/** A busy machine takes its time. */
test.setTimeout(180_000)
const expect = anyExpect.configure({ timeout: 20_000 })

let running: Running
test.afterEach(() => running.app.close())

async function openGuide(): Promise<Page> {
  running = await launch()
  const opened = running.app.waitForEvent('window')
  await command(running, 'guide')
  const guide = await opened
  await expect(guide.getByRole('heading', { level: 1 })).toHaveText('The guide to Palimpsest')
  return guide
}

/** Presses a key as a keyboard does: also what the window hears before its page does. */
const press = (keyCode: string, modifiers: ('alt' | 'control')[] = []) =>
  running.app.evaluate(
    ({ BrowserWindow }, key) => {
      const window = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().startsWith('guide:'))
      window!.webContents.sendInputEvent({ type: 'keyDown', ...key })
    },
    { keyCode, modifiers }
  )

test('the guide opens without a network, in light and dark, and axe finds nothing on any page', async () => {
  const guide = await openGuide()
  await running.app.evaluate(({ session }) => session.defaultSession.enableNetworkEmulation({ offline: true }))
  const links = guide.getByRole('navigation').getByRole('link')
  const count = await links.count()
  expect(count).toBe(12)
  for (let n = 0; n < count; n++) {
    const title = await links.nth(n).innerText()
    await links.nth(n).click({ noWaitAfter: true })
    await expect(guide).toHaveTitle(`${title} · Palimpsest`)
    await expect(guide.getByRole('heading', { level: 1 })).toHaveCount(1)
    for (const source of ['light', 'dark'] as const) {
      await running.page.evaluate((theme) => window.palimpsest.shell.setTheme({ source: theme }), source)
      await expect
        .poll(() => guide.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
        .toBe(source === 'dark')
      expect([title, source, await findings(guide)]).toEqual([title, source, []])
    }
    const broken = await guide.evaluate(() => [...document.images].filter((one) => one.naturalWidth === 0).length)
    expect(broken).toBe(0)
  }
})

test('a second call brings the same window; links work by the keyboard, back and close too', async () => {
  const guide = await openGuide()
  await command(running, 'guide')
  await running.page.waitForTimeout(500)
  expect(running.app.windows()).toHaveLength(2)
  await guide.getByRole('main').getByRole('link', { name: 'Privacy' }).focus()
  await guide.keyboard.press('Enter')
  await expect(guide.getByRole('heading', { level: 1 })).toHaveText('Privacy')
  await press('Left', ['alt'])
  await expect(guide.getByRole('heading', { level: 1 })).toHaveText('The guide to Palimpsest')
  const closed = guide.waitForEvent('close')
  await press('Escape')
  await closed
  expect(running.complaints).toEqual([])
})
