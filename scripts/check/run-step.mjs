import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ensureBuilt, noteBuild } from '../run/build.mjs'
import { onDisplay } from '../run/display.mjs'
import { inTerminal } from '../run/processes.mjs'
import { ROOT } from '../run/root.mjs'
import { messageOf, say } from '../run/say.mjs'
import { bin } from '../run/tools.mjs'
import { provision } from '../runtime/provision.mjs'
import { countsOf } from './counts.mjs'

/**
 * @typedef {{ node: string, env: NodeJS.ProcessEnv }} Tools
 * @typedef {{ name: string, counts: import('./counts.mjs').Counts, seconds: number }} Result
 */

/**
 * Runs one step of the check; whatever goes wrong is in its counts.
 * @param {import('./steps.mjs').Step} step
 * @param {Tools} tools
 * @returns {Promise<Result>}
 */
export async function runStep(step, tools) {
  const started = Date.now()
  const report = join(ROOT, 'node_modules/.cache/check', `${step.name}.json`)
  rmSync(report, { force: true })
  mkdirSync(dirname(report), { recursive: true })
  const ok = await succeeds(step, tools, report)
  const counts = countsOf(ok, step.read ? read(report, step.read) : null)
  return { name: step.name, counts, seconds: (Date.now() - started) / 1000 }
}

/**
 * @param {import('./steps.mjs').Step} step
 * @param {Tools} tools
 * @param {string} report
 */
async function succeeds(step, tools, report) {
  try {
    const ready = step.window ? await withWindows(tools) : tools
    const run = () => start(step, ready, report)
    return (await (step.build ? noteBuild(ROOT, run, (code) => code === 0) : run())) === 0
  } catch (error) {
    say(messageOf(error))
    return false
  }
}

/**
 * @param {import('./steps.mjs').Step} step
 * @param {Tools} tools
 * @param {string} report
 */
async function start({ run: [name = '', ...args], window, timeout }, { node, env }, report) {
  const reporting = name === 'vitest' ? [`--outputFile.json=${report}`] : []
  const plain = [node, bin(ROOT, name), ...args, ...reporting]
  const { command, group } = window ? onDisplay(plain) : { command: plain, group: false }
  return await inTerminal(command, { cwd: ROOT, env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }, group, timeout })
}

/** @param {Tools} tools */
async function withWindows({ node, env }) {
  const runtime = await provision({ root: ROOT, node })
  await ensureBuilt({ root: ROOT, node, env })
  return { node, env: { ...env, ...runtime.env } }
}

/**
 * @param {string} report
 * @param {NonNullable<import('./steps.mjs').Step['read']>} counts
 */
function read(report, counts) {
  try {
    return counts(readFileSync(report, 'utf8'))
  } catch {
    return null
  }
}
