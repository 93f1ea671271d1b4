import { en } from '../catalogue/en.ts'
import { t, type Key } from '../catalogue/words.ts'
import type { Handlers } from './library.ts'

type Words = Parameters<Handlers['exportPair']>[0]['words']

const prefix = 'export.word.'
/** Places for values, left open. */
const open = { a: '{a}', b: '{b}' }

/** What a written comparison says, in English. */
export function exportWords(): Words {
  const keys = (Object.keys(en) as Key[]).filter((key) => key.startsWith(prefix))
  return Object.fromEntries(keys.map((key) => [key.slice(prefix.length), t(key, open)])) as Words
}
