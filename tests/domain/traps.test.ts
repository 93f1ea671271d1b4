import { describe, expect, test } from 'vitest'
import type { Block } from '../../src/domain/revision.ts'
import { block, compareText, paragraph, unfolded } from './redline.ts'

const filler =
  'The meeting went on until late, and those who had come by bus left before the end; others stayed to hear the vote and walked home.'
const story = (text: string) => `${text} ${filler}`

describe('what matters is never folded', () => {
  test.each([
    ['The death toll rose to 12.', 'The death toll rose to 48.'],
    ['They won the vote 51-49.', 'They won the vote 49-51.'],
    ['It published figures showing the scheme works well.', 'It published figures that contradict the minister.'],
    ['He posted a message calling for violence.', 'He posted a message of condolence.'],
    ['She was held for 12 days.', 'She was held for 21 days.'],
    ['It is due on May 3.', 'It is due on May 13.'],
    ['It began at 9:05 PM.', 'It began at 11:40 PM.'],
    ['It cost $1.5 million.', 'It cost $15 million.'],
    ['He was found not guilty.', 'He was found guilty.'],
    ['It cost $1.5m.', 'It cost $15m.'],
    ['It was a “mistake” by all.', 'It was a mistake by all.'],
    ['It fell to -5C.', 'It fell to 5C.'],
    ['Did he lie?', 'Did he lie.'],
    ['It rose by 5%.', 'It rose by 5.'],
    ['He [the mayor] knew.', 'He the mayor knew.'],
    ['He will re-sign.', 'He will resign.'],
    ['About 1/2 left.', 'About 12 left.'],
    ['They met the rapist.', 'They met therapist.'],
    ['Two men died 3 hours ago.', 'Two men died 5 hours ago.'],
    ['Updated figures show 12 dead.', 'Updated figures show 48 dead.']
  ])('%s → %s', (before, after) => {
    for (const [one, other] of [
      [before, after],
      [story(before), story(after)]
    ]) {
      const shown = unfolded(compareText(one!, other!))
      expect(shown.length).toBeGreaterThan(0)
      expect(shown.some(({ minor }) => !minor)).toBe(true)
    }
  })

  test.each<[Block, Block]>([
    [block('headline', 'The bridge is open'), block('headline', 'The bridge is shut')],
    [block('byline', 'By Ann Lee'), block('byline', 'By Joan Low')],
    [block('dateline', 'By Ann Lee, updated 1 hour ago'), block('dateline', 'By Joan Low, updated 3 hours ago')],
    [block('caption', 'Ann Lee at the quay'), block('caption', 'Joan Lee at the quay')],
    [
      { kind: 'image', text: 'Quay', src: 'https://x.org/a.jpg' },
      { kind: 'image', text: 'Quay', src: 'https://x.org/b.jpg' }
    ],
    [
      { ...paragraph('Read it.'), links: [{ text: 'it', href: 'https://x.org/a' }] },
      { ...paragraph('Read it.'), links: [{ text: 'it', href: 'https://x.org/b' }] }
    ]
  ])('%o → %o', (before, after) => {
    expect(compareText(before, after).same).toBe(false)
  })
})

describe('noise is folded, and the rule named', () => {
  const image = (src: string): Block => ({ kind: 'image', text: 'Quay', src })
  const link = (href: string): Block => ({ ...paragraph('Read it.'), links: [{ text: 'it', href }] })

  test.each<[string, string | Block, string | Block]>([
    [
      'relative-time',
      block('dateline', '3 Mar / Updated 1 hour ago'),
      block('dateline', '3 Mar / Updated 3 hours ago')
    ],
    ['relative-time', block('dateline', 'Vor 5 Minuten'), block('dateline', 'Vor 2 Stunden')],
    ['relative-time', block('dateline', 'Hace 5 minutos'), block('dateline', 'Hace 2 horas')],
    ['relative-time', block('dateline', 'Il y a 5 minutes'), block('dateline', 'Il y a 2 heures')],
    ['relative-time', block('dateline', 'Há 5 minutos'), block('dateline', 'Há 2 horas')],
    ['relative-time', block('dateline', '5 minuti fa'), block('dateline', '2 ore fa')],
    ['relative-time', block('dateline', '5 минут назад'), block('dateline', '2 часа назад')],
    ['relative-time', block('dateline', 'πριν 5 λεπτά'), block('dateline', 'πριν 2 ώρες')],
    ['relative-time', block('dateline', 'منذ 5 دقائق'), block('dateline', 'منذ 3 ساعات')],
    ['relative-time', block('dateline', 'לפני 5 דקות'), block('dateline', 'לפני 3 שעות')],
    ['relative-time', block('dateline', '5 मिनट पहले'), block('dateline', '2 घंटे पहले')],
    ['relative-time', block('dateline', '5分前'), block('dateline', '2時間前')],
    ['relative-time', block('dateline', '5分钟前'), block('dateline', '2小时前')],
    ['relative-time', block('dateline', '5분 전'), block('dateline', '2시간 전')],
    ['relative-time', block('dateline', '5 นาทีที่แล้ว'), block('dateline', '2 ชั่วโมงที่แล้ว')],
    ['relative-time', 'Updated 5 min ago', 'Updated 9 min ago'],
    [
      'update-line',
      block('dateline', '3 Mar | Updated 3 March, 12:38'),
      block('dateline', '3 Mar | Updated 4 March, 08:10')
    ],
    ['update-line', block('dateline', '3 Mar'), block('dateline', '3 Mar | Updated 4 March, 08:10')],
    [
      'update-line',
      block('dateline', 'Опубликовано 24 ноября, 10:15'),
      block('dateline', 'Опубликовано 24 ноября, 10:15. Обновлено 28 ноября, 16:05')
    ],
    [
      'update-line',
      block('dateline', '2025-12-16 09:20'),
      block('dateline', '2025-12-16 09:20　更新时间：2025-12-16 12:40')
    ],
    [
      'update-line',
      block('dateline', '입력 2025.11.18 07:00'),
      block('dateline', '입력 2025.11.18 07:00 | 수정 2025.11.25 14:10')
    ],
    [
      'update-line',
      block('dateline', 'Am 9. Februar 2026, 15:30 Uhr'),
      block('dateline', 'Am 9. Februar 2026, 15:30 Uhr | Aktualisiert am 12. Februar 2026, 12:10 Uhr')
    ],
    ['counter', '12 comments', '48 comments'],
    ['counter', '1,204 shares', '1,310 shares'],
    ['typography', 'He said “yes” — twice.', 'He said "yes" - twice.'],
    ['typography', 'The café\u00a0is soft\u00adly lit.', 'The cafe\u0301 is softly lit.'],
    ['tracking', link('https://x.org/a?utm_source=b'), link('https://x.org/a')],
    ['archive', link('https://x.org/a'), link('https://web.archive.org/web/20200101000000/https://x.org/a')],
    ['tracking', image('https://x.org/a-0a1b2c3d4e.jpg?w=1'), image('https://x.org/a-ffeeddcc00.jpg?w=2')],
    ['boilerplate', 'Advertisement', 'Sign up to our newsletter']
  ])('%s: %o → %o', (rule, before, after) => {
    const comparison = compareText(before, after)
    expect(comparison.same).toBe(true)
    expect(new Set(comparison.edits.map((edit) => edit.rule))).toEqual(new Set([rule]))
    expect([comparison.wordsAdded, comparison.wordsRemoved]).toEqual([0, 0])
  })
})
