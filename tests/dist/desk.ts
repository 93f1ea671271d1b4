import { expect, type Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { globSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { CleanSystem, home, reader, type Ran } from './clean-system.ts'
import { windowOf, type Window } from './over-cdp.ts'
import { virtualDisplay, type Display } from './virtual-display.ts'

export const root = resolve(import.meta.dirname, '../..')
const release = join(root, 'release')
/** The package, as the clean system sees it. */
export const deb = `/media/${globSync('*.deb', { cwd: release })[0]!}`
export const program = '/opt/Palimpsest/palimpsest'
export const library = `${home}/.config/Palimpsest/library.palimpsest-db`
const apt = ['apt-get', '-y', '-q', '-o', 'APT::Keep-Downloaded-Packages=true', '-o', 'APT::Sandbox::User=root']
const quiet = { DEBIAN_FRONTEND: 'noninteractive' }

type Variables = Readonly<Record<string, string>>

/** A clean system with somebody at it: a display with a window manager, and the application, once it is installed. */
export class Desk {
  readonly system: CleanSystem
  readonly display: Display
  readonly #manager: ChildProcess

  private constructor(system: CleanSystem, display: Display) {
    this.system = system
    this.display = display
    // Without one, no window has the focus, is minimised or stands before another.
    const env = { ...process.env, DISPLAY: display.name }
    this.#manager = spawn('openbox', ['--sm-disable'], { env, stdio: 'ignore' })
  }

  static async begin(): Promise<Desk> {
    const display = await virtualDisplay()
    return new Desk(await CleanSystem.start(process.env['PALIMPSEST_CLEAN_BASE']!, release), display)
  }

  /** The application, with what it needs and no more. */
  async install(): Promise<void> {
    await this.apt('update')
    await this.apt('install', deb)
  }

  apt(what: 'update' | 'install' | 'reinstall' | 'remove' | 'purge', ...packages: readonly string[]): Promise<string> {
    return this.system.mustRun('root', [...apt, what, '--no-install-recommends', ...packages], quiet)
  }

  /** Starts a program for the reader, on the display. */
  spawn(command: readonly string[], env: Variables = {}): ChildProcess {
    return this.system.spawn(reader, command, { DISPLAY: this.display.name, ...env })
  }

  run(command: readonly string[], env: Variables = {}): Promise<Ran> {
    return this.system.run(reader, command, { DISPLAY: this.display.name, ...env })
  }

  mustRun(command: readonly string[], env: Variables = {}): Promise<string> {
    return this.system.mustRun(reader, command, { DISPLAY: this.display.name, ...env })
  }

  /** The application's window, after a start from nothing. */
  window(args: readonly string[] = []): Promise<Window> {
    return this.windowOf(['palimpsest', '--remote-debugging-port=0', ...args])
  }

  /** The same, of a command that names the switch itself. */
  windowOf(command: readonly string[]): Promise<Window> {
    return windowOf(this.spawn(command), /^app:\/\/ui\//u)
  }

  async end(): Promise<void> {
    await this.system.end()
    this.#manager.kill()
    this.display.end()
  }
}

/** Closes the window, with which the application ends. */
export async function closeWindow({ page, browser, child }: Window): Promise<void> {
  const ended = new Promise((done) => child.once('exit', done))
  await page.close({ runBeforeUnload: false })
  await ended
  await browser.close()
}

/** Opens the library that comes with the application, as one does who sees it for the first time. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample library' }).click()
  await expect(page.getByRole('option').first()).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: 'Not now' }).click()
}

export async function closeDialogs(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: 2000 })
  }).toPass({ timeout: 30_000 })
}
