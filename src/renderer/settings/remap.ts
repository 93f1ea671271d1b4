import { actionIds, keysOf, usualKeys, type ActionId, type Keymap } from '../../contract/actions.ts'

/** Another action that is called by a key already, whether or not single characters are keys now. */
export function ownerOf(keymap: Keymap, key: string, mac: boolean): ActionId | null {
  return actionIds.find((id) => keysOf(id, all(keymap), mac).includes(key)) ?? null
}

/** An action called by one key, which no other action has then. */
export function withKey(keymap: Keymap, id: ActionId, given: { readonly key: string; readonly mac: boolean }): Keymap {
  return withKeys(keymap, id, { keys: [given.key], mac: given.mac })
}

/** An action called by its usual keys again; an action that had one of them loses it. */
export function withUsual(keymap: Keymap, id: ActionId, mac: boolean): Keymap {
  return withKeys(keymap, id, { keys: usualKeys(id, mac), mac })
}

/** An action that no key calls. */
export function withoutKey(keymap: Keymap, id: ActionId, mac: boolean): Keymap {
  return withKeys(keymap, id, { keys: [], mac })
}

interface Given {
  readonly keys: readonly string[]
  readonly mac: boolean
}

function withKeys(keymap: Keymap, id: ActionId, { keys, mac }: Given): Keymap {
  const chosen: Partial<Record<ActionId, readonly string[]>> = {}
  for (const one of actionIds) {
    const before = keysOf(one, all(keymap), mac)
    const after = one === id ? keys : before.filter((key) => !keys.includes(key))
    if (after.join(' ') !== usualKeys(one, mac).join(' ')) chosen[one] = after
  }
  return { ...keymap, chosen }
}

const all = (keymap: Keymap): Keymap => ({ ...keymap, singleKeys: true })

/** Keys that belong to fields, to lists, to dialogs or to the system, and cannot be given to an action. */
export function isReserved(key: string): boolean {
  return (
    /^(?:Ctrl\+)?(?:Alt\+)?(?:Shift\+)?(?:Tab|Enter|Escape|ArrowUp|ArrowDown|Home|End|Backspace|ContextMenu|Dead|Process|Unidentified)$/u.test(
      key
    ) || /^Ctrl\+(?:[acvxyzqwhm]|Shift\+z)$/u.test(key)
  )
}

/** Keys that are only held down while another is pressed. */
export function isHeld(key: string): boolean {
  return ['Shift', 'Control', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Fn'].includes(key)
}
