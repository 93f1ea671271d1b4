import { expect, test } from '@playwright/test'
import { execFileSync, type ChildProcess } from 'node:child_process'
import { globSync, readFileSync, readlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CleanSystem, home, reader } from './clean-system.ts'
import { windowOf } from './over-cdp.ts'
import { virtualDisplay, type Display } from './virtual-display.ts'

// The packages beside the .deb. Debian stands in for the distributions of rpm: what is missing of it there is said in
// docs/releasing.md.
const release = resolve(import.meta.dirname, '../../release')
const made = (kind: string): string => globSync(`*.${kind}`, { cwd: release })[0] ?? `no .${kind}`
const [deb, rpm, archive, images] = [made('deb'), made('rpm'), made('tar.gz'), globSync('*.AppImage', { cwd: release })]
/** Where readers unpack things. */
const portable = `${home}/Mis cosas ñ/palimpsest-0.1.0`

let system: CleanSystem
let display: Display

test.describe.configure({ mode: 'serial' })
test.beforeAll(async () => {
  display = await virtualDisplay()
  system = await CleanSystem.start(process.env['PALIMPSEST_CLEAN_BASE']!, release)
  await system.apt('update')
  // The libraries that it needs, by the names that Debian has for them.
  const needed = here('dpkg-deb', '--field', join(release, deb), 'Depends').trim()
  await system.apt('satisfy', needed, 'rpm')
})
test.afterAll(async () => {
  await system?.end()
  display?.end()
})

test('the .rpm holds what the .deb holds', () => {
  const inDeb = here('sh', '-c', 'dpkg-deb --fsys-tarfile "$1" | tar t', 'sh', join(release, deb))
  const files = linesOf(inDeb).flatMap((path) => (path.endsWith('/') ? [] : [path.slice(1)]))
  // Only where shells look for it differs.
  const expected = files.map((path) => path.replace('/zsh/vendor-completions/', '/zsh/site-functions/'))
  expect(askRpm('[%{FILEMODES:perms} %{FILENAMES}\\n]').flatMap(fileOf).toSorted()).toEqual(expected.toSorted())
  expect(here('rpm', '-K', join(release, rpm))).toContain('digests OK')
  expect(askRpm('%{NAME} %{VERSION} %{ARCH} %{OS} %{LICENSE}')).toEqual(['palimpsest 0.1.0 x86_64 linux MIT'])
  expect(askRpm('[%{REQUIRES}\\n]')).toEqual(expect.arrayContaining(['libgtk-3.so.0()(64bit)', 'xdg-utils']))
})

test('the .rpm installs, works and leaves nothing', async () => {
  await system.mustRun('root', ['rpm', '--install', '--nodeps', `/media/${rpm}`])
  expect(linesOf(await system.mustRun('root', ['rpm', '--verify', '--nodeps', 'palimpsest']))).toEqual([])
  expect(await system.mustRun('root', ['palimpsest', '--version'])).toBe('0.1.0\n')
  await usedInAWindow('/opt/Palimpsest/palimpsest', ['/usr/bin/palimpsest'])
  const known = () => readFileSync(system.written('/usr/share/mime/globs2'), 'utf8').includes('palimpsest')
  expect(known()).toBe(true)
  await system.mustRun('root', ['rpm', '--erase', 'palimpsest'])
  const left = await system.mustRun('root', ['find', '/opt', '/usr', '/etc', '-iname', '*palimpsest*'])
  expect(linesOf(left)).toEqual([])
  expect(known()).toBe(false)
})

test('an update of the .rpm keeps the profile that lets it make its sandbox', async () => {
  // rpm runs this for the older package after the newer one has been set up, and says that one remains.
  const script = askRpm('%{POSTUN}').join('\n')
  const after = async (remaining: string): Promise<number | null> => {
    const setUp = 'mkdir -p /etc/apparmor.d && touch /etc/apparmor.d/palimpsest'
    const asked = `${setUp} && sh -c "$1" sh ${remaining}; test -f /etc/apparmor.d/palimpsest`
    return (await system.run('root', ['sh', '-c', asked, 'sh', script])).code
  }
  expect(await after('1')).toBe(0)
  expect(await after('0')).toBe(1)
})

