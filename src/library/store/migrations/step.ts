type Value = string | number | null | Uint8Array

/** What a migration works with. Every call is one statement, at which the tests interrupt it. */
export interface Step {
  readonly exec: (sql: string) => void
  readonly run: (sql: string, ...values: readonly Value[]) => void
  readonly all: <Row>(sql: string, ...values: readonly Value[]) => Row[]
}

/**
 * Brings a library from one version to the next. It runs inside a transaction with foreign keys off, and may use
 * nothing of the application but functions that are frozen: what it does must be the same in ten years.
 */
export type Migration = (step: Step) => void
