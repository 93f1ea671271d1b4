import { expect, test, type Page } from '@playwright/test'
import { globSync, readFileSync, readlinkSync } from 'node:fs'
import { execFileSync, type ChildProcess } from 'node:child_process'
import { join, resolve } from 'node:path'
import { CleanSystem, home, reader } from './clean-system.ts'
import { install, release, uninstall } from './install.ts'
import { windowOf, type Window } from './over-cdp.ts'
import { virtualDisplay, type Display } from './virtual-display.ts'

const root = resolve(import.meta.dirname, '../..')
const data = `${home}/.config/Palimpsest`
const library = `${data}/library.palimpsest-db`

let system: CleanSystem
let display: Display
let window: Window

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  display = await virtualDisplay()
  system = await CleanSystem.start(process.env['PALIMPSEST_CLEAN_BASE']!, release)
})
test.afterAll(async () => {
  window?.child.kill()
  await system?.end()
  display?.end()
})

const onDisplay = () => ({ DISPLAY: display.name })

/** A program of the installed application, run by a user without rights; for the window, with what finds it. */
const start = (args: readonly string[] = []): ChildProcess =>
  system.spawn(reader, ['/usr/bin/palimpsest', '--remote-debugging-port=0', ...args], onDisplay())

test('it installs with what it needs in a system that has nothing', async () => {
  await install(system)
  const state = await system.mustRun('root', ['dpkg-query', '-W', '-f', '${Status}', 'palimpsest'])
  expect(state).toBe('install ok installed')
  const missing = await system.run('root', ['sh', '-c', 'ldd /opt/Palimpsest/palimpsest | grep "not found"'])
  expect(missing.said).toBe('')
})

test('the command line works without a display, for root as well as for others', async () => {
  await system.mustRun(reader, ['sh', '-c', 'printf "A head\\n\\nOld words here.\\n" >~/old.txt'])
  await system.mustRun(reader, ['sh', '-c', 'printf "A head\\n\\nNew words here.\\n" >~/new.txt'])
  for (const user of [reader, 'root']) {
    const files = [`${home}/old.txt`, `${home}/new.txt`]
    const { code, said } = await system.run(user, ['palimpsest', 'diff', ...files])
    expect(said).toBe('(1 unchanged)\n\n[-Old-]{+New+} words here.\n\n1 wording change.\n')
    expect(code).toBe(0)
  }
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  expect(await system.mustRun(reader, ['palimpsest', '--version'])).toBe(`${version}\n`)
  const gone = await system.run(reader, ['palimpsest', 'diff', '/no/file', '/no/other'])
  expect(gone).toEqual({ code: 1, said: expect.stringMatching(/^palimpsest: "\/no\/file" [^\n]*\n$/u) })
  const own = ['--library', `${home}/own.palimpsest-db`]
  expect(await system.mustRun(reader, ['palimpsest', 'import', `${home}/old.txt`, ...own])).toContain('1 article')
  const verified = await system.mustRun(reader, ['palimpsest', 'verify', `${home}/own.palimpsest-db`])
  expect(verified).toContain('Everything is as it was stored: 1 article')
  const output = await system.mustRun(reader, [
    'sh',
    '-c',
    'yes \'{"old":"a b","new":"a c"}\' | head -3000 | palimpsest diff --jsonl | wc -l'
  ])
  expect(output.trim()).toBe('3000')
})

test('the desktop knows it: a valid entry, an icon in every size, our files ours, others only offered', async () => {
  const entry = system.written('/usr/share/applications/palimpsest.desktop')
  execFileSync('desktop-file-validate', ['--no-hints', entry])
  execFileSync('appstreamcli', [
    'validate',
    '--no-net',
    system.written('/usr/share/metainfo/org.palimpsest.Palimpsest.metainfo.xml')
  ])
  const icons = globSync('*/apps/palimpsest.*', { cwd: system.written('/usr/share/icons/hicolor') })
  expect(icons.length).toBeGreaterThanOrEqual(8)
  const kindOf = async (name: string, bytes = 'x') => {
    await system.mustRun(reader, ['sh', '-c', `printf "${bytes}" >"$HOME/${name}"`])
    const info = await system.mustRun(reader, ['gio', 'info', '-a', 'standard::content-type', `${home}/${name}`])
    return /content-type: (\S+)/u.exec(info)?.[1]
  }
  expect(await kindOf('a b.palimpsest')).toBe('application/vnd.palimpsest+zip')
  expect(await kindOf('a.warc')).toBe('application/warc')
  expect(await kindOf('a.warc.gz')).toBe('application/x-warc+gzip')
  expect(await kindOf('a.wacz')).toBe('application/wacz')
  expect(await kindOf('unnamed', 'WARC/1.1\\r\\n')).toBe('application/warc')
  expect(await system.mustRun(reader, ['gio', 'mime', 'application/vnd.palimpsest+zip'])).toMatch(
    /Default application for .*: palimpsest\.desktop/u
  )
  expect(await system.mustRun(reader, ['gio', 'mime', 'x-scheme-handler/palimpsest'])).toContain('palimpsest.desktop')
})

