import { locale, t } from '../../catalogue/words.ts'
import type { RevisionInfo } from '../../domain/timemap.ts'
import { clock } from '../ui/clock.ts'

let made = { locale: '', format: new Intl.DateTimeFormat() }

/** `Wed 4 Mar 2026, 08:15:22 UTC`: to the second, with the time zone, in the reader's own. */
export function toTheSecond(iso: string): string {
  if (made.locale !== locale()) made = { locale: locale(), format: new Intl.DateTimeFormat(locale(), parts) }
  return made.format.format(new Date(iso))
}

const parts: Intl.DateTimeFormatOptions = {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short'
}

/** When a version changed: a window, never a point, wherever the last look before is known. */
export function observedWords({ at, lastSeenBefore }: Pick<RevisionInfo, 'at' | 'lastSeenBefore'>): string {
  if (lastSeenBefore === null) return t('inspector.firstSeen')
  return t('inspector.changedBetween', { from: clock.moment(lastSeenBefore), to: clock.moment(at) })
}
