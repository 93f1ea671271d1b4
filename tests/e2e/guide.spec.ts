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

/** The same pages where scripts of the test can run: in the window of the guide nothing does, axe neither. */
async function openForAxe(): Promise<Page> {
  const opened = running.app.waitForEvent('window')
  await running.app.evaluate(async ({ BrowserWindow, session }) => {
    const window = new BrowserWindow({
      width: 1100,
      height: 820,
      webPreferences: { session: session.fromPartition('guide') }
    })
    await window.loadURL('guide://pages/index.html')
  })
  return await opened
}

test('without a network every page opens, and axe finds nothing in light and in dark', async () => {
  await openGuide()
  await running.app.evaluate(({ session }) => session.defaultSession.enableNetworkEmulation({ offline: true }))
  const guide = await openForAxe()
  const titles = await guide.getByRole('navigation').getByRole('link').allInnerTexts()
  expect(titles).toHaveLength(12)
  for (const title of titles) {
    await guide.getByRole('navigation').getByRole('link', { name: title, exact: true }).click()
    await expect(guide).toHaveTitle(`${title} · Palimpsest`)
    const broken = await guide.evaluate(() => [...document.images].filter((one) => one.naturalWidth === 0).length)
    expect(broken).toBe(0)
    for (const source of ['light', 'dark'] as const) {
      await guide.emulateMedia({ colorScheme: source })
      expect([title, source, await findings(guide)]).toEqual([title, source, []])
    }
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
