import { expect, test } from 'vitest'
import { compare } from '../../src/domain/diff/compare.ts'
import { isQuiet, noticesFor, type Happening, type NoticeChoice } from '../../src/domain/notices.ts'
import { sentenceOf } from '../../src/main/notice-words.ts'
import type { Content } from '../../src/domain/revision.ts'
import { block, revision } from './redline.ts'

const all: NoticeChoice = { headlines: true, silent: true, removed: true, quiet: null }
const place = { article: 1, source: 'The Harbour Post', headline: 'Wall to be raised', older: 10, newer: 11 }

/** What happened between two texts, as the library tells it. */
function changed(older: Content, newer: Content, silent = true): Happening {
  const { edits } = compare(older, newer)
  const headlineOf = ({ blocks }: Content) => blocks.find(({ kind }) => kind === 'headline')?.text ?? null
  const [before, after] = [headlineOf(older), headlineOf(newer)]
  const minor = edits.every(({ minor, folded }) => minor || folded)
  const headlineBefore = before === after ? null : before
  return {
    ...place,
    headline: after ?? place.headline,
    what: 'changed',
    minor,
    silent: silent && !minor,
    headlineBefore,
    edits
  }
}

const headline = (text: string) => block('headline', text)
const at = '12:00'
const said = (happenings: readonly Happening[], choice: Partial<NoticeChoice> = {}, time = at) =>
  noticesFor(happenings, { ...all, ...choice }, time).map(sentenceOf)

const homes = (number: number) => revision(headline('Wall to be raised'), `The wall protects ${number} households.`)
const figure = changed(homes(40), homes(60))
const retitled = changed(
  revision(headline('Council rejects the wall'), 'It was decided on Monday.'),
  revision(headline('Council approves the wall'), 'It was decided on Monday.')
)
const found = (...searches: readonly string[]): Happening => ({ ...place, what: 'found', searches })
const nothing = { headlines: false, silent: false, removed: false }
const gone: Happening = { ...place, what: 'gone', newer: null, older: null }

test.each<[string, readonly Happening[], Partial<NoticeChoice>, readonly string[]]>([
  ['a figure', [figure], {}, ['Silent edit: 40 → 60 households in “Wall to be raised”']],
  ['a headline', [retitled], {}, ['Headline changed: “Council rejects the wall” is now “Council approves the wall”']],
  ['a removal', [gone], {}, ['Removed: “Wall to be raised”']],
  ['a return', [{ ...gone, what: 'returned' }], {}, ['Back again: “Wall to be raised”']],
  [
    'a whole paragraph',
    [changed(revision('One stays.', 'The mayor declined to say who had paid for it.'), revision('One stays.'))],
    {},
    ['Silent edit in “Wall to be raised”']
  ],
  ['a figure that is noted', [changed(homes(40), homes(60), false)], {}, []],
  ['spelling', [changed(revision('The goverment fell.'), revision('The government fell.'))], {}, []],
  [
    'an update time',
    [changed(revision(block('dateline', 'Updated 1 hour ago')), revision(block('dateline', 'Updated 2 hours ago')))],
    {},
    []
  ],
  ['the same text', [changed(homes(40), homes(40))], {}, []],
  ['headlines not wanted', [retitled], { headlines: false, silent: false }, []],
  ['silent edits not wanted', [figure], { silent: false }, []],
  ['removals not wanted', [gone], { removed: false }, []],
  ['a saved search', [found('evictions')], {}, ['Saved search “evictions” now finds “Wall to be raised”']],
  [
    'two saved searches, and a headline',
    [retitled, found('evictions', 'wall')],
    {},
    ['Saved search “evictions” and 1 more now find “Wall to be raised”']
  ],
  [
    'a saved search where nothing else is wanted',
    [found('wall')],
    nothing,
    ['Saved search “wall” now finds “Wall to be raised”']
  ],
  ['a saved phrase', [found('"forced out"')], {}, ['Saved search "forced out" now finds “Wall to be raised”']],
  ['several of one article', [figure, gone], {}, ['Removed: “Wall to be raised”']]
])('%s', (_name, happenings, choice, texts) => {
  expect(said(happenings, choice)).toEqual(texts)
})

test('each article is named once, removals before headlines before silent edits, and no more than fifty', () => {
  const many = Array.from({ length: 80 }, (_, i): Happening => ({ ...figure, article: i + 2 }))
  const notices = noticesFor([...many, { ...retitled, article: 200 }, { ...gone, article: 201 }], all, at)
  expect(notices).toHaveLength(50)
  expect(notices.slice(0, 3).map(({ kind }) => kind)).toEqual(['removed', 'headline', 'silent'])
  expect(notices[1]).toMatchObject({ article: 200, source: 'The Harbour Post', older: 10, newer: 11 })
})

test('long headlines are cut, and never within a character', () => {
  const long = '𝒜'.repeat(500)
  const [text] = said([{ ...gone, headline: long }])
  expect(text).toBe(`Removed: “${'𝒜'.repeat(119)}…”`)
})

test.each([
  ['22:00', '07:00', '23:30', true],
  ['22:00', '07:00', '22:00', true],
  ['22:00', '07:00', '06:59', true],
  ['22:00', '07:00', '07:00', false],
  ['22:00', '07:00', '12:00', false],
  ['12:00', '14:00', '13:00', true],
  ['12:00', '14:00', '14:00', false],
  ['09:00', '09:00', '03:00', true]
])('quiet from %s to %s: at %s %s', (from, to, time, quiet) => {
  expect(isQuiet({ from, to }, time)).toBe(quiet)
  expect(said([figure], { quiet: { from, to } }, time)).toHaveLength(quiet ? 0 : 1)
})
