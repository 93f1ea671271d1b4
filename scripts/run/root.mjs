import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout. */
export const ROOT = resolve(fileURLToPath(import.meta.url), '../../..')

/**
 * The folder the person stands in: npm runs scripts in the checkout and passes on where it was started.
 * @returns {string}
 */
export function startFolder() {
  return (process.cwd() === ROOT && process.env.INIT_CWD) || process.cwd()
}
