import { expect, test, type Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CleanSystem, reader, type Env, type Ran } from './clean-system.ts'
import { windowOf, type Window } from './over-cdp.ts'
import { virtualDisplay, type Display } from './virtual-display.ts'

export const root = resolve(import.meta.dirname, '../..')
export const release = join(root, 'release')
/** The package, as the clean system sees it. */
export const deb = `/media/${globSync('*.deb', { cwd: release })[0]!}`
export const ui = /^app:\/\/ui\//u

/** Opens the library that comes with the application, as one does who sees it for the first time. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample library' }).click()
  await expect(page.getByRole('option').first()).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Not now' }).click()
}

/** Closes what lies over the window, whatever it is. */
export async function closeDialogs(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 2000 })
  }).toPass({ timeout: 30_000 })
}

/** Closes a window as a person does, and waits until the application has ended. */
export async function closeWindow({ page, browser, child }: Window): Promise<void> {
  const ended = new Promise((done) => child.once('exit', done))
  await page.close({ runBeforeUnload: false })
  await ended
  await browser.close()
}

/** A clean system with the package in it, and a display. */
export class Installed {
  readonly system: CleanSystem
  readonly display: Display
  readonly #windows: Window[] = []

  private constructor(system: CleanSystem, display: Display) {
    this.system = system
    this.display = display
  }

  static async start(): Promise<Installed> {
    const system = await CleanSystem.start(process.env['PALIMPSEST_CLEAN_BASE']!, release)
    const installed = new Installed(system, await virtualDisplay())
    await system.apt('update')
    await system.apt('install', deb)
    return installed
  }

  /** Starts the application and waits for its window; `within`: what the start is put into, as `sh -c … sh`. */
  async open(user: string, env: Env = {}, within: readonly string[] = []): Promise<Window> {
    const command = [...within, '/usr/bin/palimpsest', '--remote-debugging-port=0']
    const child = this.system.spawn(user, command, { DISPLAY: this.display.name, ...env })
    const window = await windowOf(child, ui)
    this.#windows.push(window)
    return window
  }

  /** What desktops do with a file that is clicked; a bare system is told what desktop it is. */
  hand(user: string, file: string, env: Env = {}): Promise<string> {
    const desktop = { DISPLAY: this.display.name, XDG_CURRENT_DESKTOP: 'GNOME' }
    return this.system.mustRun(user, ['xdg-open', file], { ...desktop, ...env })
  }

  /** The command line. */
  palimpsest(user: string, args: readonly string[], env: Env = {}): Promise<Ran> {
    return this.system.run(user, ['palimpsest', ...args], env)
  }

  shell(user: string, script: string, ...args: readonly string[]): Promise<string> {
    return this.system.mustRun(user, ['sh', '-ec', script, 'sh', ...args])
  }

  /** Puts a library of an earlier version (tests/fixtures/old-libraries) where a user's application looks for it. */
  async putLibrary(user: string, version: number, folder: string): Promise<string> {
    const packed = readFileSync(join(root, `tests/fixtures/old-libraries/version-${version}.gz`))
    const path = `${folder}/library.palimpsest-db`
    await this.shell(
      user,
      'mkdir -p "$3"; printf %s "$1" | base64 -d | gunzip >"$2"',
      packed.toString('base64'),
      path,
      folder
    )
    return path
  }

  /** What the sources say of a library there, where nothing is installed any more. */
  verifyHere(library: string): string {
    return execFileSync('node', ['src/cli/palimpsest.ts', 'verify', library], { cwd: root, encoding: 'utf8' })
  }

  async look(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: test.info().outputPath(`${name}.png`) })
  }

  async end(): Promise<void> {
    for (const { child } of this.#windows) child.kill()
    await this.system.end()
    this.display.end()
  }
}

export const usual = (home: string): string => `${home}/.config/Palimpsest`
export const readersData = usual(`/home/${reader}`)
