import { useEffect } from 'react'
import type { Theme } from '../../contract/shell.ts'
import { valueOf } from './ask.ts'

/** Until the application has said which theme holds, the colours follow the system. */
export function useTheme(): void {
  useEffect(() => {
    const show = (theme: Theme) => {
      document.documentElement.dataset.theme = theme.dark ? 'dark' : 'light'
    }
    void valueOf(window.palimpsest.shell.theme({})).then(show)
    return window.palimpsest.onShell('theme', show)
  }, [])
}
