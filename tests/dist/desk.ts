import { spawn, type ChildProcess } from 'node:child_process'
import { CleanSystem, home, reader, type Ran } from './clean-system.ts'
import { deb, release, ui } from './installing.ts'
import { windowOf, type Window } from './over-cdp.ts'
import { virtualDisplay, type Display } from './virtual-display.ts'

export const program = '/opt/Palimpsest/palimpsest'
export const library = `${home}/.config/Palimpsest/library.palimpsest-db`
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
    await this.system.apt('update')
    await this.system.apt('install', deb)
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
    return windowOf(this.spawn(command), ui)
  }

  async end(): Promise<void> {
    await this.system.end()
    this.#manager.kill()
    this.display.end()
  }
}
