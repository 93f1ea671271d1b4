/** Reads a text from a place on, pattern by pattern. Patterns are sticky. */
export class Cursor {
  readonly text: string
  at: number

  constructor(text: string, at: number) {
    this.text = text
    this.at = at
  }

  /** What the pattern finds right here, and steps over it; null, and stays, where it finds nothing. */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.text)
    if (found !== null) this.at = pattern.lastIndex
    return found
  }
}

/** So far a pattern may look back from a number. */
const lookBack = 24

/** The text right before a place, as far as a pattern may look. */
export function textBefore(text: string, at: number): string {
  return text.slice(Math.max(0, at - lookBack), at)
}
