import { expect, test } from 'vitest'
import { findWrittenDate } from '../../src/library/capture/written-dates.ts'
import { resolveRelative } from '../../src/library/capture/relative-time.ts'

const at = '2026-03-03T12:00:00.000Z'

test.each([
  ['3 hours ago', '2026-03-03T09:00:00.000Z'],
  ['Updated an hour ago', '2026-03-03T11:00:00.000Z'],
  ['vor 3 Stunden', '2026-03-03T09:00:00.000Z'],
  ['Publié il y a une heure', '2026-03-03T11:00:00.000Z'],
  ['hace 5 minutos', '2026-03-03T11:55:00.000Z'],
  ['há 3 horas', '2026-03-03T09:00:00.000Z'],
  ['3 часа назад', '2026-03-03T09:00:00.000Z'],
  ['منذ 3 ساعات', '2026-03-03T09:00:00.000Z'],
  ['לפני 3 שעות', '2026-03-03T09:00:00.000Z'],
  ['3時間前', '2026-03-03T09:00:00.000Z'],
  ['5分钟前', '2026-03-03T11:55:00.000Z'],
  ['3시간 전', '2026-03-03T09:00:00.000Z'],
  ['just now', at],
  ['12 dead', null],
  ['3 March 2026', null]
])('"%s" was worked out from the time of the capture', (text, time) => expect(resolveRelative(text, at)).toBe(time))

test.each([
  ['Tuesday, March 3, 2026 at 5:04 PM EST', null, '2026-03-03T22:04:00.000Z'],
  ['3 marca 2026, 12:38', null, '2026-03-03T12:38'],
  ['2026. március 3.', null, '2026-03-03'],
  ['3 มีนาคม 2569', null, '2026-03-03'],
  ['٣ مارس ٢٠٢٦', null, '2026-03-03'],
  ['3 במרץ 2026, 10:00', null, '2026-03-03T10:00'],
  ['2026년 3월 3일 오후 5:04', null, '2026-03-03T17:04'],
  ['3/4/2026', 'en-US', '2026-03-04'],
  ['3/4/2026', 'en-GB', '2026-04-03'],
  ['3/4/2026', null, undefined],
  ['31 February 2026', null, undefined],
  ['version 1.2.2026.4', null, undefined]
])('"%s" (%s) is a date', (text, lang, time) => expect(findWrittenDate(text, lang)?.at).toBe(time))
