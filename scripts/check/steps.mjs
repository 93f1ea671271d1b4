import { playwrightCounts, vitestCounts } from './counts.mjs'

const MINUTE = 60_000

/**
 * A step of the whole check: a program of node_modules/.bin, with its arguments.
 * @typedef {{
 *   name: string
 *   run: string[]
 *   about: string
 *   window?: boolean
 *   build?: boolean
 *   timeout: number
 *   read?: (json: string) => import('./counts.mjs').Counts
 * }} Step
 *   `window`: it starts the application; `build`: it makes out/; `read`: it counts its tests in a JSON report
 */

/** @type {Step[]} */
const STEPS = [
  { name: 'format', about: 'formatting', run: ['prettier', '--check', '.'], timeout: 5 * MINUTE },
  { name: 'lint', about: 'lint rules', run: ['oxlint', '--type-aware', '--deny-warnings'], timeout: 5 * MINUTE },
  { name: 'types', about: 'types', run: ['tsc', '-b'], timeout: 5 * MINUTE },
  { name: 'unused', about: 'unused code', run: ['knip'], timeout: 5 * MINUTE },
  {
    name: 'unit',
    about: 'unit and integration tests',
    run: ['vitest', 'run', '--reporter=default', '--reporter=json'],
    timeout: 35 * MINUTE,
    read: vitestCounts
  },
  { name: 'build', about: 'build', run: ['electron-vite', 'build'], timeout: 5 * MINUTE, build: true },
  {
    name: 'e2e',
    about: 'end-to-end tests',
    run: ['playwright', 'test', '--reporter=list,json'],
    timeout: 45 * MINUTE,
    window: true,
    read: playwrightCounts
  }
]

/**
 * The steps of the check, or only those named, in their order.
 * @param {string[]} names
 * @returns {Step[]}
 * @throws {Error} when there is no step of such a name
 */
export function stepsNamed(names) {
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name))
  if (unknown.length > 0) {
    throw new Error(`no such step: ${unknown.join(', ')} (there are: ${STEPS.map((step) => step.name).join(', ')})`)
  }
  return names.length === 0 ? STEPS : STEPS.filter((step) => names.includes(step.name))
}
