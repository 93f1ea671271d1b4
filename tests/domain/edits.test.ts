import { expect, test } from 'vitest'
import { compare } from '../../src/domain/diff/compare.ts'
import type { EditKind } from '../../src/domain/diff/comparison.ts'
import type { Block } from '../../src/domain/revision.ts'
import { block, compareText, paragraph, revision, unfolded } from './redline.ts'

type Case = [name: string, before: string | Block, after: string | Block, kinds: EditKind[], reason: string]

test.each<Case>([
  [
    'headline',
    block('headline', 'The bridge is open'),
    block('headline', 'The bridge is shut'),
    ['headline'],
    'headline: words changed'
  ],
  [
    'headline',
    block('headline', 'The bridge is open'),
    block('headline', 'Ferry talks fail'),
    ['headline'],
    'headline replaced'
  ],
  [
    'standfirst',
    block('standfirst', 'It is open for up to six weeks.'),
    block('standfirst', 'It is open for up to ten weeks.'),
    ['figure', 'standfirst'],
    'standfirst: figure: six → ten weeks'
  ],
  [
    'byline',
    block('byline', 'By Ann Lee'),
    block('byline', 'By Ann Low'),
    ['name', 'byline'],
    'byline: name: Lee → Low'
  ],
  [
    'caption',
    block('caption', 'Mayor Ann Lee at the quay'),
    block('caption', 'Mayor Joan Lee at the quay'),
    ['name', 'caption'],
    'caption: name: Ann → Joan'
  ],
  [
    'correction note',
    block('correction-note', 'An earlier version gave the age as 41.'),
    block('correction-note', 'An earlier version gave the age as 42.'),
    ['figure', 'correction-note'],
    'correction note: figure: 41 → 42'
  ],
  [
    'date claim',
    block('dateline', '3 Mar 2026'),
    block('dateline', '4 Mar 2026'),
    ['date', 'date-claim'],
    'date line: date: 3 Mar 2026 → 4 Mar 2026'
  ],
  [
    'figure',
    'Forty households must leave.',
    'Up to sixty households must leave.',
    ['figure'],
    'figure: 40 → 60 households'
  ],
  [
    'figure',
    'It is expected to cost £2.4m, most of it borrowed.',
    'It is expected to cost £3.1m, most of it borrowed.',
    ['figure'],
    'figure: £2.4m → £3.1m'
  ],
  [
    'figure',
    'It cost $1.5 million to build.',
    'It cost $15 million to build.',
    ['figure'],
    'figure: $1.5 million → $15 million'
  ],
  [
    'figure',
    'They voted 51 to 49 that night.',
    'They voted 49 to 51 that night.',
    ['figure'],
    'figure: 51 → 49, 49 → 51'
  ],
  ['figure', 'Two hundred and six people came.', 'Three hundred people came.', ['figure'], 'figure: 206 → 300 people'],
  ['figure', 'She came first in the race.', 'She came second in the race.', ['figure'], 'figure: first → second'],
  ['date', 'The vote is on May 3 in the hall.', 'The vote is on May 13 in the hall.', ['date'], 'date: May 3 → May 13'],
  [
    'a time',
    'It began at 9:05 PM on the quay.',
    'It began at 11:40 PM on the quay.',
    ['figure', 'date'],
    'time: 9:05 PM → 11:40 PM'
  ],
  [
    'date',
    'It happened on Monday at the hall.',
    'It happened on Tuesday at the hall.',
    ['date'],
    'date: Monday → Tuesday'
  ],
  ['name', 'Dr Smith came to the hall.', 'Dr Jones came to the hall.', ['name'], 'name: Smith → Jones'],
  [
    'name, Russian',
    'Премьер Иванов приехал в город.',
    'Премьер Петров приехал в город.',
    ['name'],
    'name: Иванов → Петров'
  ],
  [
    'name, Greek',
    'Ο υπουργός Παππάς ήρθε στην πόλη.',
    'Ο υπουργός Νικολάου ήρθε στην πόλη.',
    ['name'],
    'name: Παππάς → Νικολάου'
  ],
  [
    'quote',
    '“Nobody is forced to leave the Row,” she said.',
    '“Everyone is asked to leave the Row,” she said.',
    ['quote', 'negation'],
    'quote altered'
  ],
  [
    'quote',
    'The hall was cold all day long. “Nobody is forced out of here,” she said.',
    'The hall was cold all day long. “All of you have a good choice,” she said.',
    ['quote', 'wording'],
    'sentence replaced'
  ],
  [
    'quote, German',
    'Er sagte: „Wir gehen heute nach Hause.“',
    'Er sagte: „Wir gehen morgen nach Hause.“',
    ['quote'],
    'quote altered'
  ],
  [
    'quote, French',
    'Il a dit : « Nous partons demain matin. »',
    'Il a dit : « Nous restons demain matin. »',
    ['quote'],
    'quote altered'
  ],
  [
    'quote, Japanese',
    '彼は「今日は帰らないつもりだ」と話した。',
    '彼は「明日は帰らないつもりだ」と話した。',
    ['quote'],
    'quote altered'
  ],
  [
    'quotation marks',
    'He called it a “mistake” in public.',
    'He called it a mistake in public.',
    ['quote'],
    'quotation marks removed'
  ],
  [
    'attribution',
    'He said it was fine by him.',
    'He told us it was fine by him.',
    ['attribution'],
    'attribution: said → told'
  ],
  ['negation', 'The jury found him not guilty.', 'The jury found him guilty.', ['negation'], 'negation removed: not'],
  ['negation', 'It was lawful to do so.', 'It was unlawful to do so.', ['negation'], 'negation: lawful → unlawful'],
  ['hedge', 'He allegedly stole the boat.', 'He stole the boat.', ['hedge'], 'hedge removed: allegedly'],
  ['wording', 'He will re-sign next week.', 'He will resign next week.', ['wording'], 'words changed'],
  [
    'an apostrophe is no quotation mark',
    "The band of the '90s played on the old pier.",
    "The band of the '90s sang on the old pier.",
    ['wording'],
    'words changed'
  ],
  [
    'quote in single marks',
    'He called it ‘a mistake’ in the workers’ hall.',
    'He called it ‘a blunder’ in the workers’ hall.',
    ['quote'],
    'quote altered'
  ],
  [
    'the unit of a number',
    'The detour is 5 miles long.',
    'The detour is 5 km long.',
    ['figure'],
    'figure: 5 miles → 5 km'
  ],
  [
    'a speaker',
    'The slope moved, according to police.',
    'The slope moved, according to residents.',
    ['attribution'],
    'attribution: police → residents'
  ],
  ['wording', 'They met the rapist in court.', 'They met therapist in court.', ['wording'], 'words changed'],
  [
    'a sentence',
    'It rains. The quay is wet.',
    'It rains. Boats stay in. The quay is wet.',
    ['added', 'wording'],
    'sentence added'
  ],
  ['typo', 'The goverment fell today.', 'The government fell today.', ['typo'], 'spelling: goverment → government'],
  ['punctuation', 'Did he lie?', 'Did he lie', ['punctuation'], 'punctuation: ? removed']
])('%s: %o → %o', (_, before, after, kinds, reason) => {
  expect(unfolded(compareText(before, after)).map((edit) => [edit.kinds, edit.reason])).toEqual([[kinds, reason]])
})

