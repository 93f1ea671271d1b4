import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { scratch } from './drive.ts'

/** The least an Electron app can be, with the same window options as ours: its folder. */
export function bareApp(): string {
  const folder = scratch()
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'bare', type: 'module', main: 'main.js' }))
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><title>Hello</title><h1>Hello</h1><p>This is a window with a line of text.</p>'
  )
  writeFileSync(
    join(folder, 'main.js'),
    `import { app, BrowserWindow } from 'electron'
     app.whenReady().then(() => {
       const window = new BrowserWindow({ width: 1440, height: 900, show: false, webPreferences: { sandbox: true } })
       window.once('ready-to-show', () => window.show())
       window.loadFile('index.html')
     })`
  )
  return folder
}
