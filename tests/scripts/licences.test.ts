import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { currentLicences } from '../../scripts/licences.mjs'

const file = new URL('../../resources/licences.json', import.meta.url)
const all = JSON.parse(readFileSync(file, 'utf8')) as { name: string; licence: string }[]

test('the licences that the application shows are those of what it is made of: run node scripts/licences.mjs', () => {
  expect(readFileSync(file, 'utf8')).toBe(currentLicences())
})

test('fonts, widgets and the database are among them, and tools are not', () => {
  const names = all.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['electron', 'react', 'better-sqlite3', 'react-aria-components']))
  expect(names).toContain('@fontsource-variable/source-serif-4')
  expect(names.filter((name) => /^(vite|vitest|playwright|oxlint|jsdom|@types\/)/u.test(name))).toEqual([])
})

test('each lets itself be passed on', () => {
  const known = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'OFL-1.1'])
  expect(all.filter(({ licence }) => !known.has(licence))).toEqual([])
})
