import { _electron, expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { onOwnDisplay } from './displays.ts'
import { launch, root, scratch, type Running } from './app.ts'
import { sayAsLibrary } from './library-line.ts'

let running: Running
test.afterEach(() => running.app.close())

const windows = () => running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
const set = (tray: boolean) =>
  running.page.evaluate((wanted) => window.palimpsest.shell.setBackground({ tray: wanted, login: false }), tray)

test('without the tray the last window to close ends the application', async () => {
  running = await launch()
  expect(await running.page.evaluate(() => window.palimpsest.shell.background({}))).toEqual({
    value: { tray: false, login: false, loginSupported: false }
  })
  const closed = running.app.waitForEvent('close')
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close())
  await closed
})

test('with the tray the window closes, the library goes on, and a second launch opens the window again', async () => {
  running = await launch()
  expect(await set(true)).toMatchObject({ value: { tray: true } })
  expect(JSON.parse(readFileSync(join(running.data, 'settings.json'), 'utf8'))).toMatchObject({ tray: true })
  await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.close())
  await expect.poll(windows).toBe(0)
  const library = () =>
    running.app.evaluate(({ app }) => app.getAppMetrics().some(({ name }) => name === 'Palimpsest library'))
  expect(await library()).toBe(true)
  await running.app.evaluate(({ app }) => void app.emit('second-instance', {}, ['--hidden'], '/', { files: [] }))
  expect(await windows()).toBe(0)
  const opened = running.app.waitForEvent('window')
  await running.app.evaluate(({ app }) => void app.emit('second-instance', {}, [], '/', { files: [] }))
  running = { ...running, page: await opened }
  await running.page.waitForURL('app://ui/index.html')
  expect(await set(false)).toMatchObject({ value: { tray: false } })
})

test('started by the login it shows no window where the tray was chosen', async () => {
  running = await launch()
  await set(true)
  await running.app.close()
  const args = ['-r', join(import.meta.dirname, 'blank-first.cjs'), '.', '--hidden']
  const app = await _electron.launch({ args, cwd: root, env: { ...onOwnDisplay(), PALIMPSEST_DATA: running.data } })
  running = { ...running, app }
  await new Promise((done) => setTimeout(done, 2000))
  expect(await windows()).toBe(0)
  await app.evaluate(({ app: electron }) => void electron.emit('activate'))
  await expect.poll(windows).toBe(1)
})

test('notices are told together, and a click opens the two versions', async () => {
  running = await launch()
  const { app, page } = running
  await page.evaluate(() => {
    window.palimpsest.onShell('openPair', (pair) => (document.title = JSON.stringify(pair)))
  })
  // The notification itself is the system's: what it would be given is looked at, and its click is made.
  await app.evaluate(({ Notification, BrowserWindow }) => {
    const kept = globalThis as unknown as { shown: unknown[] }
    kept.shown = []
    Notification.isSupported = () => true
    Notification.prototype.show = function show(this: Electron.Notification) {
      kept.shown.push([this.title, this.body])
      this.emit('click')
    }
    for (const window of BrowserWindow.getAllWindows()) window.isFocused = () => false
  })
  const notice = { article: 3, kind: 'silent', source: 'The Harbour Post', older: 8, newer: 9 } as const
  await sayAsLibrary(app, {
    notices: [{ ...notice, told: { what: 'silent', headline: 'Wall', change: '40 → 60 households' } }]
  })
  await sayAsLibrary(app, { notices: [{ ...notice, article: 4, told: { what: 'gone', headline: 'Bridge' } }] })
  const shown = () => app.evaluate(() => (globalThis as unknown as { shown: unknown[] }).shown)
  expect(await shown()).toEqual([])
  await expect
    .poll(shown, { timeout: 45_000 })
    .toEqual([
      [
        '2 changes in 2 articles',
        'The Harbour Post: Silent edit: 40 → 60 households in “Wall”\nThe Harbour Post: Removed: “Bridge”'
      ]
    ])
  await expect.poll(() => page.title()).toBe('{"article":3,"older":8,"newer":9}')
})

test('the system’s proxy is told to the library, and the keys of the menu are ours', async () => {
  running = await launch([], scratch())
  const answered = await running.app.evaluate(
    () =>
      new Promise((resolve) => {
        const library = globalThis.startedProcesses.at(-1)!
        library.postMessage = (message) => resolve(message)
        library.emit('message', { proxyFor: { seq: 5, url: 'https://news.example/' } })
      })
  )
  expect(answered).toEqual({ proxy: { seq: 5, answer: 'DIRECT' } })
  const keys = await running.app.evaluate(({ Menu }) => {
    const all = (menu: Electron.Menu): Electron.MenuItem[] =>
      menu.items.flatMap((item) => [item, ...(item.submenu ? all(item.submenu) : [])])
    const items = all(Menu.getApplicationMenu()!)
    return {
      reloads: items.filter(({ role }) => /reload/i.test(role ?? '')).length,
      keys: items.flatMap(({ label, accelerator }) =>
        /^Check (?:all|this)|^Settings/.test(label) ? [[label, accelerator]] : []
      )
    }
  })
  expect(keys).toEqual({
    reloads: 0,
    keys: [
      ['Check all that are due', 'CmdOrCtrl+Shift+R'],
      ['Settings…', 'CmdOrCtrl+,'],
      ['Check this article', 'CmdOrCtrl+R']
    ]
  })
})
