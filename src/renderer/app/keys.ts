import { useEffect, useRef } from 'react'

/** What a key press is called: `n`, `Shift+F7`, `Alt+ArrowLeft`, `?`. */
export function keyName(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>): string {
  const single = event.key.length === 1
  const key = single ? event.key.toLowerCase() : event.key
  const shift = event.shiftKey && (!single || /[a-z ]/u.test(key)) ? 'Shift+' : ''
  const alt = event.altKey ? 'Alt+' : ''
  const ctrl = event.ctrlKey || event.metaKey ? 'Ctrl+' : ''
  return `${ctrl}${alt}${shift}${key === ' ' ? 'Space' : key}`
}

/** Keys belong to a field, an open dialog or an open menu while one has the focus. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return true
  const target = event.target instanceof Element ? event.target : null
  if (document.querySelector('dialog:modal, [data-overlay]') !== null) return true
  return target?.closest('input, textarea, select, [contenteditable]') !== null && target !== null
}

export type Keymap = Readonly<Record<string, () => void>>

/** Keys that work wherever the focus is, for as long as the component is there. */
export function useKeys(keymap: Keymap): void {
  const current = useRef(keymap)
  useEffect(() => {
    current.current = keymap
  })
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const name = keyName(event)
      const act = Object.hasOwn(current.current, name) ? current.current[name] : undefined
      if (act === undefined || isTaken(event)) return
      if (name.endsWith('Space') && isPressable(event.target)) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [])
}

/** Space presses a button, opens an option: it pages only elsewhere. */
function isPressable(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('button, a, summary, [role=option], [role=treeitem]') !== null
}
