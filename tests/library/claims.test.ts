import { expect, test } from 'vitest'
import { readClaims } from '../../src/library/capture/claims.ts'

const published = (text: string, at: string | null) => ({ kind: 'published', where: 'visible', text, at })
const updated = (text: string, at: string | null) => ({ kind: 'updated', where: 'visible', text, at })

test.each([
  [
    '27 Jan, 2026 09:42 / Updated 1 hour ago',
    [published('27 Jan, 2026 09:42', '2026-01-27T09:42'), updated('Updated 1 hour ago', null)]
  ],
  [
    'Published Tue 3 Mar 2026, 09:05 | Updated 4 Mar 2026',
    [published('Published Tue 3 Mar 2026, 09:05', '2026-03-03T09:05'), updated('Updated 4 Mar 2026', '2026-03-04')]
  ],
  [
    'Last updated January 27, 2026 at 9:42 AM GMT',
    [updated('Last updated January 27, 2026 at 9:42 AM GMT', '2026-01-27T09:42:00.000Z')]
  ],
  ['2026-01-27T09:42:00Z', [published('2026-01-27T09:42:00Z', '2026-01-27T09:42:00.000Z')]],
  ['Mis à jour le 3 mars 2026 à 12:38', [updated('Mis à jour le 3 mars 2026 à 12:38', '2026-03-03T12:38')]],
  ['Обновлено 3 марта 2026, 12:38', [updated('Обновлено 3 марта 2026, 12:38', '2026-03-03T12:38')]],
  ['更新日 2026年3月3日 12時38分', [updated('更新日 2026年3月3日 12時38分', '2026-03-03T12:38')]],
  ['Updated just now', [updated('Updated just now', null)]]
])('%s is a date line', (line, claims) => {
  expect(readClaims(line)).toEqual(claims)
})

test.each([
  'Families will be rehoused for up to six weeks from April',
  'Eight people died on 3 March 2026',
  '3 March 2026 was a great day for the whole town',
  'Updated by hand',
  'An hour ago nobody knew',
  ''
])('"%s" is none', (line) => {
  expect(readClaims(line)).toBeNull()
})
