/** The exit code for a command that was used wrongly. */
export const exitUsage = 2

/** Something the person at the terminal has to be told, in words. */
export class CliError extends Error {
  readonly exitCode: number
  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}

/** It was used wrongly: how it is used is said too. */
export class UsageError extends CliError {
  constructor(message: string) {
    super(message, exitUsage)
  }
}
