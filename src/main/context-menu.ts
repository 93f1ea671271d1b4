import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron'
import { t } from '../catalogue/words.ts'
import { isActionId, keysOf, type Keymap } from '../contract/actions.ts'
import type { ContextItem, ContextRequest } from '../contract/shell.ts'
import { acceleratorOf } from './accelerator.ts'

type Item = MenuItemConstructorOptions
type Choice = Exclude<ContextItem, 'line'>

/** Opens a menu of the system at a place of the window; answered with what was chosen, or null. */
export function popUp(window: BrowserWindow, asked: ContextRequest, keymap: Keymap): Promise<Choice | null> {
  const { items, about, x, y } = asked
  const zoom = window.webContents.getZoomFactor()
  return new Promise((done) => {
    const item = (id: ContextItem): Item => {
      if (id === 'line') return { type: 'separator' }
      return { label: labelOf(id, about), ...shownKey(id, keymap), click: () => done(id) }
    }
    Menu.buildFromTemplate(items.map(item)).popup({
      window,
      x: Math.round(x * zoom),
      y: Math.round(y * zoom),
      // A choice is told as the menu closes, on some systems after it has.
      callback: () => setTimeout(() => done(null), 200)
    })
  })
}

function labelOf(id: Choice, about: string): string {
  return isActionId(id) ? t(`action.${id}`) : t(`context.${id}`, { about })
}

function shownKey(id: Choice, keymap: Keymap): Item {
  const key = isActionId(id) ? keysOf(id, keymap, process.platform === 'darwin')[0] : undefined
  return key === undefined ? {} : { accelerator: acceleratorOf(key), registerAccelerator: false }
}

/** A field has the menu that every field has, wherever it stands. */
export function keepFieldMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, { isEditable, editFlags: can, x, y }) => {
    if (!isEditable) return
    const template: Item[] = [
      { role: 'undo', label: t('action.undo'), enabled: can.canUndo },
      { role: 'redo', label: t('menu.redo'), enabled: can.canRedo },
      { type: 'separator' },
      { role: 'cut', label: t('menu.cut'), enabled: can.canCut },
      { role: 'copy', label: t('menu.copy'), enabled: can.canCopy },
      { role: 'paste', label: t('menu.paste'), enabled: can.canPaste },
      { type: 'separator' },
      { role: 'selectAll', label: t('menu.selectAll'), enabled: can.canSelectAll }
    ]
    Menu.buildFromTemplate(template).popup({ window, x, y })
  })
}
