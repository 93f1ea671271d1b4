/** What a response may cost. Sizes in bytes, times in milliseconds. */
export interface Limits {
  /** The body after content coding is taken off. */
  readonly decoded: number
  /** The body as it came, where it is coded. */
  readonly coded: number
  /** How many times larger than what came the decoded body may be, once it is larger than `ratioFrom`. */
  readonly ratio: number
  readonly ratioFrom: number
  readonly codings: number
  readonly redirects: number
  /** All header lines of a response together. */
  readonly headers: number
  /** Resolving the name, connecting, and agreeing on encryption. */
  readonly connect: number
  /** From the request being sent to the status line. */
  readonly firstByte: number
  /** From the request being due to the last byte. Waiting for one's turn is not counted. */
  readonly whole: number
  /** Requests to all hosts at once; one that has waited `patience` for its first byte gives its place to another. */
  readonly together: number
  readonly patience: number
  /** A response that has brought `large` bytes needs one of `largeTogether` places to go on. */
  readonly large: number
  readonly largeTogether: number
}

export const usualLimits: Limits = {
  decoded: 20 * 2 ** 20,
  coded: 5 * 2 ** 20,
  ratio: 100,
  ratioFrom: 2 ** 20,
  codings: 5,
  redirects: 20,
  headers: 16 * 2 ** 10,
  connect: 15_000,
  firstByte: 30_000,
  whole: 60_000,
  together: 64,
  patience: 1000,
  large: 2 ** 20,
  largeTogether: 2
}
