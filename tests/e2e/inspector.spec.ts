import { expect as anyExpect, test, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { launch, type Running } from './app.ts'
import { inBothThemes } from './axe.ts'
import { libraryWith, textOf } from './stored-page.ts'

/** A busy machine takes its time. */
test.setTimeout(180_000)
const expect = anyExpect.configure({ timeout: 20_000 })

let running: Running
test.afterEach(() => running.app.close())

const wall = 'The wall at low tide was measured in February by the council.'
const first = {
  content: textOf('Bridge to close', 'The bridge shuts for 40 days.', wall),
  page: '<h1>Bridge to close</h1>\n'
}
const second = {
  content: textOf('Bridge to close', 'The bridge shuts for 60 days.', wall),
  page: '<h1>Bridge</h1>\n<p>60'
}

async function open(data = libraryWith([first, second])): Promise<Page> {
  running = await launch([], data)
  const { page } = running
  await resize(1440)
  await page.getByRole('option').first().click()
  await expect(page.locator('ins').first()).toBeVisible()
  return page
}

const resize = (width: number) =>
  running.app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]!.setContentSize(to, 860), width)
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' })
const notes = (page: Page) => page.getByRole('textbox', { name: /Text of the note/ })

test('what is known of a version, and that it is what was stored; tabs by the keyboard; the state is remembered', async () => {
  const page = await open()
  await page.keyboard.press('Control+i')
  const pane = inspector(page)
  await expect(pane.getByRole('tab', { name: 'Version' })).toBeFocused()
  await expect(pane).toContainText('200 OK')
  await expect(pane).toContainText('“Updated Tue 3 Mar, 09:50”')
  await expect(pane).toContainText(/:58:12/)
  await expect(pane).toContainText('Changed between')
  await expect(pane.getByText('Matches the stored capture')).toBeVisible()
  await inBothThemes(page, 'inspector, version')
  await page.keyboard.press('ArrowRight')
  await expect(pane).toContainText('City desk')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowLeft')
  await expect(pane.getByRole('tab', { name: 'Notes' })).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Control+i')
  await expect(pane).toHaveCount(0)
  await page.keyboard.press('Control+i')
  const { data } = running
  await running.app.close()
  running = await launch([], data)
  await resize(1440)
  await expect(inspector(running.page).getByRole('tab', { name: 'Notes' })).toHaveAttribute('aria-selected', 'true')
})

test('notes are saved as they are typed, survive a quit in the middle of a word, and can be deleted and undone', async () => {
  let page = await open()
  await page.keyboard.press('Control+i')
  await inspector(page).getByRole('tab', { name: 'Notes' }).click()
  await page.getByRole('button', { name: 'Note on the article' }).click()
  await expect(notes(page)).toBeFocused()
  await page.keyboard.type('Ask the council')
  await expect(inspector(page)).toContainText('Saved')
  await page.getByRole('button', { name: 'Note on v2' }).click()
  await page.keyboard.type('Who measured it')
  const { data } = running
  await running.app.close()
  page = await open(data)
  await expect(notes(page)).toHaveCount(2)
  await expect(notes(page).first()).toHaveValue('Who measured it')
  await inBothThemes(page, 'inspector, notes')
  await page.getByRole('button', { name: 'Delete note' }).first().click()
  await expect(notes(page)).toHaveCount(1)
  await page.keyboard.press('Control+z')
  await expect(notes(page)).toHaveCount(2)
  await expect(notes(page).first()).toHaveValue('Who measured it')
})

test('a change is marked as reviewed by key and button, counted, undone, and noted; the source of its page is text', async () => {
  const long = `<script>document.title = 'run'</script>\n${'x'.repeat(3_000_000)}\n<p>\u202ethe end`
  const page = await open(libraryWith([first, { ...second, page: long }]))
  const button = page.getByRole('button', { name: /^Reviewed:/ })
  await page.keyboard.press('r')
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByText('1 of 1 reviewed')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(button).toHaveAttribute('aria-pressed', 'false')
  await button.click()
  await expect(button).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: 'Note on this change' }).click()
  await page.keyboard.type('40 or 60?')
  await expect(inspector(page)).toContainText('On a change in v2')
  await inspector(page).getByRole('tab', { name: 'Version' }).click()
  await page.getByRole('button', { name: 'Page source' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('3 lines, read as UTF-8')).toBeVisible()
  await expect(dialog.getByText("<script>document.title = 'run'</script>")).toBeVisible()
  await inBothThemes(page, 'page source')
  await expect(dialog.getByRole('region', { name: 'Source text' })).toBeFocused()
  await page.keyboard.press('End')
  await expect(dialog.getByText('<p>⟨U+202E⟩the end')).toBeVisible()
  expect(await page.title()).toContain('Bridge to close')
  expect(running.complaints).toEqual([])
})

