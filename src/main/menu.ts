import { Menu, nativeTheme, type MenuItemConstructorOptions } from 'electron'
import type { MenuCommand, Theme } from '../contract/shell.ts'

/** The application menu; everything in it that the page can do is sent to the page as a command. */
export function setMenu(send: (command: MenuCommand) => void, setTheme: (source: Theme['source']) => void): void {
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => send(command),
    ...(accelerator === undefined ? {} : { accelerator })
  })
  const mac = process.platform === 'darwin'
  const about = item('About Palimpsest', 'about')
  const theme = (label: string, source: Theme['source']): MenuItemConstructorOptions => ({
    label,
    type: 'radio',
    checked: nativeTheme.themeSource === source,
    click: () => setTheme(source)
  })
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [appMenu(about, item('Settings…', 'settings', 'CmdOrCtrl+,'))] : []),
    {
      label: '&File',
      submenu: [
        item('Add to library…', 'add', 'CmdOrCtrl+N'),
        item('Open file…', 'open-file', 'CmdOrCtrl+O'),
        { type: 'separator' },
        item('Backups…', 'backups'),
        item('Storage…', 'storage'),
        item('Verify library…', 'verify'),
        item('Verify this article…', 'verify-article'),
        { type: 'separator' },
        ...(mac ? [] : [item('Settings…', 'settings', 'CmdOrCtrl+,'), { type: 'separator' } as const]),
        { role: mac ? 'close' : 'quit' }
      ]
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        item('Read', 'read'),
        item('Inline', 'inline'),
        item('Side by side', 'side'),
        item('Changes', 'changes'),
        item('Blame', 'blame'),
        { type: 'separator' },
        item('Search versions', 'search', 'CmdOrCtrl+F'),
        item('Inspector', 'inspector', 'CmdOrCtrl+I'),
        { type: 'separator' },
        item('Next change', 'next-change', 'F7'),
        item('Previous change', 'previous-change', 'Shift+F7'),
        { type: 'separator' },
        {
          label: 'Appearance',
          submenu: [theme('As the system', 'system'), theme('Light', 'light'), theme('Dark', 'dark')]
        },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' }
      ]
    },
    {
      label: '&Article',
      submenu: [
        // The usual key for loading a page again; no menu of ours reloads the window.
        item('Check now', 'check-now', 'CmdOrCtrl+R'),
        item('Check all that are due', 'check-due', 'CmdOrCtrl+Shift+R'),
        { type: 'separator' },
        item('Activity', 'activity')
      ]
    },
    { role: 'windowMenu' },
    ...(mac ? [] : [{ role: 'help', submenu: [about] } satisfies MenuItemConstructorOptions])
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

function appMenu(about: MenuItemConstructorOptions, settings: MenuItemConstructorOptions): MenuItemConstructorOptions {
  const line = { type: 'separator' } as const
  return { role: 'appMenu', submenu: [about, line, settings, line, { role: 'hide' }, { role: 'quit' }] }
}
