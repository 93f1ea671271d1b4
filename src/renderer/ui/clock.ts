import { locale } from '../../catalogue/words.ts'
import { makeClock, type Clock } from './time.ts'

let made: { readonly locale: string; readonly clock: Clock } | null = null

/** The clock of the language that holds, made when first asked for a time. */
function current(): Clock {
  if (made?.locale !== locale()) made = { locale: locale(), clock: makeClock(locale()) }
  return made.clock
}

/** In the reader's own language and time zone. */
export const clock: Clock = {
  relative: (iso, now) => current().relative(iso, now),
  ago: (iso, now) => current().ago(iso, now),
  day: (iso, year) => current().day(iso, year),
  time: (iso) => current().time(iso),
  moment: (iso) => current().moment(iso),
  spoken: (iso) => current().spoken(iso),
  dayKey: (iso) => current().dayKey(iso),
  year: (iso) => current().year(iso)
}
