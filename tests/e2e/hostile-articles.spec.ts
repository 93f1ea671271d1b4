import { expect, test, type Page } from '@playwright/test'
import { join } from 'node:path'
import { inGroups, writeArticles } from '../hostile/articles.ts'
import { kinds, own, payloads, provoke } from '../hostile/payloads.ts'
import { watch } from '../hostile/watching.ts'
import { launch, scratch, type Running } from './app.ts'

/** How many payloads are tried beside our own, from those that are known to run: 40, or as many as `HOSTILE_PAYLOADS` says. */
const most = Number(process.env['HOSTILE_PAYLOADS'] ?? 40)
const all = payloads({ live: most, others: 0 })
/** So many are in one article, each drawn as text; and raw in its page, as its author would have it. */
const inOne = 6
test.setTimeout(120_000 + all.length * 700)

let running: Running
test.afterEach(() => running.app.close())

/** Every view of the article that is open, its inspector, and the stored page in its window. */
async function lookAtAll(shown: Page): Promise<void> {
  for (const view of ['1', '2', '3', '4', '5']) {
    await shown.keyboard.press(view)
    await shown.waitForTimeout(60)
  }
  const isShown = await shown.evaluate(async () => {
    const ask = window.palimpsest
    const open = Number(document.querySelector('[role=option][aria-selected=true]')?.getAttribute('data-article'))
    const timemap = await ask.library.timemap({ article: open })
    if ('error' in timemap) throw new Error(timemap.error.code)
    const revision = timemap.value.revisions.at(-1)!.id
    return ask.shell.showSnapshot({ revision, what: 'page', title: '<img src=x onerror=alert(1)>' })
  })
  expect(isShown).toEqual({ value: true })
  await shown.waitForTimeout(150)
}

test(`of ${all.length} payloads in articles none runs, asks for anything, leads anywhere or opens anything`, async () => {
  running = await launch()
  const { page: shown, app } = running
  const counted = await watch(app)
  await shown.reload()
  await expect(shown.getByRole('button').first()).toBeVisible()
  const folder = join(scratch(), 'pages')
  const paths = writeArticles(folder, 'story', inGroups(all, inOne)).map((name) => join(folder, name))
  const added = await shown.evaluate((files) => window.palimpsest.library.importFiles({ paths: files }), paths)
  const articles = 'value' in added ? added.value.articles.length : 0
  expect(articles).toBe(paths.length / 2)
  await shown.keyboard.press('Control+i')
  for (let i = 0; i < articles; i++) {
    await shown.keyboard.press('j')
    await lookAtAll(shown)
    await app.evaluate(({ BrowserWindow }) => {
      for (const one of BrowserWindow.getAllWindows()) if (!one.webContents.getURL().startsWith('app://')) one.destroy()
    })
  }
  for (const payload of all.slice(0, 10)) {
    await shown.keyboard.press('Control+f')
    await shown.keyboard.insertText(payload.slice(0, 100))
    await shown.waitForTimeout(120)
    await shown.keyboard.press('Escape')
    await shown.keyboard.press('Escape')
  }
  const nothing = { scripts: 0, requests: 0, navigations: 0, windows: 0, downloads: 0, stopped: 0 }
  expect(await counted()).toEqual(nothing)
})

/** Loads each payload in a window without a defence and presses the middle of it; answers with how many ran a script. */
async function showWithoutDefence(some: readonly string[]): Promise<number> {
  return await running.app.evaluate(
    async ({ BrowserWindow, session }, { markup, setOff }) => {
      const open = session.fromPartition('control')
      open.webRequest.onBeforeRequest({ urls: ['http://*/*', 'https://*/*'] }, (_details, answer) =>
        answer({ cancel: true })
      )
      const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
      const ran = new Set<string>()
      for (const payload of markup) {
        const window = new BrowserWindow({ show: false, width: 500, height: 400, webPreferences: { session: open } })
        const { webContents: contents } = window
        // What was locked for all contents is opened again for this one; the last who listens is the one that counts.
        const counting = contents.listeners('will-navigate').at(-1) as () => void
        for (const event of ['will-navigate', 'will-frame-navigate']) contents.removeAllListeners(event)
        contents.on('will-navigate', counting)
        contents.setWindowOpenHandler(() => ({ action: 'allow' }))
        contents.on('console-message', (_event, _level, message) => {
          if (message === 'a script of a payload ran') ran.add(payload)
        })
        const loaded = window.loadURL(`data:text/html;charset=utf-8,${encodeURIComponent(`<body>${payload}`)}`)
        await Promise.race([loaded.catch(() => null), pause(2000)])
        await pause(60)
        for (const type of ['mouseMove', 'mouseDown', 'mouseUp'] as const)
          contents.sendInputEvent({ type, x: 200, y: 150, button: 'left', clickCount: 1 })
        await Promise.race([contents.executeJavaScript(setOff).catch(() => null), pause(200)])
        await pause(120)
        for (let waited = 0; waited < 700 && !ran.has(payload); waited += 50) await pause(50)
        for (const one of BrowserWindow.getAllWindows())
          if (!one.webContents.getURL().startsWith('app://')) one.destroy()
      }
      return ran.size
    },
    { markup: some, setOff: provoke }
  )
}

test('the same payloads in a page without a defence are counted, and so is each thing that they do', async () => {
  running = await launch()
  const counted = await watch(running.app)
  const ran = await showWithoutDefence(all)
  console.log(`of ${all.length} payloads without a defence ${ran} ran a script:`, await counted())
  // Of our own most do something else; where the collections are not at hand there are no others.
  const ours = kinds.flatMap((kind) => own[kind]).length
  expect(ran).toBeGreaterThanOrEqual((all.length - ours + own.scripts.length) * 0.8)
  for (const kind of kinds) {
    const before = await counted()
    await showWithoutDefence(own[kind])
    expect([kind, (await counted())[kind] - before[kind]]).not.toEqual([kind, 0])
  }
})
