import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { spawn, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { launch, launchSample, root, scratch, type Running } from './app.ts'

let running: Running
const cleanUps: (() => void)[] = []
test.afterEach(async () => {
  await running.app.close()
  for (const cleanUp of cleanUps.splice(0).reverse()) cleanUp()
})

const name = 'library.palimpsest-db'

/** The sample library, opened and closed once as a person does. */
let sample: Promise<string> | undefined
async function openSample(): Promise<string> {
  const { app, data } = await launchSample()
  await app.close()
  return join(data, name)
}

/** A data folder with the sample library in it. */
async function sampleData(): Promise<string> {
  sample ??= openSample()
  const data = scratch()
  copyFileSync(await sample, join(data, name))
  return data
}

/** Puts zeros where a page of the library was. */
function zero(data: string, page: number): Buffer {
  const path = join(data, name)
  const bytes = readFileSync(path).fill(0, (page - 1) * 4096, page * 4096)
  writeFileSync(path, bytes)
  return bytes
}

/** What a screen, or a part of it, looks like in both themes, without anything axe would find. */
async function look(page: Page, screen: string, part = 'body'): Promise<void> {
  for (const source of ['light', 'dark'] as const) {
    await page.evaluate((theme) => window.palimpsest.shell.setTheme({ source: theme }), source)
    await expect(page.locator('html')).toHaveAttribute('data-theme', source)
    const { violations } = await new AxeBuilder({ page }).include(part).setLegacyMode(true).analyze()
    expect([screen, source, violations.map(({ id, nodes }) => [id, String(nodes[0]?.target)])]).toEqual([
      screen,
      source,
      []
    ])
    await page.screenshot({ path: join(root, `out/states/${screen}-${source}.png`) })
  }
}

const versionsStored = (data: string): number => {
  const store = new Database(join(data, name), { readonly: true })
  try {
    return store.prepare('SELECT count(*) FROM revision').pluck().get() as number
  } finally {
    store.close()
  }
}

test('a damaged library: the screen says what is safe, Repair copy opens what can be read and tells how much', async () => {
  const data = await sampleData()
  const all = versionsStored(data)
  const damaged = zero(data, 1)
  running = await launch([], data)
  const { page } = running
  await expect(page.getByRole('heading', { name: 'The library file is damaged' })).toBeVisible()
  await look(page, 'damaged')
  await page.getByRole('button', { name: 'Repair copy' }).click()
  await expect(page.getByText(`All ${all} versions were saved.`)).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('option').first()).toBeVisible()
  await look(page, 'repaired', '.news')
  const kept = readdirSync(data).find((file) => file.startsWith(`${name}.damaged-`))
  await expect(page.getByText(`“${String(kept)}”`)).toBeVisible()
  expect(readFileSync(join(data, kept!)).equals(damaged)).toBe(true)
})

test('damage deep in the file: what can be read is shown, nothing is written, and repairing counts what is lost', async () => {
  const data = await sampleData()
  const all = versionsStored(data)
  const store = new Database(join(data, name))
  store.exec("UPDATE pack SET data = x'00' WHERE id / 1048576 = 1")
  store.close()
  running = await launch([], data)
  const { page } = running
  await page.getByRole('option').last().click()
  const broken = await page.evaluate(() => window.palimpsest.library.content({ revision: 1 }))
  expect(broken).toMatchObject({ error: { code: 'corrupt' } })
  await expect(page.getByText('The library file is damaged.')).toBeVisible()
  await look(page, 'damaged-inside', '.news')
  await page.getByRole('button', { name: 'Restore or repair' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Repair copy' }).click()
  await expect(
    page.getByText(new RegExp(`\\d+ of ${all} versions were saved\\. \\d+ could not be read\\.`))
  ).toBeVisible()
})

test('a backup is restored from the screen for a damaged library, and the restoring undone', async () => {
  const data = await sampleData()
  const all = versionsStored(data)
  mkdirSync(join(data, 'backups'))
  const copy = new Database(join(data, name))
  copy.prepare('VACUUM INTO ?').run(join(data, 'backups', `${name}.backup-20260301T080000Z`))
  copy.close()
  zero(data, 1)
  running = await launch([], data)
  const { page } = running
  await page.getByRole('button', { name: 'Restore a backup' }).click()
  const dialog = page.getByRole('dialog', { name: 'Backups' })
  await expect(dialog).toContainText(`Daily backup, ${all} versions`)
  await look(page, 'backups')
  await dialog.getByRole('button', { name: /^Restore / }).click()
  await expect(page.getByRole('option').first()).toBeVisible()
  await expect(page.getByText(/^The library of .* is open\.$/)).toBeVisible()
  await look(page, 'restored', '.news')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { name: 'The library file is damaged' })).toBeVisible()
})

