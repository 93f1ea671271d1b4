/**
 * Tells the person at the terminal something: on stderr, because stdout belongs to the command that is run.
 * @param {string} text one line
 */
export function say(text) {
  process.stderr.write(`[palimpsest] ${text}\n`)
}

/**
 * What to tell about something thrown.
 * @param {unknown} error
 * @returns {string}
 */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error)
}
