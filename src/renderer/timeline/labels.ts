/** A label that wants to stand centred under `x`. */
export interface Wanted {
  readonly key: string
  readonly x: number
  readonly width: number
}

/** Labels keep 10 px between them. In order of importance: one that would come nearer is left out. */
export function placeLabels(taken: readonly Wanted[], wanted: readonly Wanted[]): ReadonlySet<string> {
  const placed = [...taken]
  const kept = new Set<string>()
  for (const label of wanted) {
    const free = placed.every((other) => Math.abs(other.x - label.x) >= (other.width + label.width) / 2 + 10)
    if (!free) continue
    placed.push(label)
    kept.add(label.key)
  }
  return kept
}

/** About as wide as the text is drawn at 13 px. */
export function widthOf(text: string): number {
  return Math.ceil(text.length * 6.7 + 4)
}

/** The middles of the pills, apart from each other and inside the track; their order never changes. */
export function placePills(xs: readonly number[], pill: number, width: number): readonly number[] {
  const half = pill / 2
  const inside = xs.map((x) => Math.min(width - half, Math.max(half, x)))
  const [older, newer] = inside
  if (older === undefined || newer === undefined || newer - older >= pill + 6) return inside
  const middle = Math.min(width - pill - 3, Math.max(pill + 3, (older + newer) / 2))
  return [middle - half - 3, middle + half + 3]
}

/** Day labels above the first event of each day, at least 80 px apart. */
export function placeDays(days: readonly { readonly x: number; readonly key: string; readonly text: string }[]) {
  const placed: { x: number; text: string }[] = []
  let last = ''
  for (const day of days) {
    if (day.key === last) continue
    last = day.key
    const x = Math.max(0, day.x - 39)
    const before = placed.at(-1)
    if (before === undefined || x - before.x >= Math.max(80, widthOf(before.text) + 10))
      placed.push({ x, text: day.text })
  }
  return placed
}
