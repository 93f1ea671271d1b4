import { expect, test, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { home, reader } from './clean-system.ts'
import { closeDialogs, closeWindow, Installed, readersData, usual } from './installing.ts'
import type { Window } from './over-cdp.ts'

// Where people and systems keep things: homes of any name, several accounts, disks that cannot be written or are full.

let installed: Installed
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  installed = await Installed.start()
})
test.afterAll(() => installed?.end())

const article = 'A head\n\nOld words here, for whoever reads them.\n'
const write = (user: string, path: string) => installed.shell(user, 'printf %s "$1" >"$2"', article, path)
const rows = (page: Page) => page.getByRole('option')

/** Uses what is installed in one home: the command line adds, both show it, a package is opened by its association. */
async function useBoth(user: string, env: { readonly HOME: string; readonly [name: string]: string }): Promise<string> {
  const [text, exported] = [`${env.HOME}/a text.txt`, `${env.HOME}/an export.palimpsest`]
  await write(user, text)
  expect((await installed.palimpsest(user, ['import', text], env)).said).toContain('1 article')
  const opened = await installed.open(user, env)
  const { page } = opened
  await expect(rows(page)).toHaveCount(1, { timeout: 60_000 })
  await expect(rows(page)).toContainText('A head')
  const exporting = ['export', '1', '--as', 'package', '-o', exported]
  expect((await installed.palimpsest(user, exporting, env)).code).toBe(0)
  await installed.hand(user, exported, env)
  await expect(page.getByRole('dialog')).toContainText('an export.palimpsest', { timeout: 30_000 })
  await installed.look(page, `home-${user}`)
  await closeDialogs(page)
  const about = await page.evaluate(() => window.palimpsest.shell.about({}))
  await closeWindow(opened)
  expect((await installed.palimpsest(user, ['list'], env)).said).toContain('A head')
  expect((await installed.palimpsest(user, ['verify'], env)).said).toContain('Everything is as it was stored')
  return 'value' in about ? about.value.library : ''
}

for (const [user, name] of [
  ['uni', 'Ünïcode 日本 dir'],
  ['odd', `it's "50%41" $HOME \`x\` & #1;*`],
  ['dash', '-- \\n ─ عربي']
] as const)
  test(`a home called ${name}`, async () => {
    const folder = `/home/${name}`
    await installed.system.mustRun('root', ['useradd', '--create-home', '--home-dir', folder, user])
    expect(await useBoth(user, { HOME: folder })).toBe(`${usual(folder)}/library.palimpsest-db`)
  })

test('a home that is a link to another disk', async () => {
  await installed.shell(
    'root',
    'useradd --create-home linked; mkdir /srv/disk; mv /home/linked /srv/disk; ln -s /srv/disk/linked /home'
  )
  expect(await useBoth('linked', { HOME: '/home/linked' })).toContain('/home/linked/.config')
})

test('another folder, by XDG_CONFIG_HOME, by PALIMPSEST_DATA, and as it was chosen in the window', async () => {
  const [xdg, named] = [`${home}/my config`, `${home}/named`]
  expect(await useBoth(reader, { HOME: home, XDG_CONFIG_HOME: xdg })).toBe(`${xdg}/Palimpsest/library.palimpsest-db`)
  expect(await useBoth(reader, { HOME: home, PALIMPSEST_DATA: named })).toBe(`${named}/library.palimpsest-db`)
  await installed.shell(
    reader,
    'mkdir -p "$1"; printf %s "$2" >"$1/settings.json"',
    readersData,
    `{"library":"${named}/library.palimpsest-db"}`
  )
  const window = await installed.open(reader)
  await expect(rows(window.page)).toContainText('A head', { timeout: 60_000 })
  await closeWindow(window)
  expect((await installed.palimpsest(reader, ['list'])).said).toContain('A head')
  expect(await installed.shell(reader, 'rm "$1/settings.json"; ls "$1"', readersData)).not.toContain('palimpsest-db')
})

