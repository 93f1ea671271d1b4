import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { asarFiles } from './asar-files.mjs'

/**
 * The files in the resources of a packaged application, those in its archive included (`app.asar/…`).
 * @param {string} resources
 * @returns {string[]}
 */
export function packagedFiles(resources) {
  const entries = readdirSync(resources, { recursive: true, withFileTypes: true })
  const outside = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(resources, join(entry.parentPath, entry.name)).split(sep).join('/'))
  return [...outside, ...asarFiles(join(resources, 'app.asar')).map(({ path }) => `app.asar/${path}`)]
}

/**
 * What files are packed against the list, and which lines of it allow none. A line with `? ` before it may.
 * @param {readonly string[]} files
 * @param {string} list the text of docs/packaged-files.txt
 * @param {{ platform: string, archs: readonly string[] }} system `archs`: several for a universal application
 * @returns {string[]} in words; empty: as it should be
 */
export function fileFaults(files, list, { platform, archs }) {
  const rules = list
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .flatMap((line) => expanded(line, platform, archs))
    .map((line) => ({ line, may: line.startsWith('? '), pattern: patternOf(line.replace('? ', '')) }))
  const stray = files.filter((file) => !rules.some(({ pattern }) => pattern.test(file)))
  const empty = rules.filter(({ may, pattern }) => !may && !files.some((file) => pattern.test(file)))
  return [
    ...stray.map((file) => `${file} is packed, and no line of the list allows it`),
    ...empty.map(({ line }) => `${line} is on the list, and nothing packed is that`)
  ]
}

/**
 * @param {string} line
 * @param {string} platform
 * @param {readonly string[]} archs
 */
function expanded(line, platform, archs) {
  const here = line.replaceAll('{platform}', platform)
  return here.includes('{arch}') ? archs.map((arch) => here.replaceAll('{arch}', arch)) : [here]
}

/** @param {string} line */
function patternOf(line) {
  const parts = line.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[^/]*')}$`)
}
