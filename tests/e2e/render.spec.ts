import { expect, test } from '@playwright/test'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Target } from '../../src/library/fetch/connect.ts'
import type { Rendered, Rendering } from '../../src/library/render/render.ts'
import { launch, type Running } from './app.ts'
import { renderIn } from './library-line.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => void

let running: Running
let server: Server
let origin: string
let pages: Record<string, string | Answer>
/** What reached the server, and what the proxy was about to connect to. */
let asked: string[]
let targets: Target[]

test.beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    const page = pages[request.url!.split('?')[0]!]
    if (typeof page === 'function') return page(request, response)
    response.writeHead(page === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8' })
    response.end(page ?? 'not here')
  }).listen(0, '127.0.0.1')
  await new Promise((done) => server.once('listening', done))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  running = await launch()
})
test.beforeEach(() => {
  pages = {}
  asked = []
  targets = []
})
test.afterAll(async () => {
  await running.app.close()
  server.closeAllConnections()
  server.close()
})

function render(path: string, more: Partial<Rendering> = {}): Promise<Rendered> {
  const local = origin.slice('http://'.length)
  const hook = (target: Target): boolean => {
    targets.push(target)
    // Nothing but the server of this test is ever contacted.
    return `${target.host}:${target.port}` === local
  }
  return renderIn(running.app, { connectHook: hook, limits: { bytes: 20_000_000 } })({
    url: `${origin}${path}`,
    allowed: true,
    ...more
  })
}

const captures = () =>
  running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((one) => !one.isVisible()).length)

test('a page that writes its article by script is captured with its text and a picture', async () => {
  pages['/story'] = `<!doctype html><title>Story</title><div id=root></div><script>
    setTimeout(() => { root.innerHTML = '<h1>Bridge to open</h1><p>The bridge opens on Monday.</p>' }, 300)</script>`
  const rendered = await render('/story', { userAgent: 'Palimpsest/1.0 (+reader@example.org)' })
  expect(rendered).toMatchObject({ kind: 'rendered', status: 200, finalUrl: `${origin}/story` })
  if (rendered.kind !== 'rendered') return
  expect(rendered.html).toContain('<h1>Bridge to open</h1><p>The bridge opens on Monday.</p>')
  expect(rendered.screenshot!.subarray(1, 4).toString()).toBe('PNG')
  expect(rendered.screenshot!.readUInt32BE(16)).toBe(1280)
  expect(Math.abs(Date.now() - Date.parse(rendered.at))).toBeLessThan(60_000)
  expect(await captures()).toBe(0)
})

test('redirects of the server are followed; a page that is led elsewhere by itself stays where it is', async () => {
  pages['/from'] = (_request, response) => response.writeHead(302, { Location: '/to' }).end()
  pages['/to'] = `<p>arrived</p><script>setTimeout(() => (location.href = '/elsewhere'), 50)</script>
    <meta http-equiv=refresh content="0;url=/refreshed">`
  const rendered = await render('/from')
  expect(rendered).toMatchObject({ kind: 'rendered', finalUrl: `${origin}/to` })
  expect(asked.filter((one) => /elsewhere|refreshed/.test(one))).toEqual([])
})

test('the status of a refusal is told with its page', async () => {
  pages['/forbidden'] = (_request, response) =>
    response.writeHead(403, { 'Content-Type': 'text/html' }).end('<p>no</p>')
  expect(await render('/forbidden')).toMatchObject({ kind: 'rendered', status: 403 })
})

