import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * The file that starts the application at login on Linux (Desktop Application Autostart Specification 0.5), in the folder
 * `autostart` of the reader's configuration.
 */
export class Autostart {
  readonly #folder: string
  readonly #path: string

  constructor(config: string) {
    this.#folder = join(config, 'autostart')
    this.#path = join(this.#folder, 'palimpsest.desktop')
  }

  /** Whether it is there and the desktop's own settings have not switched it off. */
  get isOn(): boolean {
    if (!existsSync(this.#path)) return false
    return !/^(?:Hidden=true|X-GNOME-Autostart-enabled=false)\s*$/m.test(readFileSync(this.#path, 'utf8'))
  }

  /** Starts `program` with `args` at login from now on. */
  write(program: string, args: readonly string[]): void {
    mkdirSync(this.#folder, { recursive: true })
    writeFileSync(this.#path, desktopFile([program, ...args].map(quoted).join(' ')))
  }

  remove(): void {
    rmSync(this.#path, { force: true })
  }
}

function desktopFile(exec: string): string {
  return `[Desktop Entry]
Type=Application
Name=Palimpsest
Comment=Checks the articles you follow
Exec=${exec}
Icon=palimpsest
Terminal=false
X-GNOME-Autostart-enabled=true
`
}

/** An argument of `Exec` (Desktop Entry Specification 1.5): in quotes, and the whole escaped once more as a value. */
function quoted(argument: string): string {
  const inQuotes = argument.replace(/(["`$\\])/g, '\\$1').replaceAll('%', '%%')
  return /^[\w/.=:@+,-]+$/.test(argument) ? argument : `"${inQuotes.replaceAll('\\', '\\\\')}"`
}