/** What of a folder, or under /tmp, another account may look into; sockets and folders too. */
const readable = (by: string, of: string) =>
  installed.shell(by, 'find /home/"$1" /tmp -user "$1" ! -type l ! -type d -readable 2>/dev/null | sort || true', of)

test('two people at the same time: each has an application of their own, and neither sees anything of the other', async () => {
  const people = ['ana', 'bo'] as const
  for (const name of people) {
    await installed.system.mustRun('root', ['useradd', '--create-home', name])
    // Somebody who lets a group write her files.
    const umask = `umask ${name === 'ana' ? '002' : '022'}; exec "$@"`
    await write(name, `/home/${name}/a.txt`)
    await installed.system.mustRun(name, ['sh', '-ec', umask, 'sh', 'palimpsest', 'import', `/home/${name}/a.txt`])
    const elsewhere = ['--library', `/home/${name}/mine/own.palimpsest-db`]
    await installed.system.mustRun(name, [
      'sh',
      '-ec',
      umask,
      'sh',
      'palimpsest',
      'import',
      `/home/${name}/a.txt`,
      ...elsewhere
    ])
    await installed.putLibrary(name, 5, `/home/${name}/old`)
    const old = `/home/${name}/old/library.palimpsest-db`
    await installed.system.mustRun(name, ['sh', '-ec', umask, 'sh', 'palimpsest', 'list', '--library', old])
  }
  const windows: Window[] = []
  for (const name of people)
    windows.push(
      await installed.open(name, {}, ['sh', '-ec', `umask ${name === 'ana' ? '002' : '022'}; exec "$@"`, 'sh'])
    )
  for (const { page } of windows) await expect(rows(page)).toHaveCount(1, { timeout: 60_000 })
  await installed.shell('ana', 'palimpsest export 1 --as package -o /tmp/shared.palimpsest')
  for (const [i, name] of people.entries()) {
    await installed.hand(name, '/tmp/shared.palimpsest')
    await expect(windows[i]!.page.getByRole('dialog')).toContainText('shared.palimpsest', { timeout: 30_000 })
    await closeDialogs(windows[i]!.page)
  }
  await expect(async () => {
    const made = await installed.shell(
      'root',
      'ls /home/ana/.config/Palimpsest/backups /home/bo/.config/Palimpsest/backups'
    )
    expect(made.match(/backup-/gu)).toHaveLength(2)
  }).toPass({ timeout: 60_000 })
  const others = ['/.bash_logout', '/.bashrc', '/.profile', '/a.txt']
  for (const [by, of] of [
    ['ana', 'bo'],
    ['bo', 'ana']
  ] as const) {
    const seen = (await readable(by, of))
      .trim()
      .split('\n')
      .filter((path) => !path.includes('/.cache/fontconfig/'))
    expect(seen).toEqual([
      ...others.map((name) => `/home/${of}${name}`),
      ...(of === 'ana' ? ['/tmp/shared.palimpsest'] : [])
    ])
  }
  const open = await installed.shell(
    'root',
    'find /home/ana/.config /home/ana/mine /home/ana/old -name "*palimpsest-db*" -perm /077'
  )
  expect(open).toBe('')
  for (const window of windows) await closeWindow(window)
})

/** Starts it where all but homes and temporary files is read-only, the folder it is installed in too. */
const sealed = [
  'unshare',
  '--mount',
  'sh',
  '-ec',
  'mount --bind /home /home; mount -o remount,bind,ro /; if touch /opt/Palimpsest/x 2>/dev/null; then exit 9; fi; exec runuser -u reader -- "$@"',
  'sh'
]

test('a system that is read-only but for homes: it works, and writes nothing beside itself', async () => {
  const outside = () => installed.system.allWritten().filter((path) => !path.startsWith('/home/'))
  const before = outside()
  const window = await installed.open('root', { HOME: home }, sealed)
  await window.page.getByRole('button', { name: 'Open the sample library' }).click()
  await expect(rows(window.page).first()).toBeVisible({ timeout: 60_000 })
  await window.page.getByRole('button', { name: 'Not now' }).click()
  await window.page.getByRole('option', { name: /Quay Row/u }).click()
  await expect(window.page.locator('ins').first()).toBeVisible()
  await closeWindow(window)
  expect(outside()).toEqual(before)
})

