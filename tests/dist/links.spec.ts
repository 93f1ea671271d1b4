import { expect, test } from '@playwright/test'
import { home } from './clean-system.ts'
import { Desk, library, program } from './desk.ts'
import { closeDialogs, closeWindow, openSample } from './installing.ts'
import type { Window } from './over-cdp.ts'
import { closeTitled, isSeen, minimise, titleInFront } from './windows.ts'

// What reaches the one window from outside it: links, the icon's actions, a second launch, the login.
let desk: Desk
let app: Window
/** As every library knows the article. */
let uid: string

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await Desk.begin()
  await desk.install()
})
test.afterAll(async () => {
  app?.child.kill()
  await desk?.end()
})

const open = (link: string) => desk.mustRun(['gio', 'open', link])

test('a link opens the article and the two versions that it names', async () => {
  app = await desk.window()
  const { page } = app
  await openSample(page)
  uid = await page.evaluate(async () => {
    const answer = await window.palimpsest.library.articleUid({ article: 2 })
    if (!('value' in answer)) throw new Error(JSON.stringify(answer))
    return answer.value
  })
  await open(`palimpsest://article/${uid}/1..2`)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('lose its Sunday ferry')
  for (const label of ['v1', 'v2']) await expect(page.getByRole('button', { name: `${label} ` }).first()).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('link.png') })
})

test('a link that means harm says so and does nothing', async () => {
  const { page } = app
  const links = [
    'palimpsest://article/2/../../../etc/passwd',
    'palimpsest://elsewhere.example/article/2',
    'palimpsest://article/2%00%1b[31m',
    'palimpsest://article/2\n--inspect=0',
    `palimpsest://article?url=${encodeURIComponent('javascript:alert(1)')}`,
    'palimpsest://article/2/1..2?do=delete',
    `palimpsest://article/${'2'.repeat(100_000)}`
  ]
  const before = await page.getByRole('heading', { level: 1 }).textContent()
  const words = page.locator('.toast')
  for (const link of links) {
    await desk.mustRun(['palimpsest', link])
    await expect(words, link.slice(0, 80)).toContainText('This link cannot be read. Nothing was opened.')
    await words.getByRole('button', { name: 'Close' }).click({ timeout: 30_000 })
    await expect(words).toHaveCount(0)
  }
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(before)
})

for (const [action, field] of [
  ['add', 'Article or site address'],
  ['search', 'Search versions']
] as const)
  test(`the icon's action “${action}” is done in the window that is there`, async () => {
    await desk.mustRun(['sh', '-c', desktopAction(action)])
    await expect(app.page.getByLabel(field)).toBeFocused()
    await closeDialogs(app.page)
  })

test('a second launch ends at once and brings the window back, from below another and minimised', async () => {
  const { page } = app
  await page.evaluate(() => window.palimpsest.shell.showGuide({}))
  await expect.poll(() => titleInFront(desk.display)).toMatch(/guide/iu)
  await desk.mustRun(['timeout', '20', 'palimpsest'])
  await expect.poll(() => titleInFront(desk.display)).toMatch(/ · Palimpsest$/u)
  await closeTitled(desk.display, 'guide')
  await minimise(desk.display, ' · Palimpsest$')
  expect(await isSeen(desk.display, ' · Palimpsest$')).toBe(false)
  await desk.mustRun(['timeout', '20', 'palimpsest'])
  await expect.poll(() => titleInFront(desk.display)).toMatch(/ · Palimpsest$/u)
})

test('it starts at login where that is wanted, and is waiting then', async () => {
  const { page } = app
  const set = (login: boolean) =>
    page.evaluate((on) => window.palimpsest.shell.setBackground({ tray: on, login: on }), login)
  await set(true)
  const entry = await desk.mustRun(['cat', `${home}/.config/autostart/palimpsest.desktop`])
  expect(entry).toContain(`\nExec=${program} --hidden\n`)
  await set(false)
  const there = await desk.run(['ls', `${home}/.config/autostart`])
  expect(there.said).toBe('')
})

test('a link starts the application where it does not run', async () => {
  await closeWindow(app)
  // It goes on running, so nothing may wait for it to let go of what it writes to.
  const letGo = 'gio open "$1" >/dev/null 2>&1 3>&- 4>&-'
  await desk.mustRun(['sh', '-c', letGo, 'sh', `palimpsest://article/${uid}/1..2`])
  await expect.poll(() => titleInFront(desk.display).catch(() => ''), { timeout: 30_000 }).toContain('winter timetable')
  await desk.mustRun(['palimpsest', 'verify', library])
})

/** What a desktop runs for an action of the icon. */
const desktopAction = (name: string): string =>
  `$(sed -n '/^\\[Desktop Action ${name}\\]/,/^Exec=/s/^Exec=//p' /usr/share/applications/palimpsest.desktop)`
