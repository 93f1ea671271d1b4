import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { usualKeymap } from '../../src/contract/actions.ts'
import { Settings } from '../../src/main/settings.ts'

const file = () => join(mkdtempSync(join(tmpdir(), 'palimpsest-settings-')), 'settings.json')
const read = (text: string) => {
  const path = file()
  writeFileSync(path, text)
  return new Settings(path).values
}
const usual = {
  theme: 'system',
  updates: false,
  language: undefined,
  library: undefined,
  tray: undefined,
  window: undefined,
  keymap: usualKeymap,
  zoom: 100
}

test('without a file the usual settings hold', () => {
  expect(new Settings(file()).values).toEqual(usual)
})

test.each([
  ['nothing', ''],
  ['half a file', '{"theme": "da'],
  ['a list', '[1, 2]'],
  ['a word', '"dark"'],
  ['null', 'null']
])('a file with %s means the usual settings', (_name, text) => {
  expect(read(text)).toEqual(usual)
})

test('one setting that cannot be read leaves the others', () => {
  const text = JSON.stringify({ theme: 'purple', library: '/somewhere/else', tray: 'yes', zoom: 9000, keymap: 3 })
  expect(read(text)).toEqual({ ...usual, library: '/somewhere/else' })
})

test('keys of actions that are unknown are left out', () => {
  const keymap = { singleKeys: false, chosen: { star: ['x'], 'brew-tea': ['q'] } }
  expect(read(JSON.stringify({ keymap })).keymap).toEqual({ singleKeys: false, chosen: { star: ['x'] } })
})

test('what is written is read at the next start', () => {
  const path = file()
  new Settings(path).write({ theme: 'dark', zoom: 150 })
  expect(new Settings(path).values).toEqual({ ...usual, theme: 'dark', zoom: 150 })
  expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ theme: 'dark' })
})

test('where nothing can be written a choice holds until the end, and the file that was there stays', () => {
  const path = file()
  writeFileSync(path, '{"theme":"light"}')
  const settings = new Settings(path)
  mkdirSync(`${path}.new`)
  settings.write({ theme: 'dark' })
  expect(settings.values.theme).toBe('dark')
  expect(readFileSync(path, 'utf8')).toBe('{"theme":"light"}')
})