/** A start that must say what is wrong. */
async function refused(name: string, env: { readonly HOME: string }, words: readonly string[]): Promise<Window> {
  const window = await installed.open(reader, env)
  await expect(window.page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 60_000 })
  await installed.look(window.page, name)
  for (const text of words) await expect(window.page.locator('body')).toContainText(text)
  return window
}

test('a home that cannot be written: the window says so, and what is there can be read from a copy', async () => {
  await installed.shell(
    'root',
    'mkdir /home/sealed; mount --bind /home/reader /home/sealed; mount -o remount,bind,ro /home/sealed'
  )
  const env = { HOME: '/home/sealed' }
  const cannot = ['The library cannot be written', `${usual(env.HOME)}/library.palimpsest-db`]
  const window = await refused('read-only-home', env, cannot)
  await window.page.getByRole('button', { name: 'Open for reading' }).click()
  await expect(rows(window.page).first()).toBeVisible({ timeout: 60_000 })
  await installed.look(window.page, 'read-only-home-read')
  await closeWindow(window)
  const { code, said } = await installed.palimpsest(reader, ['list'], env)
  expect([code, said]).toEqual([1, expect.stringContaining('The library cannot be written')])
})

for (const folder of ['/home/nobody', '/dev/null'])
  test(`a home that is not there (${folder}): the window says so, and so does the command line`, async () => {
    const env = { HOME: folder }
    const words = ['The library cannot be written', `${usual(folder)}/library.palimpsest-db`]
    await closeWindow(await refused(`no-home-${folder.slice(5).replace('/', '-')}`, env, words))
    const { code, said } = await installed.palimpsest(reader, ['import', `${home}/a text.txt`], env)
    expect([code, said]).toEqual([1, expect.stringContaining('The library cannot be written')])
  })

test('a full disk: the window says so, and goes on once there is room', async () => {
  await installed.shell(
    'root',
    'mkdir /home/small; mount -t tmpfs -o size=4m,mode=755 small /home/small; chown reader /home/small'
  )
  const env = { HOME: '/home/small' }
  await installed.shell(reader, 'dd if=/dev/zero of=/home/small/rest bs=4k 2>/dev/null || true')
  const window = await refused('full-disk', env, ['There is too little room on the disk'])
  const { code, said } = await installed.palimpsest(reader, ['import', `${home}/a text.txt`], env)
  expect([code, said]).toEqual([1, expect.stringContaining('The disk is too full to write')])
  await installed.shell('root', 'rm /home/small/rest; mount -o remount,size=1g /home/small')
  await window.page.getByRole('button', { name: 'Try again' }).click()
  await expect(window.page.getByRole('button', { name: 'Open the sample library' })).toBeVisible({ timeout: 30_000 })
  await closeWindow(window)
})

test('removed while two people use it: only their libraries stay, whole', async () => {
  const windows: Window[] = []
  for (const name of ['ana', 'bo']) windows.push(await installed.open(name))
  for (const { page } of windows) await expect(rows(page)).toHaveCount(1, { timeout: 60_000 })
  await installed.system.apt('purge', 'palimpsest')
  await windows[0]!.page.getByRole('option').click()
  await expect(windows[0]!.page.getByText('Old words here')).toBeVisible()
  for (const window of windows) await closeWindow(window)
  const left = installed.system.allWritten().filter((path) => /palimpsest/iu.test(path))
  expect(left.filter((path) => !/^\/(?:home|srv\/disk|var\/log)\//u.test(path))).toEqual([])
  for (const name of ['ana', 'bo']) {
    const library = installed.system.written(`${usual(`/home/${name}`)}/library.palimpsest-db`)
    expect(readFileSync(library).toString('latin1', 0, 15)).toBe('SQLite format 3')
    expect(installed.verifyHere(library)).toContain('Everything is as it was stored: 1 article')
  }
})
