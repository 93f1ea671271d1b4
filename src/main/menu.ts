import { Menu, nativeTheme, type MenuItemConstructorOptions } from 'electron'
import { t } from '../catalogue/words.ts'
import { actionIds, isSingleKey, keysOf, type ActionId, type Keymap } from '../contract/actions.ts'
import type { Theme } from '../contract/shell.ts'
import { acceleratorOf } from './accelerator.ts'

export interface MenuParts {
  /** Sends an action to the window in front. */
  readonly send: (action: ActionId) => void
  readonly setTheme: (source: Theme['source']) => void
}

type Item = MenuItemConstructorOptions
const line: Item = { type: 'separator' }
const mac = process.platform === 'darwin'

/**
 * The application menu, made by `refresh`, and anew when its keys change. Making it takes a twentieth of a start, so that is left until
 * there is a window to read.
 */
export class AppMenu {
  readonly #parts: MenuParts
  #keymap: Keymap
  #offered: ReadonlySet<ActionId> = new Set()

  constructor(parts: MenuParts, keymap: Keymap) {
    this.#parts = parts
    this.#keymap = keymap
  }

  setKeymap(keymap: Keymap): void {
    this.#keymap = keymap
    this.#build()
  }

  /** What the window can do now; the rest is greyed out. Built items are changed in place. */
  setOffered(actions: readonly ActionId[]): void {
    this.#offered = new Set(actions)
    const menu = Menu.getApplicationMenu()
    for (const id of actionIds) {
      const item = menu?.getMenuItemById(id)
      if (item !== null && item !== undefined) item.enabled = this.#offered.has(id)
    }
  }

  /** As it is now: in the language that holds, with the theme that was chosen. */
  refresh(): void {
    this.#build()
  }

