import { app } from 'electron'
import type { Background } from '../contract/shell.ts'
import { Autostart } from './autostart.ts'
import type { Settings } from './settings.ts'

/** Said on the command line by what starts the application at login. */
export const hiddenSwitch = '--hidden'

const args = [hiddenSwitch]

/** How the application goes on without a window, as the reader chose it and as the system has it. */
export function readBackground(settings: Settings): Background {
  const loginSupported = canStartAtLogin()
  return { tray: settings.values.tray ?? false, login: loginSupported && startsAtLogin(), loginSupported }
}

export function setBackground(settings: Settings, chosen: Pick<Background, 'tray' | 'login'>): Background {
  settings.write({ tray: chosen.tray })
  if (canStartAtLogin() && chosen.login !== startsAtLogin()) setLogin(chosen.login)
  return readBackground(settings)
}

/** Whether this start was made by the login and no window is wanted. */
export function startedHidden(argv: readonly string[]): boolean {
  return argv.includes(hiddenSwitch) || (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin)
}

/** A build in development would leave a bare Electron in the system's list. */
function canStartAtLogin(): boolean {
  return app.isPackaged && ['darwin', 'win32', 'linux'].includes(process.platform)
}

function startsAtLogin(): boolean {
  return process.platform === 'linux' ? autostart().isOn : app.getLoginItemSettings({ args }).openAtLogin
}

function setLogin(login: boolean): void {
  if (process.platform !== 'linux') return app.setLoginItemSettings({ openAtLogin: login, args })
  if (!login) return autostart().remove()
  // An AppImage runs from a folder that is gone afterwards; this is the file itself.
  autostart().write(process.env['APPIMAGE'] ?? process.execPath, args)
}

function autostart(): Autostart {
  return new Autostart(app.getPath('appData'))
}
