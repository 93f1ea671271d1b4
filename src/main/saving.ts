import { app, dialog, shell, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import type { Handlers } from '../contract/door.ts'
import { CallFailure } from '../contract/failure.ts'
import { shellRequests, type ShellAnswers } from '../contract/shell.ts'

const requests = { saveFile: shellRequests.saveFile, showInFolder: shellRequests.showInFolder }
type Own = Handlers<typeof requests, Pick<ShellAnswers, keyof typeof requests>>

/** A name that can stand in a folder of any system: no separators, nothing that Windows refuses, no leading dot. */
function fileName(name: string, extension: string): string {
  const plain = name.replace(/[\p{Cc}<>:"/\\|?*]/gu, '-').replace(/^[.\s]+|[.\s]+$/gu, '')
  const base = plain.replace(new RegExp(String.raw`\.${extension.replace('.', String.raw`\.`)}$`, 'iu'), '')
  return `${base === '' ? 'palimpsest' : base}.${extension}`
}

/** Where files are written to, and where they lie: only a path that the reader chose is ever shown. */
export function savingHandlers(window: () => BrowserWindow | null): Own {
  const chosen = new Set<string>()
  return {
    saveFile: async ({ name, extension }) => {
      const parent = window()
      if (parent === null) return null
      const { filePath, canceled } = await dialog.showSaveDialog(parent, {
        defaultPath: join(app.getPath('documents'), fileName(name, extension)),
        // Systems know the last part of an ending alone.
        filters: [{ name: extension.toUpperCase(), extensions: [extension.split('.').at(-1)!] }],
        properties: ['createDirectory', 'showOverwriteConfirmation']
      })
      if (canceled || filePath === '') return null
      const path = filePath.toLowerCase().endsWith(`.${extension}`) ? filePath : `${filePath}.${extension}`
      chosen.add(path)
      return path
    },
    showInFolder: ({ path }) => {
      if (!chosen.has(path)) throw new CallFailure('bad-arguments', 'showInFolder')
      shell.showItemInFolder(path)
      return null
    }
  }
}
