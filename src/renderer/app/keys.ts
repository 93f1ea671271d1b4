import { useContext, useEffect, useRef } from 'react'
import { actionIds, usualKeys, type ActionId } from '../../contract/actions.ts'
import { OffersContext } from './actions.ts'

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

type Keymap = Readonly<Record<string, () => void>>

/**
 * Offers actions by their usual keys for as long as the component is there. What the reader has chosen instead of those keys
 * holds here too.
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
}

function actionOf(key: string): ActionId | null {
  return actionIds.find((id) => usualKeys(id, false).includes(key) || usualKeys(id, true).includes(key)) ?? null
}
