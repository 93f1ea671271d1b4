import { expect, test } from '@playwright/test'
import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { electronPath, launch, launchSample, root, scratch, type Running } from './app.ts'

let running: Running
test.afterEach(() => running.app.close())

test('the library answers its contract and refuses everything else', async () => {
  running = await launch()
  const { page } = running
  const ask = (name: string, args: unknown) =>
    page.evaluate(
      ([call, given]) => {
        const library = window.palimpsest.library as unknown as Record<
          string,
          ((args: unknown) => Promise<unknown>) | undefined
        >
        return library[call as string]?.(given) ?? 'no such call'
      },
      [name, args]
    )
  const all = { list: { kind: 'smart', name: 'all' }, limit: 50 }
  expect(await ask('listArticles', all)).toEqual({ value: { rows: [], next: null } })
  expect(await ask('listArticles', { ...all, list: { kind: 'smart', name: 'all', folder: 'x' } })).toMatchObject({
    error: { code: 'bad-arguments' }
  })
  expect(await ask('timemap', { article: 7 })).toMatchObject({ error: { code: 'not-found' } })
  for (const args of [undefined, null, 'x', { article: '7' }, { article: -1 }, { article: 7, more: 1 }]) {
    expect(await ask('timemap', args)).toMatchObject({ error: { code: 'bad-arguments' } })
  }
  expect(await ask('dropTables', {})).toBe('no such call')
})

test('the shell refuses unknown calls, __proto__ and wrong arguments also when its channel is used directly', async () => {
  running = await launch()
  const { app } = running
  const answers = await app.evaluate(async ({ ipcMain, BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, (...args: unknown[]) => Promise<unknown>> })
      ._invokeHandlers
    const invoke = handlers.get('shell')!
    const event = { sender: window!.webContents, senderFrame: window!.webContents.mainFrame }
    return Promise.all([
      invoke(event, 'theme', {}),
      invoke(event, 'quit', {}),
      invoke(event, '__proto__', {}),
      invoke(event, 'openExternal', { url: 'file:///etc/passwd' }),
      invoke(event, 'setTheme', { source: 'pink' })
    ])
  })
  expect(answers).toMatchObject([
    { value: { source: 'system' } },
    { error: { code: 'unknown-call' } },
    { error: { code: 'unknown-call' } },
    { error: { code: 'bad-arguments' } },
    { error: { code: 'bad-arguments' } }
  ])
})

test('another window, even with our preload and our page, is refused', async () => {
  running = await launch()
  const { app, page } = running
  const preload = join(root, 'out/preload/index.cjs')
  const foreign = async (url: string) => {
    const opened = app.waitForEvent('window')
    await app.evaluate(
      ({ BrowserWindow }, given) => {
        const window = new BrowserWindow({
          show: false,
          webPreferences: { preload: given.preload, sandbox: true, contextIsolation: true }
        })
        void window.loadURL(given.url)
      },
      { url, preload }
    )
    return opened
  }
  for (const url of ['data:text/html,<p>somewhere else</p>', page.url()]) {
    const other = await foreign(url)
    await other.waitForURL(url)
    await other.waitForFunction(() => 'palimpsest' in window)
    expect(await other.evaluate(() => window.palimpsest.shell.about({}))).toEqual({
      error: { code: 'foreign-sender', detail: '' }
    })
    const library = other.evaluate(() =>
      Promise.race([
        window.palimpsest.library.counts({}),
        new Promise((done) => setTimeout(done, 1000, 'never answered'))
      ])
    )
    expect(await library).toBe('never answered')
    await other.close()
  }
})

test('main answers in under 20 ms while the library works for two seconds', async () => {
  running = await launch()
  const { page } = running
  const folder = scratch()
  const words = Array.from({ length: 400 }, (_, i) => `word${(i * 7919) % 997}`)
  const paths = Array.from({ length: 150 }, (_, n) => {
    const path = join(folder, `v${n}.txt`)
    const paragraphs = Array.from({ length: 40 }, (__, p) =>
      words
        .map((word, w) => ((w + n) % 7 === 0 ? `${word}${n}` : word))
        .slice(p, p + 300)
        .join(' ')
    )
    writeFileSync(path, ['A long story', ...paragraphs].join('\n\n'))
    return path
  })
  const result = await page.evaluate(async (files) => {
    const { library, shell } = window.palimpsest
    const started = performance.now()
    const state = { working: true }
    const work = library.importFiles({ paths: files }).finally(() => {
      state.working = false
    })
    const pings: number[] = []
    while (state.working && performance.now() - started < 2500) {
      const asked = performance.now()
      await shell.theme({})
      pings.push(performance.now() - asked)
      await new Promise((done) => setTimeout(done, 5))
    }
    const worked = performance.now() - started
    pings.sort((a, b) => a - b)
    void work
    return {
      worked,
      pings: pings.length,
      median: pings[pings.length >> 1]!,
      p95: pings[Math.floor(pings.length * 0.95)]!
    }
  }, paths)
  test.info().annotations.push({ type: 'ping', description: JSON.stringify(result) })
  expect(result.worked).toBeGreaterThan(2000)
  expect(result.median).toBeLessThan(20)
})

test('a library process that is killed comes back, the window says so, and nothing stored is lost', async () => {
  running = await launchSample()
  const { app, page } = running
  // What is read meanwhile is marked as read.
  const list = async () => {
    const answer = await page.evaluate(() =>
      window.palimpsest.library.listArticles({ list: { kind: 'smart', name: 'all' }, limit: 200 })
    )
    if (!('value' in answer)) throw new Error(answer.error.code)
    return answer.value.rows.map(({ id, headline, revisions, lastAt }) => ({ id, headline, revisions, lastAt }))
  }
  const before = await list()
  await app.evaluate(({ app: electron }) => {
    const library = electron
      .getAppMetrics()
      .find(({ serviceName }) => serviceName === 'Palimpsest library' || serviceName === 'node.mojom.NodeService')
    process.kill(library!.pid, 'SIGKILL')
  })
  await expect(page.getByText('Nothing stored was lost', { exact: false })).toBeVisible({ timeout: 20_000 })
  expect(await list()).toEqual(before)
})

test('the library process that always dies is not started for ever, and the window says what to do', async () => {
  running = await launchSample()
  const { app, page } = running
  for (let i = 0; i < 7; i++) {
    await app.evaluate(({ app: electron }) => {
      const library = electron
        .getAppMetrics()
        .find(({ type, name }) => type === 'Utility' && name === 'Palimpsest library')
      if (library !== undefined) process.kill(library.pid, 'SIGKILL')
    })
    await page.waitForTimeout(700)
  }
  await expect(page.getByRole('heading', { name: /stopped/i })).toBeVisible()
})

test('a signal to the whole group, as Ctrl-C in a terminal sends it, ends everything at once', async () => {
  test.skip(process.platform === 'win32', 'Windows has no signals')
  running = await launch()
  for (let round = 0; round < 4; round++) {
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
    const env = { ...process.env, PALIMPSEST_DATA: scratch() }
    const child = spawn(electronPath, [root, ...sandbox], { env, detached: true, stdio: 'ignore' })
    const ended = new Promise((done) => child.once('exit', () => done('ended')))
    await running.page.waitForTimeout(1500)
    process.kill(-child.pid!, 'SIGTERM')
    const late = new Promise((done) => setTimeout(done, 6000, 'still there'))
    expect(await Promise.race([ended, late])).toBe('ended')
  }
})
