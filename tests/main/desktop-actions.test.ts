import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { actionInArguments } from '../../src/main/desktop-actions.ts'

const config = readFileSync(resolve(import.meta.dirname, '../../electron-builder.config.cjs'), 'utf8')

test('what the icon offers is what a start understands', () => {
  const asked = Array.from(config.matchAll(/--do=([\w-]+)/gu), ([, id]) => id)
  expect(asked).toHaveLength(3)
  for (const id of asked) expect(actionInArguments(['palimpsest', `--do=${id}`])).toBe(id)
})

test('nothing else can be asked for', () => {
  for (const args of [[], ['--do='], ['--do=delete'], ['--do=export'], ['add'], ['--do', 'add']])
    expect(actionInArguments(args)).toBeNull()
})
