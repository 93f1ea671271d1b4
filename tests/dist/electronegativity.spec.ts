import { expect, test } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

function look(folder: string): { readonly code: number | null; readonly said: string } {
  const { status, stdout, stderr } = spawnSync('node', ['scripts/electronegativity.mjs', folder], {
    cwd: root,
    encoding: 'utf8'
  })
  return { code: status, said: stdout + stderr }
}

test('nothing dangerous in our source that is not explained', () => {
  expect(look('src')).toEqual({ code: 0, said: expect.stringMatching(/ 0 not explained\n$/u) })
})

test('a window with Node in it, planted, is found', () => {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'))
  const open = 'contextIsolation: false, webSecurity: false, sandbox: false, nodeIntegration: true'
  writeFileSync(
    join(folder, 'evil.ts'),
    `import { BrowserWindow } from 'electron'\nnew BrowserWindow({ webPreferences: { ${open} } }).loadURL('http://a.example/')\n`
  )
  const { code, said } = look(folder)
  expect(code).toBe(1)
  for (const rule of ['CONTEXT_ISOLATION', 'SANDBOX', 'WEB_SECURITY']) expect(said).toContain(`evil.ts:2 ${rule}`)
})
