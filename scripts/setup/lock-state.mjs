import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[], cpu?: string[] }} Package
 * @typedef {{ packages: Record<string, Package & { optionalDependencies?: Record<string, string> }> }} Lock
 * @typedef {{ platform: string, arch: string }} Machine
 */

/**
 * How node_modules stands to package-lock.json. npm notes in node_modules/.package-lock.json what it has installed.
 * What is installed beyond the lock does no harm; optional packages may be missing (most are for other machines),
 * except those that the checkout itself names and that fit this machine.
 * @param {Lock} wanted package-lock.json
 * @param {Lock | null} installed node_modules/.package-lock.json
 * @param {Machine} machine
 * @returns {'in step' | 'out of step' | 'absent'}
 */
export function installState(wanted, installed, machine = process) {
  if (!installed) return 'absent'
  const named = Object.keys(wanted.packages['']?.optionalDependencies ?? {})
  const ours = new Set(named.map((name) => `node_modules/${name}`))
  const inStep = Object.entries(wanted.packages).every(([path, want]) => {
    const have = installed.packages[path]
    if (path === '') return true
    if (!have) return want.optional && !(ours.has(path) && fits(want, machine))
    return have.version === want.version && have.integrity === want.integrity
  })
  return inStep ? 'in step' : 'out of step'
}

/**
 * @param {string} root
 * @returns {'in step' | 'out of step' | 'absent'}
 * @throws {Error} when there is no readable package-lock.json
 */
export function installStateOf(root) {
  const wanted = readLock(join(root, 'package-lock.json'))
  if (!wanted) throw new Error('package-lock.json is missing or damaged: restore it from the repository')
  return installState(wanted, readLock(join(root, 'node_modules/.package-lock.json')))
}

/**
 * @param {Package} entry
 * @param {Machine} machine
 */
function fits({ os, cpu }, { platform, arch }) {
  return (!os || os.includes(platform)) && (!cpu || cpu.includes(arch))
}

/**
 * @param {string} file
 * @returns {Lock | null}
 */
function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}
