import type { Vocabulary } from './vocabulary.ts'

/** A number, amount, time or date in a text, from one character to another. */
export interface NumberSpan {
  readonly from: number
  readonly to: number
  /** As a reader is shown it, without what is counted: £2.4m, six, 40. */
  readonly text: string
  /** With its unit: 5 km. */
  readonly whole: string
  /** Equal where two numbers say the same: 4 and four, 1,5 and 1.5. */
  readonly amount: string
  readonly unit: string | null
  readonly type: 'figure' | 'time' | 'date'
  readonly inDigits: boolean
  readonly noun: string | null
  readonly nounFollows: boolean
}

/** A text that numbers are looked for in. */
export interface NumberText {
  readonly text: string
  /** The same with every digit written as 0 to 9. */
  readonly western: string
  readonly vocabulary: Vocabulary
}

/** A word of a text and where it stands; `key` in lower case. */
export interface Word {
  readonly key: string
  readonly from: number
  readonly to: number
}
