import { useState } from 'react'
import { useStored } from '../ui/stored.ts'
import type { Limits } from './Separator.tsx'

const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

export const sideLimits: Limits = { least: 200, most: 320, usual: 240 }

/** How wide a pane is, as it was left. */
export const useWidth = (name: string, { usual }: Limits) => useStored(name, usual, isNumber)
export const useSideWidth = () => useWidth('sideWidth', sideLimits)

/** Which panes show, and how the sidebar comes and goes at this width. */
export function useSidebar(panes: 1 | 2 | 3) {
  const [wanted, setWanted] = useStored('sidebar', true, isBoolean)
  const [over, setOver] = useState<number | null>(null)
  const fits = panes === 3
  return {
    beside: fits && wanted,
    over: !fits && over === panes,
    show: () => (fits ? setWanted(true) : setOver(panes)),
    hide: () => (fits ? setWanted(false) : setOver(null)),
    chosen: () => setOver(null)
  }
}

/** Moves the focus to the next or previous pane that can take it, to what holds the focus in it. */
export function focusPane(by: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')]
  const here = panes.findIndex((pane) => pane.contains(document.activeElement))
  const start = here < 0 && by === -1 ? 0 : here
  for (let n = 1; n <= panes.length; n++) {
    const target = focusableIn(panes[(start + by * n + panes.length * n) % panes.length])
    if (target !== null) {
      target.focus()
      return
    }
  }
}

function focusableIn(pane: HTMLElement | undefined): HTMLElement | null {
  const one = (selector: string) => pane?.querySelector<HTMLElement>(selector) ?? null
  return one('[data-focus]') ?? one('[data-roving][tabindex="0"], [role=option][tabindex="0"]') ?? one('button:enabled')
}