test.each<[string, string, string, string]>([
  ['es', 'El ministro no dimitió ayer.', 'El ministro dimitió ayer.', 'no'],
  ['fr', 'Il ne viendra pas demain.', 'Il viendra demain.', 'ne'],
  ['de', 'Er ist nicht gekommen.', 'Er ist gekommen.', 'nicht'],
  ['pt', 'Ele não saiu da cidade.', 'Ele saiu da cidade.', 'não'],
  ['it', 'Non è uscito dalla città.', 'È uscito dalla città.', 'non'],
  ['ru', 'Он не пришёл вчера.', 'Он пришёл вчера.', 'не'],
  ['ar', 'الرجل لم يذهب إلى المدينة', 'الرجل يذهب إلى المدينة', 'لم'],
  ['hi', 'वह घर नहीं गया था', 'वह घर गया था', 'नहीं'],
  ['ja', '彼は行かない。', '彼は行く。', 'ない'],
  ['zh', '他没有离开这座城市。', '他离开这座城市。', '没'],
  ['el', 'Ο υπουργός δεν ήρθε χθες.', 'Ο υπουργός ήρθε χθες.', 'δεν'],
  ['th', 'เขาไม่ได้ไปที่นั่น', 'เขาได้ไปที่นั่น', 'ไม่']
])('a negation that goes is told in %s', (lang, before, after, word) => {
  const kinds = unfolded(compareText(before, after, lang)).flatMap((edit) => [...edit.kinds])
  const reasons = unfolded(compareText(before, after, lang))
    .map(({ reason }) => reason)
    .join()
  expect(kinds).toContain('negation')
  expect(reasons).toContain(word)
})

