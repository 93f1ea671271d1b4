import { expect, test } from '@playwright/test'
import { globSync, readFileSync, readlinkSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { home, reader } from './clean-system.ts'
import { Desk, library } from './desk.ts'
import { closeDialogs, closeWindow, openSample, root } from './installing.ts'
import type { Window } from './over-cdp.ts'
import { saveAs } from './windows.ts'

let desk: Desk
let window: Window

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  desk = await Desk.begin()
})
test.afterAll(async () => {
  window?.child.kill()
  await desk?.end()
})

test('it installs with what it needs in a system that has nothing', async () => {
  await desk.install()
  const state = await desk.system.mustRun('root', ['dpkg-query', '-W', '-f', '${Status}', 'palimpsest'])
  expect(state).toBe('install ok installed')
  const missing = await desk.system.run('root', ['sh', '-c', 'ldd /opt/Palimpsest/palimpsest | grep "not found"'])
  expect(missing.said).toBe('')
})

test('the command line works without a display, for root as well as for others', async () => {
  const { system } = desk
  const files = [`${home}/old.txt`, `${home}/new.txt`]
  for (const file of files) {
    const word = file.includes('old') ? 'Old' : 'New'
    await system.write(reader, file, `A head\n\n${word} words here.\n`)
  }
  for (const user of [reader, 'root']) {
    const { code, said } = await system.run(user, ['palimpsest', 'diff', ...files])
    expect(said).toBe('(1 unchanged)\n\n[-Old-]{+New+} words here.\n\n1 wording change.\n')
    expect(code).toBe(0)
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  expect(await system.mustRun(reader, ['palimpsest', '--version'])).toBe(`${version}\n`)
  const gone = await system.run(reader, ['palimpsest', 'diff', '/no/file', '/no/other'])
  expect(gone).toEqual({ code: 1, said: expect.stringMatching(/^palimpsest: "\/no\/file" [^\n]*\n$/u) })
  const own = ['--library', `${home}/own.palimpsest-db`]
  expect(await system.mustRun(reader, ['palimpsest', 'import', files[0]!, ...own])).toContain('1 article')
  const verified = await system.mustRun(reader, ['palimpsest', 'verify', `${home}/own.palimpsest-db`])
  expect(verified).toContain('Everything is as it was stored: 1 article')
  const output = await system.mustRun(reader, [
    'sh',
    '-c',
    'yes \'{"old":"a b","new":"a c"}\' | head -3000 | palimpsest diff --jsonl | wc -l'
  ])
  expect(output.trim()).toBe('3000')
})

test('its manual page is found, and a shell completes its commands', async () => {
  await desk.system.apt('install', 'man-db', 'bash-completion')
  const manual = await desk.mustRun(['sh', '-c', 'man palimpsest | col -b'])
  expect(manual).toMatch(/palimpsest +- +keeps every version of an article/u)
  const complete = `. /usr/share/bash-completion/bash_completion
    _completion_loader palimpsest
    COMP_WORDS=(palimpsest ver) COMP_CWORD=1 COMP_LINE='palimpsest ver' COMP_POINT=14
    $(complete -p palimpsest | sed 's/.*-F \\([^ ]*\\).*/\\1/') palimpsest ver palimpsest
    echo "\${COMPREPLY[@]}"`
  expect(await desk.mustRun(['bash', '-c', complete])).toBe('verify\n')
})

test('the desktop knows it: a valid entry, an icon in every size, our files ours, others only offered', async () => {
  const { system } = desk
  const entry = system.written('/usr/share/applications/palimpsest.desktop')
  execFileSync('desktop-file-validate', ['--no-hints', entry])
  const about = system.written('/usr/share/metainfo/org.palimpsest.Palimpsest.metainfo.xml')
  execFileSync('appstreamcli', ['validate', '--no-net', about])
  const icons = globSync('*/apps/palimpsest.*', { cwd: system.written('/usr/share/icons/hicolor') })
  expect(icons.length).toBeGreaterThanOrEqual(8)
  const kindOf = async (name: string, bytes = 'x') => {
    await system.write(reader, `${home}/${name}`, bytes)
    const info = await system.mustRun(reader, ['gio', 'info', '-a', 'standard::content-type', `${home}/${name}`])
    return /content-type: (\S+)/u.exec(info)?.[1]
  }
  expect(await kindOf('a b.palimpsest')).toBe('application/vnd.palimpsest+zip')
  expect(await kindOf('a.warc')).toBe('application/warc')
  expect(await kindOf('a.warc.gz')).toBe('application/x-warc+gzip')
  expect(await kindOf('a.wacz')).toBe('application/wacz')
  expect(await kindOf('unnamed', 'WARC/1.1\r\n')).toBe('application/warc')
  expect(await system.mustRun(reader, ['gio', 'mime', 'application/vnd.palimpsest+zip'])).toMatch(
    /Default application for .*: palimpsest\.desktop/u
  )
  expect(await system.mustRun(reader, ['gio', 'mime', 'x-scheme-handler/palimpsest'])).toContain('palimpsest.desktop')
})

test('it does not come before the browser that is there', async () => {
  const { system } = desk
  const entry = ['[Desktop Entry]', 'Type=Application', 'Name=Web', 'Exec=true %U', 'MimeType=text/html;', '']
  const chosen = ['[Default Applications]', 'text/html=zweb.desktop', '']
  await system.write('root', '/usr/share/applications/zweb.desktop', entry.join('\n'))
  await system.write('root', '/usr/share/applications/mimeapps.list', chosen.join('\n'))
  await system.mustRun('root', ['update-desktop-database', '/usr/share/applications'])
  const asked = await system.mustRun(reader, ['gio', 'mime', 'text/html'])
  expect(asked).toMatch(/Default application for .*: zweb\.desktop/u)
  expect(asked).toContain('palimpsest.desktop')
})

test('it starts for a user without rights, with the sandbox, and opens the sample library', async () => {
  window = await desk.window()
  await openSample(window.page)
  const renderers = processes('--type=renderer')
  expect(renderers.length).toBeGreaterThan(0)
  for (const pid of renderers) {
    // seccomp.h: 2 is a filter. A namespace of its own leaves a process nobody else's files or processes.
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/mu)
    for (const name of ['user', 'pid', 'net']) expect(readlinkSync(`/proc/${pid}/ns/${name}`)).not.toBe(own(name))
  }
})

