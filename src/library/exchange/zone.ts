/** Whether a name is one of the time zone database (`Europe/Madrid`). */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/**
 * The moment of a local time without a zone (`2019-03-31 02:30:00`, `T` or blank between, fractions allowed) in a zone,
 * as ISO 8601 UTC; null where the text is no such time. A time that the clocks skipped is taken as if they had not yet
 * been put forward, one that came twice as its first coming. Without a zone the time is taken as UTC.
 */
export function momentIn(text: string, zone: string | null): string | null {
  const found = /^\s*(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?\s*$/.exec(text)
  if (found === null) return null
  const wall = Date.parse(`${found[1]}T${found[2] ?? '00:00:00'}Z`)
  if (Number.isNaN(wall)) return null
  if (zone === null) return new Date(wall).toISOString()
  const day = 86_400_000
  const candidates = [offsetAt(wall - day, zone), offsetAt(wall + day, zone)].map((offset) => wall - offset)
  const fitting = candidates.filter((moment) => moment + offsetAt(moment, zone) === wall)
  return new Date(fitting.length > 0 ? Math.min(...fitting) : candidates[0]!).toISOString()
}

/** How far a zone is ahead of UTC at a moment, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
  const options = { timeZone: zone, hourCycle: 'h23' } as const
  const numbers = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
  const parts = new Intl.DateTimeFormat('en', { ...options, ...numbers, second: 'numeric' }).formatToParts(moment)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return shown - Math.floor(moment / 1000) * 1000
}
