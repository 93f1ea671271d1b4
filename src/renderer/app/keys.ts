import { useContext, useEffect, useRef } from 'react'
import { actionIds, usualKeys, type ActionId } from '../../contract/actions.ts'
import { isMac, OffersContext } from './actions.ts'

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>

/** What a key press is called: `n`, `Shift+F7`, `Alt+ArrowLeft`, `?`. Ctrl is the Command key on macOS. */
export function keyName(event: Pressed, mac = false): string {
  const held = mac ? event.metaKey : event.ctrlKey
  const zoom = held ? zoomKey(event) : null
  const single = event.key.length === 1
  const key = zoom ?? (single ? event.key.toLowerCase() : event.key)
  const shift = event.shiftKey && (zoom !== null || !single || /[a-z ]/u.test(key)) ? 'Shift+' : ''
  const alt = event.altKey ? 'Alt+' : ''
  const other = (mac ? event.ctrlKey : event.metaKey) ? 'Meta+' : ''
  return `${held ? 'Ctrl+' : ''}${other}${alt}${shift}${key === ' ' ? 'Space' : key}`
}

/** Plus, minus and nought by what they stand for: with Shift, and from one keyboard to another, they are other signs. */
function zoomKey({ key, code }: Pressed): string | null {
  if (code === 'Digit0' || code === 'Numpad0') return '0'
  if (key === '-' || key === '_') return '-'
  const isStar = key === '*' && code !== 'Digit8' && code !== 'NumpadMultiply'
  return key === '+' || key === '=' || isStar ? '+' : null
}

/** What keeps everything else away while it is open. */
export const modal = 'dialog:modal, [data-overlay=modal]'
/** What takes keys without Ctrl while it is open. */
const overlay = '[data-overlay], [data-trigger]:not([role=tooltip])'

/** Keys belong to a field, an open dialog or an open menu while one has the focus. */
export function isTaken(name: string, target: EventTarget | null): boolean {
  if (document.querySelector(modal) !== null) return true
  const everywhere = /^(?:Ctrl\+|(?:Shift\+)?F\d)/u.test(name)
  if (!everywhere && document.querySelector(overlay) !== null) return true
  if (!(target instanceof Element)) return false
  if (target.closest(field) !== null) return !everywhere || edits.test(name)
  return name.endsWith('Space') && target.closest(pressable) !== null
}

export const field = 'input, textarea, select, [contenteditable]'
/** What a field does itself. */
const edits = /^Ctrl\+(?:Shift\+)?(?:[acvxyz]|Backspace|Delete|Arrow\w+|Home|End)$/u
/** Space presses a button, opens an option: it pages only elsewhere. */
const pressable = 'button, a, summary, [role=option], [role=treeitem]'

type Keymap = Readonly<Record<string, () => void>>

/**
 * Offers actions by their usual keys for as long as the component is there: what the reader has chosen instead of those keys
 * holds here too. Keys that are no action's are heard as they are.
 */
export function useKeys(keymap: Keymap): void {
  const offers = useContext(OffersContext)
  const current = useRef(keymap)
  useEffect(() => {
    current.current = keymap
  })
  const names = Object.keys(keymap).join(' ')
  useEffect(() => {
    const offered = names.split(' ').flatMap((name) => {
      const id = actionOf(name)
      return id === null ? [] : [offers.offer(id, () => current.current[name]?.())]
    })
    return () => offered.forEach((end) => end())
  }, [offers, names])
  useEffect(() => {
    const others = names.split(' ').filter((name) => actionOf(name) === null)
    if (others.length === 0) return
    const pressed = (event: KeyboardEvent) => {
      const name = keyName(event, isMac())
      if (event.defaultPrevented || event.isComposing || !others.includes(name) || isTaken(name, event.target)) return
      event.preventDefault()
      current.current[name]?.()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [names])
}

function actionOf(key: string): ActionId | null {
  return actionIds.find((id) => usualKeys(id, false).includes(key) || usualKeys(id, true).includes(key)) ?? null
}
