/** Neighbouring versions that all have a text or all have it not. */
export interface PresenceRun {
  readonly at: number
  readonly length: number
  readonly has: boolean
}

/** The stretches of `0011110`, in order. */
export function runsOf(versions: string): readonly PresenceRun[] {
  return [...versions.matchAll(/1+|0+/g)].map(({ 0: digits, index }) => {
    return { at: index, length: digits.length, has: digits.startsWith('1') }
  })
}
