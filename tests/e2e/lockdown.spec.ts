import { expect, test } from '@playwright/test'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { launch, type Running } from './app.ts'

let running: Running
let server: Server
let asked: string[]
let outside: string

test.beforeAll(async () => {
  asked = []
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.setHeader('Access-Control-Allow-Origin', '*').end('reached')
  }).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  running = await launch()
})
test.afterAll(async () => {
  await running.app.close()
  server.close()
})

test('the window is sandboxed, isolated and without Node', async () => {
  const preferences = await running.app.evaluate(({ BrowserWindow }) => {
    const { webContents } = BrowserWindow.getAllWindows()[0]!
    return (webContents as unknown as { getLastWebPreferences(): Electron.WebPreferences }).getLastWebPreferences()
  })
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false
  })
  expect(await running.page.evaluate(() => [typeof require, typeof process, typeof module])).toEqual([
    'undefined',
    'undefined',
    'undefined'
  ])
  expect(await running.page.evaluate(() => Object.keys(window.palimpsest).sort())).toEqual([
    'library',
    'onLibrary',
    'onShell',
    'pathsOf',
    'rescue',
    'shell'
  ])
})

test('the page comes from our own scheme with a strict policy, and nothing outside its folder does', async () => {
  const { page } = running
  expect(page.url()).toBe('app://ui/index.html')
  const policy = await page.evaluate(() => document.querySelectorAll('meta[http-equiv]').length)
  expect(policy).toBe(0)
  const headers = await running.app.evaluate(async ({ session }) => {
    const get = (url: string) =>
      session.defaultSession.fetch(url).then(
        (response) => [response.status, response.headers.get('Content-Security-Policy')],
        (error: Error) => ['refused', error.message]
      )
    return Promise.all(['app://ui/index.html', 'app://ui/..%2f..%2fpackage.json', 'app://other/index.html'].map(get))
  })
  expect(headers[0]![0]).toBe(200)
  expect(headers[0]![1]).toMatch(/^default-src 'none'; script-src 'self'; .*connect-src 'none'/)
  expect(headers.slice(1)).toEqual([
    ['refused', 'net::ERR_FILE_NOT_FOUND'],
    ['refused', 'net::ERR_FILE_NOT_FOUND']
  ])
})

/** What injected markup could try; each is given a second to reach the server or to change the window. */
const attempts: Record<string, (url: string) => unknown> = {
  'inline script': () =>
    document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.ran = true' })),
  'event handler': () =>
    document.body.insertAdjacentHTML('beforeend', '<img src="data:," onerror="window.ran = true">'),
  // In a task of the page's own: what the debugger evaluates is let past the policy.
  // oxlint-disable-next-line no-eval -- that it is refused is what is tested
  eval: () => setTimeout(() => (0, eval)('window.ran = true')),
  fetch: (url) => fetch(url).catch(() => 'refused'),
  'picture from outside': (url) => Object.assign(new Image(), { src: `${url}/image` }),
  beacon: (url) => navigator.sendBeacon(`${url}/beacon`),
  'script from outside': (url) =>
    document.body.append(Object.assign(document.createElement('script'), { src: `${url}/script.js` })),
  frame: (url) => document.body.append(Object.assign(document.createElement('iframe'), { src: url })),
  form: (url) => {
    const form = Object.assign(document.createElement('form'), { action: url })
    document.body.append(form)
    form.submit()
  },
  'link click': (url) => {
    const link = Object.assign(document.createElement('a'), { href: url, textContent: 'x' })
    document.body.append(link)
    link.click()
  },
  'new window': (url) => window.open(url),
  navigation: (url) => location.assign(url),
  'file page': () => location.assign('file:///etc/passwd')
}

test('injected markup runs nothing, reaches nothing, opens nothing and leads nowhere', async () => {
  const { page, app } = running
  for (const [name, attempt] of Object.entries(attempts)) {
    await page.evaluate(attempt, outside).catch(() => undefined)
    await page.waitForTimeout(150)
    expect([name, page.url()]).toEqual([name, 'app://ui/index.html'])
    expect([name, app.windows().length]).toEqual([name, 1])
    expect([name, await page.evaluate(() => (window as { ran?: boolean }).ran ?? false)]).toEqual([name, false])
  }
  expect(asked).toEqual([])
})

test('no permission is granted', async () => {
  const states = await running.page.evaluate(() =>
    Promise.all(
      ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'persistent-storage'].map(
        (name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(
            ({ state }) => state,
            () => 'denied'
          )
      )
    )
  )
  expect(new Set(states)).toEqual(new Set(['denied']))
})
