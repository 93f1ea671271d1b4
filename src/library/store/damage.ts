/** A row that does not hold what it must. Looks like SQLite's own error, because it is the same state of the library. */
export class Damage extends Error {
  readonly code = 'SQLITE_CORRUPT'
  constructor(what: string) {
    super(`damaged: ${what}`)
  }
}