test('Portuguese "no" is no negation', () => {
  const [edit] = unfolded(compareText('Ele chegou ontem.', 'Ele chegou no ontem.', 'pt'))
  expect(edit?.kinds).toEqual(['wording'])
})

const link = (href: string): Block => ({ ...paragraph('Read the report here.'), links: [{ text: 'report', href }] })
const image = (src: string): Block => ({ kind: 'image', text: 'The quay', src })

test('a link that leads elsewhere leaves the words alone', () => {
  const comparison = compareText(link('https://x.org/a'), link('https://x.org/b'))
  expect(comparison.edits).toEqual([
    {
      hunk: 0,
      kinds: ['link'],
      folded: false,
      rule: null,
      before: 'https://x.org/a',
      after: 'https://x.org/b',
      reason: 'link changed: report',
      minor: false,
      importance: 20,
      disclosure: 'silent'
    }
  ])
  expect(comparison.hunks).toEqual([
    { op: 'edited', old: 0, new: 0, runs: [{ op: 'same', old: 'Read the report here.', new: 'Read the report here.' }] }
  ])
})

test('an image swapped under the same caption is an image edit', () => {
  const caption = block('caption', 'The quay at low tide')
  const comparison = compare(
    revision(image('https://x.org/a.jpg'), caption),
    revision(image('https://x.org/b.jpg'), caption)
  )
  expect(comparison.edits.map(({ kinds, reason, minor }) => ({ kinds, reason, minor }))).toEqual([
    { kinds: ['image'], reason: 'image replaced', minor: false }
  ])
})

test.each<[string, Block[], Block[], EditKind[], string]>([
  ['added', [], [paragraph('Something new was said.')], ['added'], 'paragraph added'],
  ['removed', [block('heading', 'What comes next')], [], ['removed'], 'heading removed'],
  [
    'a note added',
    [],
    [block('correction-note', 'An earlier version was wrong.')],
    ['correction-note', 'added'],
    'correction note added'
  ],
  ['an advertisement', [], [paragraph('Advertisement')], ['boilerplate'], 'a line of the page, not of the article'],
  ['an update line', [], [paragraph('Updated 5 min ago')], ['date-claim'], 'the page’s own update line']
])('a block %s', (_, olds, news, kinds, reason) => {
  const lead = paragraph('The wall was last strengthened after the storm of 1961.')
  const { edits } = compare(revision(lead, ...olds), revision(lead, ...news))
  expect(edits.map((edit) => [edit.kinds, edit.reason])).toEqual([[kinds, reason]])
})

test.each<[string, string, boolean]>([
  ['The goverment fell.', 'The government fell.', true],
  ['Rain, then sun came.', 'Rain then sun came.', true],
  ['The union met the Council today.', 'The union met the council today.', true],
  ['Did he lie?', 'Did he lie', false],
  ['He [once] knew it.', 'He once knew it.', false],
  ['He met Smyth today.', 'He met Smith today.', false],
  ['“We recieve it,” she said.', '“We receive it,” she said.', false],
  ['They will win now.', 'They will win not.', false],
  ['It took 12 days.', 'It took 13 days.', false],
  ['He was killed there.', 'He was kill there.', false]
])('%s → %s is minor: %s', (before, after, minor) => {
  expect(unfolded(compareText(before, after)).every((edit) => edit.minor)).toBe(minor)
})
