import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, type ReactNode } from 'react'
import { actionIds, keysOf, usualKeymap, type ActionId, type Keymap } from '../../contract/actions.ts'
import { isMac, KeymapContext, Offers, OffersContext, useAction, useOffered } from './actions.ts'
import { valueOf } from './ask.ts'
import { field, isTaken, keyName, modal } from './keys.ts'
import { keys } from './queries.ts'
import { usualReading, useReadingPreferences } from '../ui/reading.ts'

/** Brings keys and menu to whatever offers an action. */
export function ActionsProvider({ children }: { readonly children: ReactNode }) {
  const [offers] = useState(() => new Offers())
  const keymap = useQuery({ queryKey: keys.keymap, queryFn: () => valueOf(window.palimpsest.shell.keymap({})) })
  const current = keymap.data ?? usualKeymap
  useEffect(() => {
    const pressed = listenerOf(offers, actionsByKey(current))
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [offers, current])
  useEffect(
    () =>
      window.palimpsest.onShell('menu', ({ command }) => {
        if (command === 'undo' && document.activeElement?.matches(field) === true) document.execCommand('undo')
        else if (document.querySelector(modal) === null) offers.run(command)
      }),
    [offers]
  )
  return (
    <OffersContext value={offers}>
      <KeymapContext value={current}>
        <Always />
        {children}
      </KeymapContext>
    </OffersContext>
  )
}

/** The application menu greys out what nothing offers. What can be done at any time is offered here. */
function Always() {
  const { ids } = useOffered()
  const { shell } = window.palimpsest
  const [{ textSize }, setReading] = useReadingPreferences()
  useAction('text-larger', () => setReading({ textSize: textSize + 1 }))
  useAction('text-smaller', () => setReading({ textSize: textSize - 1 }))
  useAction('text-usual', () => setReading({ textSize: usualReading.textSize }))
  useAction('zoom-in', () => void shell.zoom({ to: 'in' }))
  useAction('zoom-out', () => void shell.zoom({ to: 'out' }))
  useAction('zoom-usual', () => void shell.zoom({ to: 'usual' }))
  useEffect(() => {
    // What follows on one drawing after another is said once.
    const timer = setTimeout(() => void window.palimpsest.shell.offer({ actions: [...ids] }), 60)
    return () => clearTimeout(timer)
  }, [ids])
  return null
}

function actionsByKey(keymap: Keymap): ReadonlyMap<string, readonly ActionId[]> {
  const all = actionIds.flatMap((id) => keysOf(id, keymap, isMac()).map((key) => ({ key, id })))
  const byKey = Map.groupBy(all, ({ key }) => key)
  return new Map([...byKey].map(([key, found]) => [key, found.map(({ id }) => id)]))
}

function listenerOf(offers: Offers, byKey: ReadonlyMap<string, readonly ActionId[]>) {
  return (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const name = keyName(event, isMac())
    const action = byKey.get(name)?.find((id) => offers.has(id))
    if (action === undefined || isTaken(name, event.target)) return
    event.preventDefault()
    offers.run(action)
  }
}
