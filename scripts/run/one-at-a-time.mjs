import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { say } from './say.mjs'

const BEAT = 2000 // ms between signs of life of whoever holds a lock
const DEAD = 30_000 // ms without one, after which it counts as dead

/**
 * Does something while no other process does the same, in this checkout or another that shares the lock file.
 * A lock whose holder has died is taken over.
 * @template T
 * @param {string} lock path of the lock file; its folder is made
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function oneAtATime(lock, work) {
  mkdirSync(dirname(lock), { recursive: true })
  for (let tries = 0; !take(lock); tries++) {
    if (tries === 10) say(`waiting for another process to finish (${lock})`)
    await sleep(200)
  }
  const beat = setInterval(() => touch(lock), BEAT)
  const release = () => rmSync(lock, { force: true })
  process.once('exit', release)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    process.off('exit', release)
    release()
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    writeFileSync(lock, JSON.stringify({ host: hostname(), pid: process.pid }), { flag: 'wx' })
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    clearDead(lock)
    return false
  }
}

/**
 * Moves a dead holder's lock away under a name of its own: of several that try, one succeeds.
 * @param {string} lock
 */
function clearDead(lock) {
  try {
    const { ino, mtimeMs } = statSync(lock)
    const late = Date.now() - mtimeMs > DEAD
    if (!late && holderLives(readFileSync(lock, 'utf8'))) return
    if (statSync(lock).ino !== ino) return // a living one's by now
    const aside = `${lock}.${randomUUID()}`
    renameSync(lock, aside)
    rmSync(aside)
  } catch {
    // It has just been released, or another process was faster.
  }
}

/** @param {string} text an empty one has been made this moment */
function holderLives(text) {
  if (text === '') return true
  const { host, pid } = JSON.parse(text)
  if (host !== hostname()) return true
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM' // another user's
  }
}

/** @param {string} lock */
function touch(lock) {
  const now = new Date()
  try {
    utimesSync(lock, now, now)
  } catch {
    // Somebody removed it by hand; the work goes on.
  }
}