  #build(): void {
    Menu.setApplicationMenu(Menu.buildFromTemplate(template(this.#parts, (id, opens) => this.#item(id, opens))))
  }

  #item(id: ActionId, opens: boolean): Item {
    const accelerator = this.#accelerator(id)
    return {
      id,
      label: opens ? t('menu.opens', { action: t(`action.${id}`) }) : t(`action.${id}`),
      enabled: this.#offered.has(id),
      click: () => this.#parts.send(id),
      // The page hears the keys itself, also those that the reader chose; here they are only shown. macOS knows no such item.
      registerAccelerator: false,
      ...(accelerator === null ? {} : { accelerator })
    }
  }

  /** A letter alone would be taken from a field on macOS, where what a menu shows is also a key of the menu. */
  #accelerator(id: ActionId): string | null {
    const keys = keysOf(id, this.#keymap, mac)
    const key = mac ? keys.find((one) => !isSingleKey(one) && !plain.test(one)) : keys[0]
    return key === undefined ? null : acceleratorOf(key)
  }
}

/** Keys that a text or a field needs where they stand alone. */
const plain = /^(?:Shift\+|Alt\+)*(?:Arrow\w+|Space|Delete|Escape)$/u

type Make = (id: ActionId, opens: boolean) => Item

function template(parts: MenuParts, make: Make): Item[] {
  const item = (id: ActionId): Item => make(id, false)
  const opening = (id: ActionId): Item => make(id, true)
  return [
    ...(mac ? [appMenu(item, opening)] : []),
    { label: t('menu.file'), submenu: fileItems(item, opening) },
    { label: t('menu.edit'), submenu: editItems(item) },
    { label: t('menu.view'), submenu: viewItems(parts, item) },
    { label: t('menu.article'), submenu: articleItems(item, opening) },
    { label: t('menu.go'), submenu: goItems(item) },
    { label: t('menu.window'), submenu: windowItems() },
    {
      label: t('menu.help'),
      role: 'help',
      submenu: [item('guide'), item('shortcuts'), item('tour'), ...(mac ? [] : [opening('updates'), item('about')])]
    }
  ]
}

function appMenu(item: (id: ActionId) => Item, opening: (id: ActionId) => Item): Item {
  return {
    role: 'appMenu',
    submenu: [
      item('about'),
      opening('updates'),
      line,
      opening('settings'),
      line,
      { role: 'services', label: t('menu.services') },
      line,
      { role: 'hide', label: t('menu.hide') },
      { role: 'hideOthers', label: t('menu.hideOthers') },
      { role: 'unhide', label: t('menu.showAll') },
      line,
      { role: 'quit', label: t('menu.quit') }
    ]
  }
}

function fileItems(item: (id: ActionId) => Item, opening: (id: ActionId) => Item): Item[] {
  return [
    opening('add'),
    opening('open-file'),
    opening('open-folder'),
    opening('export'),
    opening('export-library'),
    line,
    item('check-due'),
    item('activity'),
    line,
    opening('backups'),
    opening('storage'),
    opening('verify'),
    line,
    ...(mac ? [] : [opening('settings'), line]),
    mac ? { role: 'close', label: t('menu.close') } : { role: 'quit', label: t('menu.quit') }
  ]
}

function editItems(item: (id: ActionId) => Item): Item[] {
  return [
    item('undo'),
    { role: 'redo', label: t('menu.redo') },
    line,
    { role: 'cut', label: t('menu.cut') },
    { role: 'copy', label: t('menu.copy') },
    item('copy-source'),
    item('copy-marks'),
    item('copy-article-link'),
    { role: 'paste', label: t('menu.paste') },
    { role: 'selectAll', label: t('menu.selectAll') },
    line,
    item('search'),
    item('find'),
    item('palette')
  ]
}

function viewItems({ setTheme }: MenuParts, item: (id: ActionId) => Item): Item[] {
  const theme = (source: Theme['source']): Item => ({
    label: t(`menu.${source}`),
    type: 'radio',
    checked: nativeTheme.themeSource === source,
    click: () => setTheme(source)
  })
  const all = (...ids: readonly ActionId[]): Item[] => ids.map(item)
  return [
    ...all('read', 'inline', 'side', 'changes', 'blame'),
    line,
    ...all('inspector', 'timeline', 'unchanged', 'ladder'),
    line,
    { label: t('menu.textSize'), submenu: all('text-larger', 'text-smaller', 'text-usual') },
    { label: t('menu.windowSize'), submenu: all('zoom-in', 'zoom-out', 'zoom-usual') },
    { label: t('menu.appearance'), submenu: [theme('system'), theme('light'), theme('dark')] },
    { role: 'togglefullscreen', label: t('menu.fullscreen') }
  ]
}

function articleItems(item: (id: ActionId) => Item, opening: (id: ActionId) => Item): Item[] {
  return [
    item('check-now'),
    line,
    item('toggle-read'),
    item('star'),
    opening('move'),
    opening('verify-article'),
    line,
    item('delete')
  ]
}

function goItems(item: (id: ActionId) => Item): Item[] {
  const all = (...ids: readonly ActionId[]): Item[] => ids.map(item)
  const versions = all('newer-back', 'newer-on', 'older-back', 'older-on', 'pair-back', 'pair-on')
  return [
    ...all('next-article', 'previous-article'),
    line,
    ...all('next-change', 'previous-change', 'review', 'page-down', 'page-up'),
    line,
    ...all('last-change', 'since-read', 'first-latest', 'previous-pair', 'next-pair'),
    { label: t('menu.timeline'), submenu: versions },
    line,
    ...all('next-pane', 'previous-pane')
  ]
}

function windowItems(): Item[] {
  return [
    { role: 'minimize', label: t('menu.minimize') },
    ...(mac
      ? [{ role: 'zoom', label: t('menu.zoom') } as const, line, { role: 'front', label: t('menu.front') } as const]
      : []),
    ...(mac ? [] : [{ role: 'close', label: t('menu.close') } as const])
  ]
}
