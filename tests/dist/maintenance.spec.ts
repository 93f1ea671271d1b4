import { expect, test } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { home } from './clean-system.ts'
import { Desk, library, program } from './desk.ts'
import { closeDialogs, closeWindow, deb, openSample, root } from './installing.ts'
import type { Window } from './over-cdp.ts'

// What the package's own scripts and dpkg do to an application that somebody is using.
let desk: Desk
let window: Window
const older = '/var/tmp/older.deb'

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await Desk.begin()
  const script = `dpkg-deb -R ${deb} /var/tmp/older
    sed -i 's/^Version: .*/Version: 0.0.1/' /var/tmp/older/DEBIAN/control
    dpkg-deb -Znone --build /var/tmp/older ${older}
    rm -r /var/tmp/older`
  await desk.system.mustRun('root', ['sh', '-ec', script])
  await desk.system.apt('update')
  await desk.system.apt('install', older)
})
test.afterAll(async () => {
  window?.child.kill()
  await desk?.end()
})

const asRoot = (...command: readonly string[]) => desk.system.mustRun('root', command)
const version = () => asRoot('dpkg-query', '-W', '-f', '${Version} ${Status}', 'palimpsest')

test('put over an older one that is running, it lets that go on', async () => {
  expect(await version()).toBe('0.0.1 install ok installed')
  window = await desk.window()
  const { page } = window
  await openSample(page)
  await asRoot('dpkg', '--install', deb)
  expect(await version()).toMatch(/^(?!0\.0\.1)\S+ install ok installed$/u)
  // Of what was not loaded before, too: a view, a dialog, a thread, a second process.
  await page.getByRole('option', { name: /Quay Row/u }).click()
  await page.getByRole('tab', { name: 'Blame' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Quay Row')
  await page.keyboard.press('Control+e')
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Export' })).toBeVisible()
  await closeDialogs(page)
  const exported = `${home}/two.palimpsest`
  await desk.mustRun(['palimpsest', 'export', '1', '--as', 'package', '-o', exported])
  await desk.mustRun(['gio', 'open', exported])
  await expect(page.getByRole('dialog')).toContainText('1 article in 5 versions', { timeout: 30_000 })
  await closeDialogs(page)
})

test('the next start is the new one, with the library of the older one', async () => {
  await closeWindow(window)
  window = await desk.window()
  await expect(window.page.getByRole('option', { name: /Quay Row/u })).toBeVisible({ timeout: 30_000 })
})

test('installed once more it is the same, and Chromium’s sandbox has no more rights than it needs', async () => {
  const state = async () => asRoot('sh', '-c', 'find /opt/Palimpsest -printf "%M %u %s %p\\n" | sort -k4')
  const before = await state()
  await asRoot('dpkg', '--install', deb)
  expect(await state()).toBe(before)
  // The kernel here makes namespaces for everybody: so no program is for root's rights.
  expect(before).toMatch(/^-rwxr-xr-x root \d+ \/opt\/Palimpsest\/chrome-sandbox$/mu)
  expect(await asRoot('find', '/opt/Palimpsest', '-perm', '/6022', '-not', '-type', 'l')).toBe('')
})

test('removed while it runs, it ends in its own time, and its library is whole', async () => {
  const { page } = window
  await asRoot('dpkg', '--remove', 'palimpsest')
  await page.getByRole('option', { name: /Quay Row/u }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Quay Row')
  await closeWindow(window)
  expect((await desk.run(['sh', '-c', `ls -d ${program} /usr/bin/palimpsest`])).code).not.toBe(0)
})

test('what is left after that is dpkg’s own note, until it is purged; a new installation finds the library', async () => {
  const notOurs = ['/home', '/proc', '/sys', '/media', '/var/tmp', '/var/log', '/tmp'].flatMap((path) => [
    '-path',
    path,
    '-o'
  ])
  const left = async () => {
    const found = await asRoot(
      'find',
      '/',
      '(',
      ...notOurs.slice(0, -1),
      ')',
      '-prune',
      '-o',
      '-iname',
      '*palimpsest*',
      '-print'
    )
    return found.trimEnd().split('\n').toSorted()
  }
  expect(await left()).toEqual(['list', 'postrm'].map((kind) => `/var/lib/dpkg/info/palimpsest.${kind}`))
  await asRoot('dpkg', '--purge', 'palimpsest')
  expect(await left()).toEqual([''])
  await asRoot('dpkg', '--install', deb)
  expect(await desk.mustRun(['palimpsest', 'verify', library])).toContain('Everything is as it was stored')
})

/** What Debian's own check finds that stays so, and why. */
const explained: Readonly<Record<string, string>> = {
  'bogus-mail-host': 'there is no address yet to write to',
  'dir-or-file-in-opt': 'what does not come from Debian belongs there',
  'embedded-library': 'Electron brings its own',
  'unstripped-binary-or-object': 'as Electron is published',
  'shared-library-is-executable': 'as Electron is published',
  'malformed-deb-archive': 'zstd, for packages that are only tried; Debian itself takes none',
  'no-changelog': 'fpm writes one; its stand-in does not',
  'maintainer-script-ignores-errors': 'a desktop that does not know a type of file is no reason to stop an installation'
}

test('lintian finds nothing that is not explained', () => {
  const file = join(root, 'release', globSync('*.deb', { cwd: join(root, 'release') })[0]!)
  const { stdout } = spawnSync('lintian', ['--tag-display-limit', '0', file], { encoding: 'utf8' })
  const found = [...stdout.matchAll(/^[EW]: palimpsest: (\S+) ?(.*)$/gmu)]
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter(([, tag]) => !Object.hasOwn(explained, tag!)).map(([line]) => line)).toEqual([])
})
