import { expect, test } from 'vitest'
import { compare } from '../../src/domain/diff/compare.ts'
import { vocabularyOf } from '../../src/domain/edits/vocabulary.ts'
import { judge, textsOf, touchedBy, type Changed } from '../../src/domain/noise.ts'
import { proposalsOf, ruleOf } from '../../src/domain/noise-proposals.ts'
import { fitsText, isSound, type NoiseRule } from '../../src/domain/noise-rule.ts'
import type { Content } from '../../src/domain/revision.ts'
import { paragraph, revision } from './redline.ts'

const english = () => vocabularyOf('en')
const text = (...parts: string[]): NoiseRule => ({ kind: 'text', parts, allow: [] })
const begins = (words: string): NoiseRule => ({ kind: 'begins', words, allow: [] })

test.each<[string, NoiseRule, string, boolean]>([
  ['the whole text alone', text('Read more'), 'read  MORE', true],
  ['not a part of it', text('Read more'), 'Read more here', false],
  ['anything at the end', text('Read more:', ''), 'Read more: the storm', true],
  ['anything at the beginning', text('', 'comments'), '14 comments', true],
  ['anything between', text('Most read: ', ' of the week'), 'Most read: a storm of the week', true],
  ['parts in order', text('a', 'b', 'c', 'd'), 'a1b2c3d', true],
  ['parts in another order', text('a', 'c', 'b', 'd'), 'a1b2c3d', false],
  ['parts that would overlap', text('one two', 'two three'), 'one two three', false],
  ['a middle that would reach into the end', text('a', 'bc', 'c'), 'a bc', false],
  ['wide letters and odd spaces', text('Ｒead\u00a0more', ''), 'read more …', true],
  ['the beginning', begins('Read more'), 'Read more: a storm', true],
  ['the beginning of no word', begins('Read'), 'Reading on', false],
  ['the beginning and nothing else', begins('Read more'), 'Read more', true]
])('%s', (_, rule, given, fits) => {
  expect(fitsText(rule, given)).toBe(fits)
})

test.each<[NoiseRule, boolean]>([
  [text('', ''), false],
  [text('a', 'b'), false],
  [text('Read more', ''), true],
  [begins('a'), false],
  [begins('Also'), true],
  [{ kind: 'kind', edit: 'link', allow: [] }, true]
])('a rule that says too little is none: %#', (rule, sound) => {
  expect(isSound(rule)).toBe(sound)
})

/** With backtracking this would not end before the sun does. */
test('a pattern made to be slow is answered', () => {
  const rule = text('', ...Array.from({ length: 20 }, () => 'aaaaaaaaab'), '')
  expect(fitsText(rule, 'a'.repeat(200_000))).toBe(false)
})

const story = 'The wall was last strengthened after the storm of 1961, when eleven houses were lost.'

/** The first change between two texts, with what stands around it. */
function firstChange(older: Content, newer: Content): Changed & { readonly kinds: readonly string[] } {
  const { edits, hunks } = compare(older, newer, { lang: 'en' })
  const edit = edits.find(({ folded }) => !folded)!
  return { edit, ...textsOf(hunks[edit.hunk]!, older.blocks, newer.blocks), kinds: edit.kinds }
}

test.each<[string, string, string, readonly string[]]>([
  ['a figure', 'They found 11 cracks in it.', 'They found 17 cracks in it.', ['digits']],
  ['a negation', 'He was found not guilty by them.', 'He was found guilty by them.', ['negation']],
  ['a quotation', '“It is good news,” she said.', '“It is bad news,” she said.', ['quotation']],
  ['a name', 'The report names Adam Wells of the city.', 'The report names Adam Hart of the city.', ['name']],
  ['wording alone', 'They walked to the old harbour.', 'They ran to the old harbour.', []]
])('%s is what a change touches', (_, before, after, touched) => {
  const change = firstChange(revision(story, before), revision(story, after))
  expect(touchedBy(change, english())).toEqual(expect.arrayContaining([...touched]))
  if (touched.length === 0) expect(touchedBy(change, english())).toEqual([])
  const rule: NoiseRule = { kind: 'text', parts: ['', ''], allow: [] }
  expect(judge(rule, change, english)).toBe(touched.length === 0 ? 'folds' : 'held')
  const allowing = { ...rule, allow: touchedBy(change, english()) }
  expect(judge(allowing, change, english)).toBe('folds')
})

test('a link and a paragraph that came whole touch what they hold', () => {
  const linked = (href: string) => ({ ...paragraph('Read the report here.'), links: [{ text: 'report', href }] })
  const link = firstChange(revision(linked('https://x.org/a')), revision(linked('https://x.org/b')))
  expect(touchedBy(link, english())).toContain('link')
  const came = firstChange(revision(story), revision(story, 'There were 12 of them, the Mayor said, and no more.'))
  expect(touchedBy(came, english())).toEqual(expect.arrayContaining(['digits', 'negation']))
})

test('the rules that a change suggests fold that change, where what it touches is allowed', () => {
  const older = revision(story, 'Most read this week: Seals return to the bay again')
  const newer = revision(story, 'Most read this week: The ferry is late once more')
  const { edits, hunks } = compare(older, newer, { lang: 'en' })
  for (const edit of edits.filter(({ folded }) => !folded)) {
    const changed = { edit, ...textsOf(hunks[edit.hunk]!, older.blocks, newer.blocks) }
    const proposals = proposalsOf(edit, hunks[edit.hunk]!, changed)
    expect(proposals.length).toBeGreaterThan(0)
    for (const proposal of proposals) {
      const rule = ruleOf(proposal, touchedBy(changed, english()))
      expect([proposal, judge(rule, changed, english)]).toEqual([proposal, 'folds'])
    }
  }
})

test('what the reader calls noise is folded, told of as such, and never lost', () => {
  const older = revision(story, 'Most read: Seals return to the bay', 'They walked to the old harbour.')
  const newer = revision(story, 'Most read: Ferries stop at noon', 'They ran to the old harbour.')
  const rule: NoiseRule = { kind: 'begins', words: 'Most read', allow: ['name', 'digits'] }
  const plain = compare(older, newer, { lang: 'en' })
  const ruled = compare(older, newer, {
    lang: 'en',
    isNoise: (changed, _, words) => judge(rule, changed, words) === 'folds'
  })
  expect(ruled.edits).toHaveLength(plain.edits.length)
  const own = ruled.edits.filter(({ rule: by }) => by === 'reader')
  expect(own.length).toBeGreaterThan(0)
  expect(own.every(({ folded, importance }) => folded && importance === 0)).toBe(true)
  expect(ruled.hunks).toEqual(plain.hunks)
  expect(ruled.wordsAdded).toBeLessThan(plain.wordsAdded)
})
