/** A state of an article from a file of its own, with what may tell its time. */
export interface Dated {
  readonly name: string
  readonly modifiedAt: string
  /** When it was seen, where the file itself tells. */
  readonly told?: string | undefined
}

const dayInName =
  /(?<!\d)(20\d\d|19\d\d)[-_.]?([01]\d)[-_.]?([0-3]\d)(?:[T_ -]?([0-2]\d)[-_.:h]?([0-5]\d)(?:[-_.:]?([0-5]\d))?)?(?!\d)/

/** The time that a file's name states (`2026-01-27`, `20260127T0942`), as ISO 8601 UTC, or null. */
export function timeInName(name: string): string | null {
  const found = dayInName.exec(name)
  if (found === null) return null
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = found
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(time.getTime()) ? null : time.toISOString()
}

/** A name without the date or the number of a version (`v2`) that it states; null where it states neither. */
export function withoutTime(name: string): string | null {
  const rest = timeInName(name) === null ? name.replace(/(?:^|[-_. ])v?\d{1,5}$/i, '') : name.replace(dayInName, '')
  return rest === name ? null : rest.replace(/^[-_. ]+|[-_. ]+$/g, '')
}

const byName = new Intl.Collator('en', { numeric: true }).compare

/**
 * Puts files that are states of one article in order of time, and says when each was seen: by the time that each tells
 * or has in its name, if all do, or by those in the names of their folders, if these tell all of them apart (a date that
 * they share is no time of any of them); otherwise in the natural order of their names (v2 before v10) with the times they were last written.
 * Where those times contradict the names (files that were copied), nothing is known but that they are here now: they
 * all get the time of the import, a millisecond apart.
 */
export function inOrder<F extends Dated>(files: readonly F[], now: Date): (F & { readonly at: string })[] {
  const named = byTime(files, ({ name }) => timeInName(name.slice(name.lastIndexOf('/') + 1)))
  if (named !== null) return named
  const foldered = byTime(files, ({ name }) => timeInName(name))
  if (foldered !== null && new Set(foldered.map(({ at }) => at)).size === files.length) return foldered
  const sorted = files.map((file) => ({ ...file, at: file.modifiedAt })).sort((a, b) => byName(a.name, b.name))
  const rising = sorted.every(({ at }, i) => i === 0 || sorted[i - 1]!.at < at)
  if (rising || files.length === 1) return sorted
  return sorted.map((file, i) => ({ ...file, at: new Date(now.getTime() + i).toISOString() }))
}

/** Null where any of them has no time. */
function byTime<F extends Dated>(
  files: readonly F[],
  timeOf: (file: F) => string | null
): (F & { readonly at: string })[] | null {
  const timed = files.map((file) => ({ ...file, at: file.told ?? timeOf(file) ?? '' }))
  if (timed.some(({ at }) => at === '')) return null
  return timed.sort((a, b) => compare(a.at, b.at) || byName(a.name, b.name))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
