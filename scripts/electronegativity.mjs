// node scripts/electronegativity.mjs [FOLDER]: looks through src/ (or FOLDER) with Doyensec's electronegativity for what is
// dangerous in an Electron application. Fails at a finding of medium severity or more that ALLOWED does not explain.
// The tool brings 400 packages, many of them old: so it is no dependency, but put in a cache folder when it is first asked for.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { npm } from './run/npm.mjs'
import { entry } from './run/entry.mjs'
import { output } from './run/processes.mjs'
import { ROOT, startFolder } from './run/root.mjs'
import { cacheFolders, chooseFolder } from './runtime/cache.mjs'
import { setup } from './setup.mjs'

const TOOL = '@doyensec/electronegativity'
const VERSION = '1.10.3'
/** Asks GitHub which versions of Electron have holes. */
const OFFLINE = 'AvailableSecurityFixesGlobalCheck'

/** Findings that are none, by rule and file, with the reason. @type {Readonly<Record<string, { files: RegExp, why: string }>>} */
const ALLOWED = {
  CSP_GLOBAL_CHECK: {
    files: /^file:\/\/\/$/,
    why: 'the policy is a header of our scheme (src/main/scheme.ts), tried in tests/e2e/lockdown.spec.ts; the tool looks for a <meta>'
  },
  AUXCLICK_JS_CHECK: {
    files: /^main\/(window|print|guide\/show|render\/capture-window|snapshot\/show)\.ts$/,
    why: 'no content opens a window or navigates, however it is clicked: src/main/lockdown.ts refuses it for all'
  },
  PROTOCOL_HANDLER_JS_CHECK: {
    files: /^main\/scheme\.ts$/,
    why: 'it serves the files of one folder; ways out of it are tried in tests/e2e/lockdown.spec.ts'
  },
  OPEN_EXTERNAL_JS_CHECK: {
    files: /^(main\/shell\.ts|renderer\/.*)$/,
    why: 'main opens http and https alone, read by URL; in the window it is the name of the call that asks main'
  },
  PRELOAD_JS_CHECK: { files: /^main\/window\.ts$/, why: 'the one preload has named calls only (src/preload)' }
}

/** @typedef {{ rule: string, file: string, line: number, text: string }} Finding */

await entry(async ([folder]) => {
  const node = await setup()
  const input = folder === undefined ? join(ROOT, 'src') : resolve(startFolder(), folder)
  const findings = await findingsIn(input, node)
  const faults = findings.filter(({ rule, file }) => !ALLOWED[rule]?.files.test(file))
  for (const { rule, file, line, text } of faults) console.log(`${file}:${line} ${rule}: ${text}`)
  console.log(`${findings.length} findings of medium severity or more, ${faults.length} not explained`)
  return faults.length === 0 ? 0 : 1
})

/**
 * @param {string} input
 * @param {string} node
 * @returns {Promise<Finding[]>}
 */
async function findingsIn(input, node) {
  const script = await installed()
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  const work = mkdtempSync(join(tmpdir(), 'electronegativity-'))
  const sarif = join(work, 'out.sarif')
  try {
    const how = ['-r', '-v', 'false', '-s', 'MEDIUM', '-x', OFFLINE, '-e', devDependencies.electron]
    await output(node, [script, '-i', input, ...how, '-o', sarif])
    return JSON.parse(readFileSync(sarif, 'utf8')).runs[0].results.map(findingOf)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

/**
 * @param {{ ruleId: string, message: { text: string }, locations: { physicalLocation: { artifactLocation: { uri: string }, region?: { startLine: number } } }[] }} result
 * @returns {Finding}
 */
function findingOf({ ruleId, message, locations }) {
  const place = locations[0]?.physicalLocation
  return {
    rule: ruleId,
    file: place?.artifactLocation.uri ?? '',
    line: place?.region?.startLine ?? 0,
    text: message.text
  }
}

/** @returns {Promise<string>} path of the tool's script */
async function installed() {
  const name = `electronegativity-${VERSION}`
  const folder = join(chooseFolder(cacheFolders(process.env, ROOT), [name]), name)
  const manifest = join(folder, 'node_modules', TOOL, 'package.json')
  if (!existsSync(manifest)) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
    const { file, args, env } = npm(ROOT)
    const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--save-exact']
    await output(file, [...args, 'install', ...options, `${TOOL}@${VERSION}`], { cwd: folder, env })
  }
  /** @type {{ bin: Readonly<Record<string, string>>, i18nSource: string }} */
  const about = JSON.parse(readFileSync(manifest, 'utf8'))
  // It asks this address for translations at every start, and may break off where nobody answers.
  writeFileSync(manifest, JSON.stringify({ ...about, i18nSource: 'none:' }))
  return join(dirname(manifest), about.bin['electronegativity'] ?? '')
}
