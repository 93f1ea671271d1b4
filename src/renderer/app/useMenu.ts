import { useEffect, useRef } from 'react'
import type { MenuCommand } from '../../contract/shell.ts'

type Acts = Readonly<Partial<Record<MenuCommand, () => void>>>

/** What the application menu asks of the window in front. An open dialog comes first. */
export function useMenu(acts: Acts): void {
  const current = useRef(acts)
  useEffect(() => {
    current.current = acts
  })
  useEffect(
    () =>
      window.palimpsest.onShell('menu', ({ command }) => {
        if (document.querySelector('dialog:modal, [data-overlay=modal]') === null) current.current[command]?.()
      }),
    []
  )
}