const away: Readonly<Record<string, Answer>> = {
  'to a file': (_request, response) => response.writeHead(302, { Location: 'file:///etc/passwd' }).end(),
  'to our own pages': (_request, response) => response.writeHead(302, { Location: 'app://ui/index.html' }).end(),
  'to data': (_request, response) => response.writeHead(302, { Location: 'data:text/html,<p>x' }).end(),
  'to a private address': (_request, response) => response.writeHead(302, { Location: 'http://10.0.0.1/' }).end(),
  'to a private name': (_request, response) => response.writeHead(302, { Location: 'https://router.local/' }).end(),
  'to another port of this computer': (_request, response) =>
    response.writeHead(302, { Location: 'http://127.0.0.1:1234/' }).end(),
  'round and round': (request, response) => response.writeHead(302, { Location: `${request.url}x` }).end()
}
for (const [name, answer] of Object.entries(away))
  test(`a redirect ${name} fails`, async () => {
    pages = new Proxy({}, { get: () => answer })
    const rendered = await render('/away')
    expect(rendered).toMatchObject({ kind: 'failed' })
    test.info().annotations.push({ type: 'failure', description: JSON.stringify(rendered) })
    if (/private|port/.test(name)) expect(rendered).toMatchObject({ failure: 'refused-address' })
    if (name === 'round and round') expect(rendered).toMatchObject({ failure: 'too-many-redirects' })
    expect(targets.every(({ host, port }) => `http://${host}:${port}` === origin)).toBe(true)
  })

const unfit: Readonly<Record<string, Answer>> = {
  'a download': (_request, response) =>
    response.writeHead(200, { 'Content-Type': 'application/zip', 'Content-Disposition': 'attachment' }).end('PK'),
  'a picture': (_request, response) =>
    response.writeHead(200, { 'Content-Type': 'image/svg+xml' }).end('<svg xmlns="http://www.w3.org/2000/svg"/>'),
  'half a page': (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html', 'Content-Length': '1000' }).write('<p>half')
    setTimeout(() => response.destroy(), 100)
  },
  'no answer at all': (_request, response) => response.destroy()
}
for (const [name, answer] of Object.entries(unfit))
  test(`${name} is no page`, async () => {
    pages['/unfit'] = answer
    expect(await render('/unfit')).toMatchObject({
      kind: 'failed',
      failure: /half|no answer/.test(name) ? 'incomplete' : 'bad-response'
    })
  })

test('a page asks for private addresses in every way it can, and none is connected to', async () => {
  const places = ['http://10.0.0.1/', 'http://192.168.1.1:8080/', 'http://[fd00::1]/', 'http://169.254.169.254/latest/']
  places.push('http://localhost:9/', 'http://127.0.0.1:9/', 'https://printer.local/', 'http://0x7f000001:9/')
  pages['/probe'] = `<p>probe</p><script>
    for (const place of ${JSON.stringify(places)}) {
      fetch(place, { mode: 'no-cors' }).catch(() => 0)
      new Image().src = place + 'image'
      navigator.sendBeacon(place, 'x')
      try { new WebSocket(place.replace('http', 'ws')) } catch {}
      try { new EventSource(place) } catch {}
      document.head.append(Object.assign(document.createElement('script'), { src: place + 'script.js' }))
      document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: place }))
      for (const rel of ['prefetch', 'preload', 'preconnect', 'dns-prefetch', 'modulepreload'])
        document.head.append(Object.assign(document.createElement('link'), { rel, href: place, as: 'script' }))
      document.body.append(Object.assign(document.createElement('iframe'), { src: place }))
      document.body.append(Object.assign(document.createElement('object'), { data: place }))
      document.body.append(Object.assign(document.createElement('video'), { src: place }))
    }
    const form = Object.assign(document.createElement('form'), { action: 'http://10.0.0.1/form', method: 'post' })
    document.body.append(form); form.submit()
  </script>`
  const rendered = await render('/probe')
  expect(rendered).toMatchObject({ kind: 'rendered' })
  expect(new Set(targets.map(({ host, port }) => `http://${host}:${port}`))).toEqual(new Set([origin]))
})

test('a name that is looked up again means what it meant when it was checked', async () => {
  const looked: string[] = []
  const seen: Target[] = []
  const rendered = await renderIn(running.app, {
    resolve: async (name) => {
      looked.push(name)
      return [{ address: looked.length % 2 === 1 ? '93.184.216.34' : '127.0.0.1', family: 4 }]
    },
    connectHook: (target) => {
      seen.push(target)
      return false
    }
  })({ url: 'http://rebind.example/story' })
  expect(rendered).toMatchObject({ kind: 'failed' })
  expect(looked.length).toBeGreaterThan(0)
  expect(seen.flatMap(({ addresses }) => addresses).filter((address) => address !== '93.184.216.34')).toEqual([])
})

