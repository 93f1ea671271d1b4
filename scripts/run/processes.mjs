import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { isatty } from 'node:tty'

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
const SHOWN = 1500 // characters at either end of what a failed command wrote

/**
 * @typedef {import('node:child_process').ChildProcess} ChildProcess
 * @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number, group?: boolean }} Options
 */

/**
 * Runs a command quietly.
 * @param {string} command
 * @param {string[]} args
 * @param {Options} options `timeout` in milliseconds
 * @returns {Promise<string>} what it wrote to stdout
 * @throws {Error} when it cannot be run, fails or takes too long, with what it wrote, the middle left out
 */
export async function output(command, args, options = {}) {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  let [out, err] = ['', '']
  child.stdout.on('data', (text) => (out += text))
  child.stderr.on('data', (text) => (err += text))
  const end = await ended(child)
  if (end.code === 0) return out
  const late = options.timeout && end.signal ? `took longer than ${options.timeout / 1000} s` : ''
  const how = late || `failed (${end.signal ?? `exit code ${end.code}`})`
  throw new Error(`${basename(command)} ${how}\n${ends(err.trim() || out.trim())}`.trim())
}

/** @param {string} text */
function ends(text) {
  return text.length <= 2 * SHOWN ? text : `${text.slice(0, SHOWN)}\n…\n${text.slice(-SHOWN)}`
}

/**
 * Runs a command in this terminal, passing signals on to it.
 * @param {string[]} command
 * @param {Options} options `group`: in a process group of its own, so that signals reach what it started, too
 * @returns {Promise<number>} its exit code; as shells do, 128 + the number of the signal that ended it
 * @throws {Error} when it cannot be run
 */
export async function inTerminal([file = '', ...args], { timeout, group = false, ...options } = {}) {
  const child = spawn(file, args, { ...options, stdio: 'inherit', detached: group })
  const timer = timeout && setTimeout(() => signalTo(child, 'SIGTERM', group), timeout)
  const { code, signal } = await ended(child, group)
  if (timer) clearTimeout(timer)
  return signal ? 128 + constants.signals[signal] : (code ?? 1)
}

/**
 * @param {string} name of a program
 * @param {string} path folders to look in
 * @returns {string | null}
 */
export function onPath(name, path = process.env.PATH ?? '') {
  const folder = path.split(delimiter).find((dir) => existsSync(join(dir, name)))
  return folder === undefined ? null : join(folder, name)
}

/**
 * The end of a process; until then our signals are its signals.
 * @param {ChildProcess} child
 * @returns {Promise<{ code: number | null, signal: NodeJS.Signals | null }>}
 */
function ended(child, group = false) {
  // A Ctrl-C reaches everything in the terminal's own process group already.
  const pass = (/** @type {NodeJS.Signals} */ signal) =>
    signal === 'SIGINT' && !group && isatty(0) ? undefined : signalTo(child, signal, group)
  for (const signal of SIGNALS) process.on(signal, pass)
  const end = new Promise((done, fail) => {
    child.once('error', (error) => fail(new Error(`cannot run ${basename(child.spawnfile)}: ${error.message}`)))
    child.once('close', (code, signal) => done({ code, signal }))
  })
  return end.finally(() => SIGNALS.forEach((signal) => process.off(signal, pass)))
}

/**
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} signal
 * @param {boolean} group
 */
function signalTo(child, signal, group) {
  if (!group || !child.pid) return child.kill(signal)
  try {
    return process.kill(-child.pid, signal)
  } catch {
    return false // it has just ended
  }
}
