import { createContext, use, useEffect, useRef, useSyncExternalStore } from 'react'
import { actionIds, keysOf, usualKeymap, type ActionId, type Keymap } from '../../contract/actions.ts'
import { keyWords } from './keyWords.ts'

/** What can be done now: components offer their actions while they are there; the one that offered last is asked first. */
export class Offers {
  readonly #runs = new Map<ActionId, (() => void)[]>()
  readonly #listeners = new Set<() => void>()
  #ids: readonly ActionId[] = []

  /** Offers an action; returns what takes the offer back. */
  offer(id: ActionId, run: () => void): () => void {
    this.#runs.set(id, [...(this.#runs.get(id) ?? []), run])
    this.#changed()
    return () => {
      const left = (this.#runs.get(id) ?? []).filter((one) => one !== run)
      if (left.length > 0) this.#runs.set(id, left)
      else this.#runs.delete(id)
      this.#changed()
    }
  }

  /** Does what an action says; false where nothing offers it now. */
  run(id: ActionId): boolean {
    const run = this.#runs.get(id)?.at(-1)
    run?.()
    return run !== undefined
  }

  has(id: ActionId): boolean {
    return this.#runs.has(id)
  }

  /** What is offered, in the order of the table; the same array until that changes. */
  readonly ids = (): readonly ActionId[] => this.#ids

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #changed(): void {
    const ids = actionIds.filter((id) => this.#runs.has(id))
    if (ids.join(' ') === this.#ids.join(' ')) return
    this.#ids = ids
    for (const listener of this.#listeners) listener()
  }
}

export const OffersContext = createContext(new Offers())
export const KeymapContext = createContext<Keymap>(usualKeymap)

/** Offers an action while the component is there and `enabled`; key, menu and palette then do it. */
export function useAction(id: ActionId, run: () => void, { enabled = true } = {}): void {
  const offers = use(OffersContext)
  const current = useRef(run)
  useEffect(() => {
    current.current = run
  })
  useEffect(() => (enabled ? offers.offer(id, () => current.current()) : undefined), [offers, id, enabled])
}

/** What can be done now, and what does it: for the command palette. */
export function useOffered(): { readonly ids: readonly ActionId[]; readonly run: (id: ActionId) => void } {
  const offers = use(OffersContext)
  const ids = useSyncExternalStore(offers.subscribe, offers.ids)
  return { ids, run: (id) => void offers.run(id) }
}

export const isMac = (): boolean => navigator.platform.startsWith('Mac')

/** The first key that calls an action now, in words: for tooltips. Null where it has none. */
export function useKeyHint(id: ActionId): string | null {
  const [key] = keysOf(id, use(KeymapContext), isMac())
  return key === undefined ? null : keyWords(key, isMac())
}
