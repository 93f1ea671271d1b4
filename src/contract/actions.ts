/**
 * Everything the reader can do by a key, by the menu or by the command palette. Keys, menus, the palette and the list of
 * shortcuts are all made from this one table; its words stand in the catalogue as `action.<id>`.
 */

/** In the order in which the list of shortcuts shows them. */
export const actionGroups = ['library', 'articles', 'views', 'changes', 'versions', 'window'] as const
export type ActionGroup = (typeof actionGroups)[number]

interface Planned {
  readonly group: ActionGroup
  /**
   * What it is called by a key press: `n`, `Shift+F7`, `Alt+ArrowLeft`. `Ctrl` is the Command key on macOS. Empty where it
   * has none until the reader gives it one.
   */
  readonly keys: readonly string[]
  /** Where macOS has other keys. */
  readonly macKeys?: readonly string[]
  /** What these keys do is settled by the system: they cannot be changed. */
  readonly fixed?: true
}

const table = {
  add: { group: 'library', keys: ['Ctrl+n'] },
  'open-file': { group: 'library', keys: ['Ctrl+o'] },
  'open-folder': { group: 'library', keys: [] },
  search: { group: 'library', keys: ['Ctrl+f'] },
  find: { group: 'library', keys: ['Ctrl+g'] },
  palette: { group: 'library', keys: ['Ctrl+k'] },
  'check-due': { group: 'library', keys: ['Ctrl+Shift+r'] },
  activity: { group: 'library', keys: [] },
  backups: { group: 'library', keys: [] },
  storage: { group: 'library', keys: [] },
  verify: { group: 'library', keys: [] },
  'export-library': { group: 'library', keys: [] },

  'next-article': { group: 'articles', keys: ['j'] },
  'previous-article': { group: 'articles', keys: ['k'] },
  'check-now': { group: 'articles', keys: ['Ctrl+r'] },
  export: { group: 'articles', keys: ['Ctrl+e'] },
  'toggle-read': { group: 'articles', keys: ['m'] },
  star: { group: 'articles', keys: ['s'] },
  move: { group: 'articles', keys: ['f'] },
  delete: { group: 'articles', keys: ['Delete'], macKeys: ['Ctrl+Backspace', 'Delete'] },
  'verify-article': { group: 'articles', keys: [] },

  read: { group: 'views', keys: ['1'] },
  inline: { group: 'views', keys: ['2'] },
  side: { group: 'views', keys: ['3'] },
  changes: { group: 'views', keys: ['4'] },
  blame: { group: 'views', keys: ['5'] },
  inspector: { group: 'views', keys: ['Ctrl+i'] },
  timeline: { group: 'views', keys: ['t'] },
  unchanged: { group: 'views', keys: ['e'] },
  ladder: { group: 'views', keys: ['h'] },
  'text-larger': { group: 'views', keys: ['Ctrl++'] },
  'text-smaller': { group: 'views', keys: ['Ctrl+-'] },
  'text-usual': { group: 'views', keys: ['Ctrl+0'] },

  'next-change': { group: 'changes', keys: ['n', 'F7'] },
  'previous-change': { group: 'changes', keys: ['p', 'Shift+F7'] },
  'page-down': { group: 'changes', keys: ['Space'] },
  'page-up': { group: 'changes', keys: ['Shift+Space'] },
  review: { group: 'changes', keys: ['r'] },
  'copy-source': { group: 'changes', keys: ['c'] },
  'copy-marks': { group: 'changes', keys: ['Shift+c'] },
  'copy-article-link': { group: 'changes', keys: [] },

  'newer-back': { group: 'versions', keys: ['ArrowLeft'] },
  'newer-on': { group: 'versions', keys: ['ArrowRight'] },
  'older-back': { group: 'versions', keys: ['Shift+ArrowLeft'] },
  'older-on': { group: 'versions', keys: ['Shift+ArrowRight'] },
  'pair-back': { group: 'versions', keys: ['Alt+ArrowLeft'] },
  'pair-on': { group: 'versions', keys: ['Alt+ArrowRight'] },
  'previous-pair': { group: 'versions', keys: ['['] },
  'next-pair': { group: 'versions', keys: [']'] },
  'last-change': { group: 'versions', keys: ['l'] },
  'since-read': { group: 'versions', keys: ['b'] },
  'first-latest': { group: 'versions', keys: ['a'] },

  undo: { group: 'window', keys: ['Ctrl+z'], fixed: true },
  settings: { group: 'window', keys: ['Ctrl+,'] },
  'zoom-in': { group: 'window', keys: ['Ctrl+Shift++'] },
  'zoom-out': { group: 'window', keys: ['Ctrl+Shift+-'] },
  'zoom-usual': { group: 'window', keys: ['Ctrl+Shift+0'] },
  'next-pane': { group: 'window', keys: ['F6'] },
  'previous-pane': { group: 'window', keys: ['Shift+F6'] },
  leave: { group: 'window', keys: ['Escape'], fixed: true },
  guide: { group: 'window', keys: [] },
  shortcuts: { group: 'window', keys: ['?'] },
  tour: { group: 'window', keys: [] },
  updates: { group: 'window', keys: [] },
  about: { group: 'window', keys: [] }
} as const satisfies Record<string, Planned>

export type ActionId = keyof typeof table

/** Every action by its id. */
export const actions: Readonly<Record<ActionId, Planned>> = table
export const actionIds = Object.keys(table) as readonly ActionId[]

export function isActionId(id: string): id is ActionId {
  return Object.hasOwn(table, id)
}

/** The keys the reader has chosen, and whether single characters are keys at all. */
export interface Keymap {
  readonly singleKeys: boolean
  /** The keys of those actions that have others than the usual ones. */
  readonly chosen: Readonly<Partial<Record<ActionId, readonly string[]>>>
}

export const usualKeymap: Keymap = { singleKeys: true, chosen: {} }

/** A letter, digit or sign without Ctrl or Alt: what can be turned off (WCAG 2.1.4). */
export function isSingleKey(key: string): boolean {
  return /^(?:Shift\+)?.$/u.test(key)
}

/** The keys of an action before the reader has chosen any. */
export function usualKeys(id: ActionId, mac: boolean): readonly string[] {
  const { keys, macKeys } = actions[id]
  return (mac ? macKeys : undefined) ?? keys
}

/** The keys that call an action now. */
export function keysOf(id: ActionId, keymap: Keymap, mac: boolean): readonly string[] {
  const keys = keymap.chosen[id] ?? usualKeys(id, mac)
  return keymap.singleKeys ? keys : keys.filter((key) => !isSingleKey(key))
}
