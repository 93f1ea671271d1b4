import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Autostart } from '../../src/main/autostart.ts'

function made() {
  const config = mkdtempSync(join(tmpdir(), 'palimpsest-autostart-'))
  return { autostart: new Autostart(config), path: join(config, 'autostart/palimpsest.desktop') }
}

test('the file is written, known again and removed', () => {
  const { autostart, path } = made()
  expect(autostart.isOn).toBe(false)
  autostart.write('/opt/Palimpsest/palimpsest', ['--hidden'])
  expect(autostart.isOn).toBe(true)
  const lines = readFileSync(path, 'utf8').split('\n')
  expect(lines[0]).toBe('[Desktop Entry]')
  expect(lines).toContain('Type=Application')
  expect(lines).toContain('Exec=/opt/Palimpsest/palimpsest --hidden')
  autostart.remove()
  expect([autostart.isOn, existsSync(path)]).toEqual([false, false])
  autostart.remove()
})

test.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])('what the desktop switched off is off: %s', (line) => {
  const { autostart, path } = made()
  autostart.write('/opt/p', [])
  writeFileSync(path, `[Desktop Entry]\nType=Application\n${line}\nExec=/opt/p\n`)
  expect(autostart.isOn).toBe(false)
})

test.each([
  ['/home/a b/Palimpsest.AppImage', '"/home/a b/Palimpsest.AppImage"'],
  ['/opt/100%/p', '"/opt/100%%/p"'],
  ['/opt/$x`y"z', '"/opt/\\\\$x\\\\`y\\\\"z"'],
  ['/opt/a\\b', '"/opt/a\\\\\\\\b"']
])('%s is quoted', (program, exec) => {
  const { autostart, path } = made()
  autostart.write(program, ['--hidden'])
  expect(readFileSync(path, 'utf8')).toContain(`\nExec=${exec} --hidden\n`)
})