test('the portable archive works for whoever unpacks it, wherever that is', async () => {
  await system.mustRun(reader, ['mkdir', '-p', join(portable, '..'), `${home}/bin`])
  await system.mustRun(reader, ['tar', 'xf', `/media/${archive}`, '-C', join(portable, '..')])
  expect(await system.mustRun(reader, ['cat', `${portable}/README.txt`])).toContain('bin/palimpsest --help')
  await system.mustRun(reader, ['ln', '-s', '../Mis cosas ñ/palimpsest-0.1.0/bin/palimpsest', `${home}/bin/palimpsest`])
  await system.mustRun(reader, ['sh', '-c', 'cd && echo "Old words." >old.txt && echo "New words." >new.txt'])
  for (const command of [`${home}/bin/palimpsest`, `${portable}/bin/palimpsest`, `${portable}/palimpsest`]) {
    const compared = await system.mustRun(reader, ['sh', '-c', 'cd / && "$1" diff ~/old.txt ~/new.txt', 'sh', command])
    expect(compared).toContain('[-Old-]{+New+} words.')
  }
  const words = await usedInAWindow(`${portable}/palimpsest`, [`${home}/bin/palimpsest`])
  expect(words).toContain(`Exec="${portable}/palimpsest" --hidden`)
})

for (const image of images)
  test(`${image} runs without being installed`, async () => {
    // Mounting itself needs FUSE, which a bare system has not.
    const env = { APPIMAGE_EXTRACT_AND_RUN: '1' }
    expect(await system.mustRun(reader, [`/media/${image}`, '--version'], env)).toContain('0.1.0\n')
    const words = await usedInAWindow('/tmp/appimage_extracted', [`/media/${image}`], env)
    expect(words).toContain(`Exec=/media/${image} --hidden`)
  })

/**
 * Starts it, looks at its sandbox, opens the sample library, has another start hand a link over, and ends it.
 * What it starts at login is what it answers.
 */
async function usedInAWindow(program: string, command: readonly string[], env = {}): Promise<string> {
  const shown = { ...env, DISPLAY: display.name, XDG_CONFIG_HOME: `${home}/config of ${Date.now()}` }
  const child = system.spawn(reader, [...command, '--remote-debugging-port=0'], shown)
  const { page, browser } = await windowOf(child, /^app:\/\/ui\//u)
  await page.getByRole('button', { name: 'Open the sample library' }).click()
  await expect(page.getByRole('option').first()).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Not now' }).click()
  const renderers = processes(program, '--type=renderer')
  expect(renderers.length).toBeGreaterThan(0)
  // seccomp.h: 2 is a filter. A namespace of its own leaves a process nobody else's files or processes.
  for (const pid of renderers) {
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toMatch(/^Seccomp:\s+2$/mu)
    expect(readlinkSync(`/proc/${pid}/ns/user`)).not.toBe(readlinkSync('/proc/self/ns/user'))
  }
  await system.mustRun(reader, [...command, 'palimpsest://article/2'], shown)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('window.png') })
  await page.evaluate(() => window.palimpsest.shell.setBackground({ tray: false, login: true }))
  const login = await system.mustRun(reader, ['cat', `${shown.XDG_CONFIG_HOME}/autostart/palimpsest.desktop`])
  await ended(child, () => page.close({ runBeforeUnload: false }))
  await browser.close()
  return login
}

async function ended(child: ChildProcess, close: () => Promise<void>): Promise<void> {
  const end = new Promise((done) => child.once('exit', done))
  await close()
  await end
}

/** Processes whose command line begins with a program and has this word. */
function processes(program: string, word: string): string[] {
  return globSync('/proc/[0-9]*/cmdline').flatMap((file) => {
    try {
      const line = readFileSync(file, 'utf8')
      return line.startsWith(program) && line.includes(word) ? [file.split('/')[2]!] : []
    } catch {
      return [] // it has just ended
    }
  })
}

function here(command: string, ...args: readonly string[]): string {
  return execFileSync(command, args, { encoding: 'utf8' })
}

function askRpm(format: string): string[] {
  return linesOf(here('rpm', '--query', '--package', '--queryformat', format, join(release, rpm)))
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '')

/** The path of a file, without its permissions; none for a folder. */
const fileOf = (line: string): string[] => (line.startsWith('d') ? [] : [line.slice(line.indexOf(' ') + 1)])
