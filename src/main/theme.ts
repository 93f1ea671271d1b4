import { nativeTheme } from 'electron'
import type { Theme } from '../contract/shell.ts'
import type { Settings } from './settings.ts'

export function readTheme(): Theme {
  return { source: nativeTheme.themeSource, dark: nativeTheme.shouldUseDarkColors }
}

/** Chooses light, dark, or what the system says, now and at the next start. Windows are told by `updated`. */
export function setTheme(settings: Settings, source: Theme['source']): Theme {
  nativeTheme.themeSource = source
  settings.write({ theme: source })
  return readTheme()
}