/** Pings our own window until `work` is done; the longest that it took to answer, in milliseconds. */
async function longestPing<T>(work: Promise<T>): Promise<{ value: T; longest: number }> {
  let longest = 0
  const done = Symbol('done')
  const ping = async (): Promise<void> => {
    const began = Date.now()
    await running.page.evaluate(() => window.palimpsest.shell.theme({}))
    longest = Math.max(longest, Date.now() - began)
  }
  const ended = work.then(() => done)
  const next = () => new Promise((soon) => setTimeout(soon, 20))
  while ((await Promise.race([ended, next()])) !== done) await ping()
  return { value: await work, longest }
}

const hostile: Readonly<Record<string, string>> = {
  'opens windows': `for (let i = 0; i < 50; i++) { window.open('/other'); window.open('about:blank') }`,
  'shows dialogs': `for (let i = 0; i < 50; i++) { alert(i); confirm(i); prompt(i) } print()`,
  'does not want to be left': `addEventListener('beforeunload', (e) => { e.preventDefault(); e.returnValue = 'stay' })`,
  downloads: `for (let i = 0; i < 20; i++) Object.assign(document.createElement('a'), { href: 'data:application/zip,x', download: 'x.zip' }).click()`,
  'asks for rights': `Notification.requestPermission(); navigator.geolocation.getCurrentPosition(() => 0, () => 0);
    navigator.mediaDevices?.getUserMedia({ audio: true, video: true }).catch(() => 0);
    navigator.clipboard?.readText().catch(() => 0); document.documentElement.requestFullscreen?.().catch(() => 0);
    document.body.requestPointerLock?.(); navigator.wakeLock?.request('screen').catch(() => 0)`,
  'goes elsewhere': `location.href = 'file:///etc/passwd'; location.href = 'app://ui/index.html'; location.href = 'mailto:x@example.org';
    location.href = 'data:text/html,x'; history.back(); history.go(-2)`,
  'asks without end': `setInterval(() => fetch('/more?' + Math.random()).catch(() => 0), 1)`,
  'frames and frames': `for (let i = 0; i < 200; i++) document.body.append(Object.assign(document.createElement('iframe'), { src: '/frame' }))`,
  'prints from a frame': `const f = document.createElement('iframe'); document.body.append(f); f.contentWindow.print()`
}
for (const [name, script] of Object.entries(hostile))
  test(`a page that ${name} is captured without harm`, async () => {
    pages['/hostile'] = `<p>the text</p><script>${script}</script>`
    pages['/more'] = 'more'
    const windows = await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
    const { value, longest } = await longestPing(render('/hostile'))
    expect(value).toMatchObject({ kind: 'rendered', finalUrl: `${origin}/hostile` })
    expect(value).toHaveProperty('html', expect.stringContaining('the text'))
    test.info().annotations.push({ type: 'longest ping', description: `${longest} ms` })
    expect(await running.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(windows)
    expect(asked.filter((one) => /other|frame/.test(one))).toEqual([])
    expect(asked.length).toBeLessThanOrEqual(301)
  })

test('a page that never comes to rest in its script fails in time, and our window answers meanwhile', async () => {
  pages['/loop'] = '<p>text</p><script>for (;;) {}</script>'
  const { value, longest } = await longestPing(render('/loop'))
  expect(value).toMatchObject({ kind: 'failed', failure: 'timeout' })
  expect(longest).toBeLessThan(1000)
  expect(await captures()).toBe(0)
})

test('a page that brings 100 MB fails as too large, long before it is all there', async () => {
  let sent = 0
  pages['/large'] = `<p>text</p><script>fetch('/large-file').then((response) => response.arrayBuffer())</script>`
  pages['/large-file'] = (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': 100_000_000 })
    const chunk = Buffer.alloc(1_000_000)
    const more = (): void => {
      sent += chunk.length
      if (sent <= 100_000_000 && !response.destroyed) response.write(chunk, () => setImmediate(more))
    }
    more()
  }
  expect(await render('/large')).toMatchObject({ kind: 'failed', failure: 'too-large' })
  expect(sent).toBeLessThan(60_000_000)
})

test('a document larger than it may be fails as too large', async () => {
  pages['/grows'] = `<p>text</p><div id=d hidden></div><script>d.append('x'.repeat(21_000_000))</script>`
  expect(await render('/grows')).toMatchObject({ kind: 'failed', failure: 'too-large' })
})

test('a page whose process ends fails, and the next one is shown', async () => {
  pages['/crash'] = `<p>text</p><script>fetch('/reached')</script>`
  pages['/reached'] = (_request, response) => {
    response.end('x')
    void running.app.evaluate(({ webContents }, url) => {
      for (const contents of webContents.getAllWebContents())
        if (contents.getURL().startsWith(url)) contents.forcefullyCrashRenderer()
    }, origin)
  }
  expect(await render('/crash')).toMatchObject({ kind: 'failed', failure: 'bad-response' })
  pages['/after'] = '<p>after</p>'
  expect(await render('/after')).toMatchObject({ kind: 'rendered' })
})

test('a capture that nobody waits for ends at once', async () => {
  pages['/slow'] = () => undefined
  const ending = new AbortController()
  const began = Date.now()
  setTimeout(() => ending.abort(), 1500)
  expect(await render('/slow', { signal: ending.signal })).toEqual({
    kind: 'failed',
    failure: 'aborted',
    detail: 'aborted'
  })
  expect(Date.now() - began).toBeLessThan(10_000)
  await expect.poll(captures).toBe(0)
})

test('nothing of a page is left for the next one, or on the disk', async () => {
  pages['/worker.js'] = (_request, response) =>
    response.writeHead(200, { 'Content-Type': 'text/javascript' }).end('addEventListener("fetch", () => 0)')
  pages['/keeps'] = `<p id=p>-</p><script>(async () => {
    const before = [document.cookie, localStorage.getItem('a'), (await caches.keys()).length, (await indexedDB.databases()).length,
      (await navigator.serviceWorker.getRegistrations()).length]
    document.cookie = 'a=1; max-age=9999'; localStorage.setItem('a', 'b')
    await caches.open('a'); await new Promise((done) => (indexedDB.open('a').onsuccess = done))
    const registered = await navigator.serviceWorker.register('/worker.js').then(() => 'registered', () => 'refused')
    p.textContent = JSON.stringify([...before, registered, document.cookie])
  })()</script>`
  for (let i = 0; i < 3; i++) {
    const rendered = await render('/keeps')
    expect(rendered).toHaveProperty('html', expect.stringContaining('["",null,0,0,0,"refused","a=1"]'))
  }
  expect(asked.filter((one) => one.includes('worker'))).toEqual([])
})

test('the page has neither Node nor our bridge, and the window of a capture is locked', async () => {
  pages['/probe'] = `<p id=p></p><script>
    p.textContent = [typeof require, typeof process, typeof palimpsest, document.visibilityState].join()</script>`
  const preferences = running.app.evaluate(
    ({ app }) =>
      new Promise((resolve) => {
        app.once('browser-window-created', (_event, { webContents }) =>
          resolve((webContents as unknown as { getLastWebPreferences(): unknown }).getLastWebPreferences())
        )
      })
  )
  const rendered = await render('/probe')
  expect(rendered).toHaveProperty('html', expect.stringContaining('undefined,undefined,undefined'))
  expect(await preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false
  })
  expect(await preferences).not.toHaveProperty('preload')
})

test('our own window is led nowhere, as before', async () => {
  const { page, app } = running
  await app.evaluate(({ BrowserWindow }, url) => {
    const [window] = BrowserWindow.getAllWindows()
    void window!.webContents.executeJavaScript(`location.href = ${JSON.stringify(url)}; 0`)
  }, origin)
  await page.waitForTimeout(500)
  expect(page.url()).toBe('app://ui/index.html')
  expect(running.complaints.filter((one) => !/Content Security Policy|Refused to/.test(one))).toEqual([])
})
