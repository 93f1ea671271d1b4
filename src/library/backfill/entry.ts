/** One copy of a page that an archive lists. */
export interface Entry {
  /** ms since 1970. */
  readonly at: number
  readonly archiveUrl: string
  readonly originalUrl: string
  /** A digest of the body; null where the listing has none. */
  readonly digest: string | null
}

/** The time of 4 to 14 digits (`YYYYMMDDhhmmss`, UTC), in ms since 1970; NaN for what is none. */
export function timeOf(timestamp: string): number {
  if (!/^\d{4,14}$/.test(timestamp)) return NaN
  const full = timestamp + '00000101000000'.slice(timestamp.length)
  const [, year, month, day, hour, minute, second] = /^(....)(..)(..)(..)(..)(..)$/.exec(full)!
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
}

/** The 14 digits in the address of a copy, as Wayback and pywb have them, and what stands before and after. */
export function placeOf(
  archiveUrl: string
): { readonly before: string; readonly timestamp: string; readonly original: string } | undefined {
  const found = /^(https?:\/\/[^/?#]+\/(?:[^/?#]+\/){0,4}?)(\d{14})(?:[a-z]{2}_)?\/(.+)$/i.exec(archiveUrl)
  if (found === null) return undefined
  return { before: found[1]!, timestamp: found[2]!, original: found[3]! }
}
