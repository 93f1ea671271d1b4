import { expect, test, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { chownSync, copyFileSync, mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { home, reader } from './clean-system.ts'
import { closeWindow, deb, Installed, readersData, usual } from './installing.ts'

// An upgrade, of libraries and of the package itself, and what happens on the way back.

let installed: Installed
test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  installed = await Installed.start()
})
test.afterAll(() => installed?.end())

const library = `${readersData}/library.palimpsest-db`
const rows = (page: Page) => page.getByRole('option')

/** A user with a library of an earlier version, as the program of that time left it. */
async function userOf(version: number): Promise<string> {
  const user = `of${version}`
  await installed.system.mustRun('root', ['useradd', '--create-home', user])
  await installed.putLibrary(user, version, usual(`/home/${user}`))
  return user
}

for (const version of [1, 5])
  test(`a library of version ${version} opens in what is installed, with all that is in it`, async () => {
    const user = await userOf(version)
    const opened = await installed.open(user)
    const { page } = opened
    await expect(rows(page)).toHaveCount(5, { timeout: 60_000 })
    await page.getByRole('option', { name: /Quay Row/u }).click()
    await expect(page.locator('ins').first()).toBeVisible()
    await expect(page.locator('del').first()).toBeVisible()
    await installed.look(page, `upgraded-${version}`)
    await closeWindow(opened)
    const { said } = await installed.palimpsest(user, ['verify'])
    expect(said).toContain(`Everything is as it was stored: ${version === 1 ? 5 : 6} articles`)
    const copies = await installed.shell(user, 'ls -l ~/.config/Palimpsest/backups')
    expect(copies).toMatch(/^-rw------- .* library\.palimpsest-db\.before-6$/mu)
    if (version === 5) expect((await installed.palimpsest(user, ['list', 'starred'])).said).toContain('النحاسين')
  })

/** Makes a package of the same program that is said to be of another version. */
const repack = (version: string) =>
  installed.shell(
    'root',
    'rm -rf /var/tmp/new; dpkg-deb -R "$1" /var/tmp/new; sed -i "s/^Version: .*/Version: $2/" /var/tmp/new/DEBIAN/control; dpkg-deb -Znone -b /var/tmp/new "/var/tmp/$2.deb"',
    deb,
    version
  )

const installedVersion = () => installed.system.mustRun('root', ['dpkg-query', '-W', '-f', '${Version}', 'palimpsest'])

test('the package is upgraded while somebody reads: nothing of hers is lost, and her choices hold', async () => {
  const opened = await installed.open(reader)
  const { page } = opened
  await page.getByRole('button', { name: 'Open the sample library' }).click()
  await expect(rows(page).first()).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Not now' }).click()
  await page.evaluate(() => window.palimpsest.shell.setTheme({ source: 'dark' }))
  const count = await page.getByRole('listbox').first().getAttribute('aria-rowcount')
  await repack('0.2.0')
  await installed.system.mustRun('root', ['dpkg', '-i', '/var/tmp/0.2.0.deb'])
  expect(await installedVersion()).toBe('0.2.0')
  // What is running goes on with the files it has open.
  await page.getByRole('option', { name: /Quay Row/u }).click()
  await expect(page.locator('ins').first()).toBeVisible()
  await installed.look(page, 'upgraded-while-open')
  await closeWindow(opened)
  const again = await installed.open(reader)
  await expect(again.page.getByRole('option', { name: /Quay Row/u })).toBeVisible({ timeout: 60_000 })
  expect(await again.page.getByRole('listbox').first().getAttribute('aria-rowcount')).toBe(count)
  await expect(again.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await closeWindow(again)
  expect((await installed.palimpsest(reader, ['verify'])).said).toContain('Everything is as it was stored')
})

/** Every file of the library and beside it, by what is in it. */
const sums = () =>
  installed.shell(
    reader,
    'cd "$1"; find . -name "*palimpsest-db*" -exec sha256sum {} + -exec stat -c "%n %a %Y" {} + | sort',
    readersData
  )

/** As a later Palimpsest leaves its library that was killed: its version stands only in the log beside it. */
function leaveNewer(): void {
  const path = installed.system.seen(library)
  const work = join(mkdtempSync(join(tmpdir(), 'palimpsest-newer-')), 'library.palimpsest-db')
  copyFileSync(path, work)
  const store = new Database(work)
  store.pragma(`user_version = ${Number(store.pragma('user_version', { simple: true })) + 1}`)
  const { uid, gid } = statSync(path)
  for (const side of ['', '-wal']) copyFileSync(work + side, path + side)
  store.close()
  chownSync(`${path}-wal`, uid, gid)
}

test('the package is downgraded under a newer library: that is refused in words, and left byte for byte', async () => {
  await installed.palimpsest(reader, ['list'])
  leaveNewer()
  const before = await sums()
  expect(before).toContain('library.palimpsest-db-wal')
  await installed.system.mustRun('root', ['dpkg', '-i', deb])
  expect(await installedVersion()).not.toBe('0.2.0')
  const opened = await installed.open(reader)
  const { page } = opened
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This library was made by a newer Palimpsest', {
    timeout: 60_000
  })
  await expect(page.locator('body')).toContainText('The file has format 7')
  await expect(page.locator('body')).toContainText(library)
  await installed.look(page, 'newer-library')
  await closeWindow(opened)
  expect(await sums()).toBe(before)
})

for (const [name, args] of [
  ['list', ['list']],
  ['import', ['import', `${home}/a text.txt`]],
  ['verify', ['verify']]
] as const)
  test(`so does the command line, asked to ${name}`, async () => {
    await installed.shell(reader, 'printf "A head\\n\\nWords for a text.\\n" >"$HOME/a text.txt"')
    const before = await sums()
    const { code, said } = await installed.palimpsest(reader, args)
    expect(said).toMatch(/newer Palimpsest/u)
    expect(code).toBeGreaterThan(0)
    expect(await sums()).toBe(before)
  })
