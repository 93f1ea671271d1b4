/** Two versions by their position among the revisions; `older` stays below `newer`. */
export interface Ends {
  readonly older: number
  readonly newer: number
}

/** What two handles can show: apart by one version at least, inside the history. */
export function inBounds(ends: Ends, versions: number): Ends {
  const newer = Math.min(versions - 1, Math.max(1, ends.newer))
  return { older: Math.min(newer - 1, Math.max(0, ends.older)), newer }
}

export function withNewer(ends: Ends, newer: number, versions: number): Ends {
  return { older: ends.older, newer: Math.min(versions - 1, Math.max(ends.older + 1, newer)) }
}

export function withOlder(ends: Ends, older: number): Ends {
  return { older: Math.max(0, Math.min(ends.newer - 1, older)), newer: ends.newer }
}

/** Both handles moved together; at an end they stop together. */
export function movedBoth(ends: Ends, by: number, versions: number): Ends {
  const held = Math.min(versions - 1 - ends.newer, Math.max(-ends.older, by))
  return { older: ends.older + held, newer: ends.newer + held }
}

/** The neighbouring pair before or after: v2 to v5, then on: v5 to v6; back: v1 to v2. */
export function neighbours(ends: Ends, by: 1 | -1, versions: number): Ends {
  const adjacent = ends.newer - ends.older === 1
  const newer = adjacent ? ends.newer + by : by === 1 ? ends.newer : ends.older + 1
  return inBounds({ older: newer - 1, newer }, versions)
}

/** A click on a version moves the handle that is nearer to it; on a handle's own version it moves none. */
export function clicked(ends: Ends, index: number, x: (index: number) => number): Ends {
  if (index === ends.older || index === ends.newer) return ends
  if (index < ends.older) return { ...ends, older: index }
  if (index > ends.newer) return { ...ends, newer: index }
  const isOlder = Math.abs(x(index) - x(ends.older)) <= Math.abs(x(index) - x(ends.newer))
  return isOlder ? { ...ends, older: index } : { ...ends, newer: index }
}

/** Two versions in either order. */
export function between(a: number, b: number): Ends | null {
  return a === b ? null : { older: Math.min(a, b), newer: Math.max(a, b) }
}

/** The first and last that an article opens with: everything since the last version read, or else its last change. */
export function opening(versions: number, unseen: number): Ends {
  const read = versions - unseen - 1
  const older = unseen > 0 && read >= 0 ? read : versions - 2
  return inBounds({ older, newer: versions - 1 }, versions)
}

export type Preset = 'last' | 'since' | 'any'

/** Which preset the two handles stand for now. */
export function presetOf(ends: Ends, versions: number, since: Ends | null): Preset {
  if (ends.newer === versions - 1 && ends.older === versions - 2) return 'last'
  if (since !== null && ends.older === since.older && ends.newer === since.newer) return 'since'
  return 'any'
}
