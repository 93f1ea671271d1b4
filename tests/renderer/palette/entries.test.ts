import { Star } from 'lucide-react'
import { expect, test } from 'vitest'
import { known, shown, withRecent, type Group, type Known } from '../../../src/renderer/palette/entries.ts'

const entry = (group: Group, words: string, more: { readonly note?: string; readonly below?: string } = {}): Known =>
  known({ key: `${group}:${words}`, group, icon: Star, words, ...more, run: () => undefined })

const entries = [
  entry('actions', 'Star, or remove the star'),
  entry('actions', 'Side by side'),
  entry('versions', 'v3  Tue 3 Mar, 12:40'),
  entry('versions', 'v31  Fri 6 Mar, 09:00'),
  entry('lists', 'Starred'),
  entry('folders', 'City desk'),
  entry('sources', 'Le Courrier du désert'),
  entry('settings', 'Settings: General'),
  entry('articles', 'Families will have a choice', { note: 'The Courier', below: 'Headline once: Council to move 40' })
]
const told = (typed: string, recent: readonly string[] = []) =>
  shown(entries, typed, recent).map(({ group, entries: own }) => [group, ...own.map(({ words }) => words)])

test.each<[string, readonly (readonly string[])[]]>([
  [
    'star',
    [
      ['actions', 'Star, or remove the star'],
      ['lists', 'Starred']
    ]
  ],
  ['sbs', [['actions', 'Side by side']]],
  ['v3', [['versions', 'v3  Tue 3 Mar, 12:40', 'v31  Fri 6 Mar, 09:00']]],
  ['DESERT', [['sources', 'Le Courrier du désert']]],
  ['council', [['articles', 'Families will have a choice']]],
  ['choice courier', [['articles', 'Families will have a choice']]],
  ['famlies', [['articles', 'Families will have a choice']]],
  ['general', [['settings', 'Settings: General']]],
  ['zzz', []]
])('%s', (typed, expected) => expect(told(typed)).toEqual(expected))

test('with nothing typed what was chosen last comes first, and each entry once', () => {
  expect(told('', ['lists:Starred', 'actions:gone', 'articles:Families will have a choice'])).toEqual([
    ['recent', 'Starred', 'Families will have a choice'],
    ['actions', 'Star, or remove the star', 'Side by side'],
    ['versions', 'v3  Tue 3 Mar, 12:40', 'v31  Fri 6 Mar, 09:00']
  ])
})

test('what was chosen before is ahead of what is as likely', () => {
  expect(told('star', ['lists:Starred'])[0]).toEqual(['recent', 'Starred'])
})

test('a choice is remembered once, the latest first, and no more than twelve are', () => {
  const all = Array.from({ length: 20 }, (_, i) => `action:${i % 15}`).reduce(withRecent, [] as readonly string[])
  expect(all).toHaveLength(12)
  expect(all.slice(0, 2)).toEqual(['action:4', 'action:3'])
})
