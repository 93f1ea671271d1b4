import { expect, test } from 'vitest'
import { speechOf, type Wishes } from '../../src/main/speech.ts'

const none: Wishes = { choice: 'system', forced: undefined, preferred: [], region: '' }

test.each<[Partial<Wishes>, string, string]>([
  [{}, 'en', 'en'],
  [{ preferred: ['es-AR', 'en-US'], region: 'es-AR' }, 'es', 'es-AR'],
  [{ preferred: ['es-419'], region: 'es_MX.UTF-8' }, 'es', 'es-MX'],
  // The first of the system's languages that is one of ours.
  [{ preferred: ['de-DE', 'es-ES', 'en'], region: 'de-DE' }, 'es', 'es-DE'],
  [{ preferred: ['de-DE'], region: 'de-DE' }, 'en', 'en-DE'],
  [{ preferred: ['est-EE'], region: 'et-EE' }, 'en', 'en-EE'],
  // What was chosen goes before what the system says, and keeps its region.
  [{ choice: 'es', preferred: ['en-US'], region: 'en-US' }, 'es', 'es-US'],
  [{ choice: 'en', preferred: ['es-ES'], region: 'es-ES' }, 'en', 'en-ES'],
  [{ choice: 'en', region: 'zh-Hant-TW' }, 'en', 'en-TW'],
  [{ choice: 'en', region: 'es-419' }, 'en', 'en-419'],
  [{ choice: 'en', region: 'C' }, 'en', 'en'],
  // What a test wants goes before all.
  [{ choice: 'en', forced: 'es', region: 'en-US' }, 'es', 'es-US'],
  [{ choice: 'es', forced: 'xx' }, 'es', 'es'],
  [{ choice: 'es', forced: 'en-XA', region: 'es-ES' }, 'en-XA', 'en-XA'],
  [{ forced: 'ar-XB' }, 'ar-XB', 'en-XB']
])('%j is said in %s, written as in %s', (some, words, locale) => {
  const wishes = { ...none, ...some }
  const dir = words === 'ar-XB' ? 'rtl' : 'ltr'
  expect(speechOf(wishes)).toEqual({ choice: wishes.choice, words, locale, dir })
})