test('over the reader it closes with Esc and gives the focus back; below that it takes the place of the reader; bytes that were changed are told', async () => {
  const data = libraryWith([first, second])
  const store = new Database(join(data, 'library.palimpsest-db'))
  store.exec("UPDATE body SET data = x'00'")
  store.close()
  const page = await open(data)
  for (const width of [1200, 900, 680]) {
    await resize(width)
    const button = page.getByRole('button', { name: 'Show inspector' })
    await button.focus()
    await page.keyboard.press('Enter')
    await expect(inspector(page).getByRole('tab', { selected: true })).toBeFocused()
    await expect(inspector(page).getByRole('button', { name: 'Close inspector' })).toBeVisible()
    await expect(inspector(page).getByText('The stored bytes do not match their hash.')).toBeVisible()
    if (width < 1080) await expect(page.locator('.reader')).toBeHidden()
    await page.keyboard.press('Escape')
    await expect(inspector(page)).toHaveCount(0)
    await expect(button).toBeFocused()
  }
})

let server: Server
test.describe('a stored page that wants out', () => {
  const asked: string[] = []
  let connections = 0
  test.beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url!)
      response.end('x')
    }).listen(0, '127.0.0.1')
    server.on('connection', () => connections++)
    await new Promise((done) => server.once('listening', done))
  })
  test.afterAll(() => void server.close())

  test('is shown without a script, a request or a connection of its own', async () => {
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const page = await open(libraryWith([first, { ...second, page: hostile(at) }]))
    await page.keyboard.press('Control+i')
    const opened = running.app.waitForEvent('window')
    await page.getByRole('button', { name: 'Rendered snapshot' }).click()
    const shown = await opened
    await expect(shown.locator('#story')).toHaveText('The story as it stood.')
    await expect(shown.locator('#story')).toHaveCSS('color', 'rgb(1, 2, 3)')
    const title = () =>
      running.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()
          .map((window) => window.getTitle())
          .join('\n')
      )
    expect(await title()).toMatch(/^v2 as stored on .+:58:12.+: Bridge to close/mu)
    await shown.locator('#go').click({ noWaitAfter: true })
    await shown.locator('#send').click({ noWaitAfter: true })
    await shown.waitForTimeout(2500)
    expect(await title()).not.toContain('changed by the page')
    expect([asked, connections]).toEqual([[], 0])
    expect(shown.url()).toMatch(/^snapshot:/u)
    expect(running.app.windows()).toHaveLength(2)
    const closed = shown.waitForEvent('close')
    await running.app.evaluate(({ BrowserWindow }) => {
      const window = BrowserWindow.getAllWindows().find((one) => one.getTitle().startsWith('v2'))
      window!.webContents.sendInputEvent({ type: 'keyDown', keyCode: 'Escape' })
    })
    await closed
  })
})

/** A page that tries to run, to ask, to send and to leave, in every way that needs no more than to be drawn. */
const hostile = (at: string): string => `<!doctype html>
<html manifest="${at}/manifest" onload="fetch('${at}/onload')"><head><base href="${at}/">
<title>changed by the page</title>
<meta http-equiv="refresh" content="1; url=${at}/refresh">
<script>fetch('${at}/script'); document.title = 'changed by the page'; location = '${at}/location'; open('${at}/open')</script>
<script src="${at}/script.js"></script><script type="module" src="${at}/module.js"></script>
<script type="speculationrules">{"prefetch":[{"source":"list","urls":["${at}/speculation"]}]}</script>
${[
  'stylesheet',
  'icon',
  'preload',
  'prefetch',
  'prerender',
  'modulepreload',
  'preconnect',
  'dns-prefetch',
  'manifest',
  'pingback'
]
  .map((rel) => `<link rel="${rel}" as="image" href="${at}/link-${rel}">`)
  .join('\n')}
<style>@import url("${at}/import.css"); @font-face { font-family: x; src: url("${at}/font") }
  #story { color: rgb(1, 2, 3); font-family: x; background: url("${at}/css-image"); cursor: url("${at}/cursor"), auto }</style>
</head><body background="${at}/background" onclick="fetch('${at}/click')">
<p id="story">The story as it stood.</p>
<a id="go" href="${at}/link" ping="${at}/ping" target="_blank">go</a>
<form action="${at}/form" method="post"><button id="send">send</button><input type="image" src="${at}/input"></form>
<img src="${at}/img" srcset="${at}/srcset 2x" onerror="fetch('${at}/onerror')"><picture><source srcset="${at}/source"></picture>
<iframe src="${at}/iframe"></iframe><iframe srcdoc="<img src='${at}/srcdoc'>"></iframe><frame src="${at}/frame">
<object data="${at}/object"></object><embed src="${at}/embed"><video src="${at}/video" poster="${at}/poster" autoplay></video>
<audio src="${at}/audio" autoplay></audio><portal src="${at}/portal"></portal>
<svg><image href="${at}/svg"/><use href="${at}/use#x"/><script>fetch('${at}/svg-script')</script></svg>
<svg><style>@import url("${at}/svg-import")</style><animate onbegin="fetch('${at}/onbegin')" dur="1s"/></svg>
<math><mtext href="${at}/math">x</mtext></math><table background="${at}/table"><tr><td>t</table>
<div style="background: image-set(url('${at}/image-set') 1x); list-style: url('${at}/list')">x</div>
<details open ontoggle="fetch('${at}/toggle')"><summary>s</summary></details><input autofocus onfocus="fetch('${at}/focus')">
</body></html>`
