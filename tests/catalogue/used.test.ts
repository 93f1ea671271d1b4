import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { en } from '../../src/catalogue/en.ts'

const src = resolve(import.meta.dirname, '../../src')
const sources = globSync('{renderer,main}/**/*.{ts,tsx}', { cwd: src })
const code = sources.map((file) => readFileSync(join(src, file), 'utf8')).join('\n')

const written = new Set([...code.matchAll(/['"`]([a-z]\w*\.[\w.]+)['"`]/gu)].map(([, name]) => name!))

/** Names that are put together in the code from what they begin with, and what they end with, and a part that varies. */
const computed = [...code.matchAll(/`([a-z]\w*\.(?:\w+\.)*)\$\{[^`]*?\}((?:\.\w+)*)`/gu)].map(
  ([, start, end]) => [start!, end!] as const
)

/** What is said only in parts of the window that are being built; this list only becomes shorter. */
const notYet =
  /^(?:filing|notes|list|reader|mark|change|headline|summary|silent|twins|blame|inspector|timeline|palette|settings|export)\./u

test('everything in the catalogue is said somewhere', () => {
  const isComputed = (key: string) => computed.some(([start, end]) => key.startsWith(start) && key.endsWith(end))
  expect(Object.keys(en).filter((key) => !written.has(key) && !isComputed(key) && !notYet.test(key))).toEqual([])
})
