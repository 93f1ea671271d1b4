import { expect, test } from 'vitest'
import { mended, usualReading } from '../../../src/renderer/ui/reading.ts'

test.each([
  ['nothing stored', {}, {}],
  [
    'what was chosen stays',
    { textSize: 22, typeface: 'sans', hideMinor: true },
    { textSize: 22, typeface: 'sans', hideMinor: true }
  ],
  ['numbers are kept within their range', { textSize: 4, measure: 900 }, { textSize: 15, measure: 90 }],
  ['what makes no sense is as usual', { textSize: 'big', measure: Number.NaN, changeColours: 'pink', context: 1 }, {}],
  ['what is not known is left out', { shape: 'round' }, {}]
])('%s', (_, stored, expected) => {
  expect(mended(stored)).toEqual({ ...usualReading, ...expected })
})
