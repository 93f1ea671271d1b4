/**
 * The words of one language by which changes are told apart. Lists are separated by spaces; `_` stands for a space inside
 * a phrase, `|` separates forms of one word, `-` leaves a place of an ordered list empty, and `~` marks what may stand
 * anywhere inside a word. In languages written without spaces everything may.
 */
export interface Language {
  /** ISO 639-1. */
  readonly code: string
  /** Frequent small words by which a text is known to be in this language; none where its script says so. */
  readonly common: string
  readonly negations: string
  /** What negates a word by standing at its beginning: un-, in-. */
  readonly negativePrefixes: string
  readonly hedges: string
  /** Verbs that say who said something. */
  readonly attributions: string
  /** Words beside a source: according to. */
  readonly sources: string
  /** January to December. */
  readonly months: string
  /** Days of the week, and days counted from today. */
  readonly days: string
  /** Units of time: second, minute, hour, day, week, month, year. */
  readonly time: string
  /** Zero to twenty. */
  readonly ones: string
  /** Thirty to ninety, in tens. */
  readonly tens: string
  /** A hundred to nine hundred, where they are words of their own. */
  readonly hundreds: string
  /** Half, third, quarter, fifth. */
  readonly fractions: string
  /** First to twelfth. */
  readonly ordinals: string
  /** Words that multiply, with their power of ten: thousand:3. */
  readonly magnitudes: string
  /** What stands between the words of one number: and. */
  readonly joiners: string
  /** Titles and other words that a name follows, in lower case. */
  readonly beforeName: string
  /** Titles and other words that follow a name. */
  readonly afterName: string
}
