import { expect, test } from 'vitest'
import { differingReaders } from '../../src/domain/readers.ts'

test.each([
  ['palimpsest-page/1', 'palimpsest-page/1', null],
  ['palimpsest-page/1', 'palimpsest-page/2+browser', null],
  ['diffengine/1', 'diffengine/1', null],
  ['diffengine/1', 'palimpsest-page/1', { older: 'diffengine', newer: 'palimpsest-page' }],
  ['palimpsest-page/1+browser', 'ota/1', { older: 'palimpsest-page', newer: 'ota' }],
  ['', 'git/1', { older: '', newer: 'git' }]
])('texts read by %j and %j', (older, newer, readers) => expect(differingReaders(older, newer)).toEqual(readers))