test('it does not come before the browser that is there', async () => {
  const entry = ['[Desktop Entry]', 'Type=Application', 'Name=Web', 'Exec=true %U', 'MimeType=text/html;', '']
  const chosen = ['[Default Applications]', 'text/html=zweb.desktop', '']
  const write = (path: string, lines: readonly string[]) =>
    system.mustRun('root', ['sh', '-c', 'printf %s "$2" >"$1"', 'sh', path, lines.join('\n')])
  await write('/usr/share/applications/zweb.desktop', entry)
  await write('/usr/share/applications/mimeapps.list', chosen)
  await system.mustRun('root', ['update-desktop-database', '/usr/share/applications'])
  const asked = await system.mustRun(reader, ['gio', 'mime', 'text/html'])
  expect(asked).toMatch(/Default application for .*: zweb\.desktop/u)
  expect(asked).toContain('palimpsest.desktop')
})

test('it starts for a user without rights, with the sandbox, and opens the sample library', async () => {
  window = await windowOf(start(), /^app:\/\/ui\//u)
  const { page } = window
  await page.getByRole('button', { name: 'Open the sample library' }).click()
  await expect(page.getByRole('option').first()).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Not now' }).click()
  const renderers = processes('--type=renderer')
  expect(renderers.length).toBeGreaterThan(0)
  for (const pid of renderers) {
    // seccomp.h: 2 is a filter. A namespace of its own leaves a process nobody else's files or processes.
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/mu)
    for (const name of ['user', 'pid', 'net']) expect(readlinkSync(`/proc/${pid}/ns/${name}`)).not.toBe(own(name))
  }
})

test('it compares, finds and exports', async () => {
  const { page } = window
  await page.getByRole('option', { name: /Quay Row/u }).click()
  await expect(page.locator('ins').first()).toBeVisible()
  await expect(page.locator('del').first()).toBeVisible()
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: 'Search versions' }).fill('“forced out”')
  await expect(page.getByRole('listbox', { name: 'Found articles' }).getByRole('option')).toHaveCount(1)
  await page.screenshot({ path: test.info().outputPath('installed.png') })
  // Into the same library, while the window has it open.
  const named = ['export', '1', '--as', 'package', '-o', `${home}/an export.palimpsest`]
  await system.mustRun(reader, ['palimpsest', ...named])
  expect(await system.mustRun(reader, ['palimpsest', 'verify', `${home}/an export.palimpsest`])).toContain('as')
})

for (const opener of ['gio open', 'xdg-open'])
  test(`${opener} hands a package to the window that is there`, async () => {
    const { page } = window
    // A bare system has none of the programs that xdg-open tells kinds of files by, as long as it is no desktop's.
    const env = { ...onDisplay(), XDG_CURRENT_DESKTOP: 'GNOME' }
    await system.mustRun(reader, [...opener.split(' '), `${home}/an export.palimpsest`], env)
    await expect(page.getByRole('dialog')).toContainText('an export.palimpsest', { timeout: 30_000 })
    await closeDialogs(page)
  })

test('a link opens its article, and the icon offers actions', async () => {
  const { page } = window
  await system.mustRun(reader, ['gio', 'open', 'palimpsest://article/2'], onDisplay())
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await system.mustRun(reader, ['palimpsest', '--do=add'], onDisplay())
  await expect(page.getByLabel('Article or site address')).toBeVisible()
  await closeDialogs(page)
})

test('no way in for other programs: not as Node, not by an inspector, not by NODE_OPTIONS', async () => {
  const exe = '/opt/Palimpsest/palimpsest'
  const script = 'process.stdout.write("ran as " + "node"); process.exit(42)'
  const asNode = await system.run(reader, ['timeout', '20', exe, '-e', script], { ELECTRON_RUN_AS_NODE: '1' })
  expect(asNode.said).not.toContain('ran as node')
  expect(asNode.code).not.toBe(42)
  await system.mustRun(reader, ['sh', '-c', `echo 'process.stdout.write("ran as " + "node")' >~/first.cjs`])
  const options = { NODE_OPTIONS: `--require ${home}/first.cjs` }
  expect((await system.run(reader, [exe, '--version'], options)).said).not.toContain('ran as node')
  for (const flag of ['--inspect=127.0.0.1:0', '--inspect-brk=127.0.0.1:0', `--require=${home}/first.cjs`]) {
    const { said } = await system.run(reader, [exe, flag, '--command-line', '--', '--version'])
    expect(said).not.toMatch(/Debugger listening|ran as node/u)
  }
})

test('removed, it leaves what is the reader’s and nothing else', async () => {
  const { page, browser, child } = window
  const ended = new Promise((done) => child.once('exit', done))
  await page.close({ runBeforeUnload: false })
  await ended
  await browser.close()
  await uninstall(system)
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

async function closeDialogs(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 2000 })
  }).toPass({ timeout: 30_000 })
}