test('it compares and finds', async () => {
  const { page } = window
  await page.getByRole('option', { name: /Quay Row/u }).click()
  await expect(page.locator('ins').first()).toBeVisible()
  await expect(page.locator('del').first()).toBeVisible()
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: 'Search versions' }).fill('“forced out”')
  await expect(page.getByRole('listbox', { name: 'Found articles' }).getByRole('option')).toHaveCount(1)
  await page.screenshot({ path: test.info().outputPath('installed.png') })
})

const report = `${home}/what "changed" & when.html`
const exported = `${home}/an export.palimpsest`

test('it exports two versions and a whole article, to where the system’s dialog is told', async () => {
  const { page } = window
  const exportTo = async (path: string, said: string) => {
    await page.getByRole('dialog').getByRole('button', { name: 'Export' }).click()
    await saveAs(desk.display, path)
    await expect(page.locator('.toast')).toContainText(said)
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await page.keyboard.press('Control+e')
  await expect(page.getByRole('radio', { name: /^Report/u })).toBeChecked()
  await exportTo(report, 'Exported what "changed" & when.html.')
  const checked = execFileSync('python3', ['resources/verify-report.py', desk.system.written(report)], { cwd: root })
  expect(checked.toString()).toMatch(/^(\d+) of \1 checks fit\.$/mu)
  await page.keyboard.press('Control+e')
  await page.getByRole('radio', { name: 'The whole article' }).check()
  await expect(page.getByRole('radio', { name: /^Palimpsest package/u })).toBeChecked()
  await exportTo(exported, 'Exported an export.palimpsest.')
  expect(await desk.mustRun(['palimpsest', 'verify', exported])).toContain('as it was')
  await desk.mustRun(['cp', exported, `${home}/unnamed`])
})

const gnome = { XDG_CURRENT_DESKTOP: 'GNOME' }
/** Of no desktop that it knows, xdg-open asks `mimetype`, which Debian recommends with it. */
const none = {}

for (const { opener, env, of } of [
  { opener: ['gio', 'open'], env: none, of: 'a system without a desktop' },
  { opener: ['xdg-open'], env: gnome, of: 'GNOME' },
  { opener: ['xdg-open'], env: none, of: 'a system without a desktop' }
])
  test(`${opener.join(' ')} of ${of} hands a package to the window, also one without its ending`, async () => {
    const { page } = window
    if (env === none && opener[0] === 'xdg-open') await desk.system.apt('install', 'libfile-mimeinfo-perl')
    for (const file of [exported, `${home}/unnamed`]) {
      await desk.mustRun([...opener, file], env)
      const dialog = page.getByRole('dialog', { name: file.slice(home.length + 1) })
      await expect(dialog).toContainText('Palimpsest package: 1 article in 5 versions.', { timeout: 30_000 })
      await closeDialogs(page)
    }
  })

test('removed, it leaves what is the reader’s and nothing else', async () => {
  const { system } = desk
  await closeWindow(window)
  await desk.system.apt('purge', 'palimpsest')
  const left = system.allWritten().filter((path) => /palimpsest/iu.test(path) && !path.startsWith('/var/log'))
  expect(left.filter((path) => !path.startsWith(home))).toEqual([])
  expect(left).toContain(library)
  const known = ['/usr/share/applications/mimeinfo.cache', '/usr/share/mime/globs2'].filter((path) =>
    readFileSync(system.written(path), 'utf8').includes('palimpsest')
  )
  expect(known).toEqual([])
  const verified = execFileSync('node', ['src/cli/palimpsest.ts', 'verify', system.written(library)], {
    cwd: root,
    encoding: 'utf8'
  })
  expect(verified).toContain('Everything is as it was stored')
})

/** Processes of the installed application whose command line has this. */
function processes(word: string): number[] {
  return globSync('/proc/[0-9]*').flatMap((folder) => {
    try {
      const line = readFileSync(`${folder}/cmdline`, 'utf8')
      return line.startsWith('/opt/Palimpsest/palimpsest') && line.includes(word) ? [Number(folder.slice(6))] : []
    } catch {
      return [] // it has just ended
    }
  })
}

const own = (namespace: string): string => readlinkSync(`/proc/self/ns/${namespace}`)
