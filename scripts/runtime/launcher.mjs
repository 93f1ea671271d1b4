/**
 * What the stand-in runs when it is given the path of an application: `electron [-r module] path`. Electron brings
 * such a program of its own; the stand-in's source package has replaced it. It is ESM with top-level await, so that
 * the application is loaded before `ready` fires (it must register its schemes before that).
 */
export const LAUNCHER = `import { app } from 'electron'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve, dirname } from 'node:path'
import { pathToFileURL } from 'node:url'

const modules = []
let target
const args = process.argv.slice(1)
for (let i = 0; i < args.length; i++) {
  if (args[i] === '-r' || args[i] === '--require') modules.push(args[++i])
  else if (args[i] === '-v' || args[i] === '--version') {
    console.log('v' + process.versions.electron)
    process.exit(0)
  } else if (!args[i].startsWith('-')) {
    target = args[i]
    break
  }
}
if (!target) {
  console.error('usage: electron [-r module] path-to-app')
  process.exit(1)
}
Object.defineProperty(process, 'defaultApp', { value: true })
const here = createRequire(pathToFileURL(join(process.cwd(), '/')))
for (const module of modules) here(module)

const path = resolve(target)
const manifest = join(path, 'package.json')
let entry = path
let root = dirname(path)
if (existsSync(manifest)) {
  const about = JSON.parse(readFileSync(manifest, 'utf8'))
  if (about.version) app.setVersion(about.version)
  if (about.productName || about.name) app.setName(about.productName || about.name)
  app.setDesktopName(about.desktopName || app.getName() + '.desktop')
  entry = here.resolve(resolve(path, about.main || 'index.js'))
  root = path
}
app.setAppPath(root)
await import(pathToFileURL(entry).href)
`
