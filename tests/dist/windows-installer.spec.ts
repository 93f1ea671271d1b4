import { expect, test } from '@playwright/test'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

// electron-builder's own part of the installer comes with plugins that are downloaded. Ours is compiled here inside the
// smallest installer around it; a warning is an error, as with electron-builder.
const resources = resolve(import.meta.dirname, '../../resources')

test('our part of the installer for Windows compiles, with its icon', () => {
  const made = compiled(readFileSync(join(resources, 'windows/installer.nsh'), 'utf8'))
  expect(made.said).toBe('')
  expect(statSync(made.file).size).toBeGreaterThan(100_000)
})

test('a mistake in it is found', () => {
  const ours = readFileSync(join(resources, 'windows/installer.nsh'), 'utf8')
  expect(compiled(ours.replace('StrLen $0', 'StrLen $unknown')).said).toContain('Usage: StrLen')
})

function compiled(ours: string): { readonly file: string; readonly said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-nsis-'))
  const file = join(folder, 'made.exe')
  writeFileSync(join(folder, 'installer.nsh'), ours)
  writeFileSync(join(folder, 'whole.nsi'), around(join(folder, 'installer.nsh'), file))
  const { stdout, stderr } = spawnSync('makensis', ['-V2', '-WX', join(folder, 'whole.nsi')], { encoding: 'utf8' })
  return { file, said: stdout + stderr }
}

const around = (include: string, file: string): string => `
Unicode true
!include "LogicLib.nsh"
!define APP_EXECUTABLE_FILENAME "Palimpsest.exe"
Name "Palimpsest"
OutFile "${file}"
InstallDir "$LOCALAPPDATA\\Programs\\Palimpsest"
Icon "${join(resources, 'icon/icon.ico')}"
UninstallIcon "${join(resources, 'icon/icon.ico')}"
RequestExecutionLevel user
!include "${include}"
Section
  SetOutPath $INSTDIR
  WriteUninstaller "$INSTDIR\\uninstall.exe"
  !insertmacro customInstall
SectionEnd
Section "un.all"
  !insertmacro customUnInstall
SectionEnd
`