test('a backup is made by itself a moment after the start, and listed under File, Backups', async () => {
  const data = await sampleData()
  running = await launch([], data)
  const { app, page } = running
  const backups = () => (existsSync(join(data, 'backups')) ? readdirSync(join(data, 'backups')) : [])
  await expect.poll(backups, { timeout: 60_000 }).toEqual([expect.stringMatching(/\.backup-\d{8}T\d{6}Z$/)])
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.send('shell-event', 'menu', { command: 'backups' })
  )
  await expect(page.getByRole('dialog', { name: 'Backups' })).toContainText(`${versionsStored(data)} versions`)
  await look(page, 'backups-menu', '[role=dialog]')
})

test('a library of a newer Palimpsest stays byte for byte the same; another one is opened, also at the next start', async () => {
  const [data, other] = [scratch(), await sampleData()]
  const newer = new Database(join(data, name))
  newer.pragma('application_id = 0x50414c49')
  newer.pragma('user_version = 42')
  newer.close()
  const before = readFileSync(join(data, name))
  running = await launch([], data)
  await expect(running.page.getByText('format 42')).toBeVisible()
  await look(running.page, 'newer')
  await running.app.evaluate(
    ({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
    },
    join(other, name)
  )
  await running.page.getByRole('button', { name: 'Choose another library' }).click()
  await expect(running.page.getByRole('option').first()).toBeVisible()
  await running.app.close()
  running = await launch([], data)
  await expect(running.page.getByRole('option').first()).toBeVisible()
  expect(readFileSync(join(data, name)).equals(before)).toBe(true)
})

test('a library that another program holds: said within seconds, and opened once it is free', async () => {
  const data = await sampleData()
  const script = `const Database = require(${JSON.stringify(join(root, 'node_modules/better-sqlite3'))})
                  const store = new Database(${JSON.stringify(join(data, name))})
                  store.pragma('locking_mode = EXCLUSIVE'); store.exec('BEGIN EXCLUSIVE'); console.log('held')
                  setInterval(() => undefined, 1000)`
  const other = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  cleanUps.push(() => other.kill('SIGKILL'))
  await new Promise((held) => other.stdout.once('data', held))
  running = await launch([], data)
  const { page } = running
  await expect(page.getByRole('heading', { name: 'Another program is using the library' })).toBeVisible({
    timeout: 20_000
  })
  await look(page, 'locked')
  other.kill('SIGKILL')
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('option').first()).toBeVisible({ timeout: 20_000 })
})

test('a library on a read-only disk is opened for reading, and says so for as long as it is', async () => {
  test.skip(process.getuid?.() !== 0, 'needs the right to mount a folder read-only')
  const [disk, view, data] = [await sampleData(), scratch(), scratch()]
  const mount = (...args: readonly string[]) => spawnSync('mount', args).status === 0
  test.skip(!mount('--bind', disk, view) || !mount('-o', 'remount,ro,bind', view), 'needs the right to mount')
  cleanUps.push(() => void spawnSync('umount', ['-l', view]))
  writeFileSync(join(data, 'settings.json'), JSON.stringify({ theme: 'system', library: join(view, name) }))
  running = await launch([], data)
  const { page } = running
  await expect(page.getByRole('heading', { name: 'The library cannot be written' })).toBeVisible()
  await look(page, 'readonly')
  await page.getByRole('button', { name: 'Open for reading' }).click()
  await expect(page.getByText('Read only.')).toBeVisible()
  await page.getByRole('option').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await look(page, 'reading', '.news')
})

test('a disk with too little room: all is there to read, adding is refused in words, nothing is lost', async () => {
  test.skip(process.getuid?.() !== 0, 'needs the right to mount a small disk')
  const [disk, data, filled] = [scratch(), scratch(), await sampleData()]
  test.skip(
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=100m', 'tmpfs', disk]).status !== 0,
    'needs the right to mount'
  )
  cleanUps.push(() => void spawnSync('umount', ['-l', disk]))
  copyFileSync(join(filled, name), join(disk, name))
  writeFileSync(join(data, 'settings.json'), JSON.stringify({ theme: 'system', library: join(disk, name) }))
  const text = join(data, 'new.txt')
  writeFileSync(
    text,
    'Ward 9 counts its houses\n\nThe council says that 9 houses stand behind the wall.\n\nWork begins in spring.'
  )
  running = await launch([text], data)
  const { page } = running
  await expect(page.getByText('There is too little room on the disk.').first()).toBeVisible()
  await expect(page.locator('.toast')).toContainText('Everything stored so far is safe')
  await page.getByRole('option').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await look(page, 'full', '.news')
  await running.app.close()
  expect(versionsStored(disk)).toBe(versionsStored(filled))
})

test('a chosen library whose disk is gone is missed, never made anew; the usual one is a press away', async () => {
  const data = await sampleData()
  writeFileSync(
    join(data, 'settings.json'),
    JSON.stringify({ theme: 'system', library: join(scratch(), 'gone', name) })
  )
  running = await launch([], data)
  const { page } = running
  await expect(page.getByRole('heading', { name: 'The library is not where it was' })).toBeVisible()
  await look(page, 'missing')
  await page.getByRole('button', { name: 'Open the usual library' }).click()
  await expect(page.getByRole('option').first()).toBeVisible()
})
