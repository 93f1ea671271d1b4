import { Menu, nativeImage, Tray } from 'electron'
import { join } from 'node:path'
import { t } from '../catalogue/words.ts'
import type { TrayCommand } from '../contract/process.ts'

export interface TrayParts {
  /** The folder with the icons. */
  readonly icons: string
  readonly open: () => void
  readonly quit: () => void
  readonly send: (command: TrayCommand) => void
}

/** The icon beside the clock, while the reader wants it. */
export class TrayIcon {
  readonly #parts: TrayParts
  #tray: Tray | null = null
  #paused = false

  constructor(parts: TrayParts) {
    this.#parts = parts
  }

  get isShown(): boolean {
    return this.#tray !== null
  }

  show(wanted: boolean): void {
    if (wanted === this.isShown) return
    if (wanted) this.#put()
    else {
      this.#tray?.destroy()
      this.#tray = null
    }
  }

  setPaused(paused: boolean): void {
    this.#paused = paused
    this.#setMenu()
  }

  /** Says everything anew, in the language that holds now. */
  showAnew(): void {
    this.#setMenu()
  }

  #put(): void {
    // macOS colours a template image itself, and takes one by the end of its name.
    const name = process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'
    this.#tray = new Tray(nativeImage.createFromPath(join(this.#parts.icons, name)))
    // On macOS a click opens the menu.
    if (process.platform !== 'darwin') this.#tray.on('click', () => this.#parts.open())
    this.#setMenu()
  }

  /** Linux shows a change of a menu only when the whole is set anew. */
  #setMenu(): void {
    const { open, quit, send } = this.#parts
    const menu = Menu.buildFromTemplate([
      { label: t('tray.open'), click: open },
      { type: 'separator' },
      { label: t('tray.check'), click: () => send('check-due') },
      {
        label: t('tray.pause'),
        type: 'checkbox',
        checked: this.#paused,
        click: () => send(this.#paused ? 'resume' : 'pause')
      },
      { type: 'separator' },
      { label: t('menu.quit'), click: quit }
    ])
    this.#tray?.setContextMenu(menu)
    this.#tray?.setToolTip(this.#paused ? t('tray.paused') : 'Palimpsest')
  }
}
