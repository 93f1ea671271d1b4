// How much JavaScript the window loads before it can paint: the entry script and what it imports statically, gzipped.
import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

const renderer = resolve(import.meta.dirname, '../out/renderer')

/** Every script that `file` needs before it runs, itself included. */
function initial(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  const source = readFileSync(file, 'utf8')
  for (const [, path] of source.matchAll(
    /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+from\s*)?["'](\.[^"']+\.js)["']/g
  )) {
    initial(join(dirname(file), path!), seen)
  }
  return seen
}

const html = readFileSync(join(renderer, 'index.html'), 'utf8')
const entries = [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="([^"]+\.js)"/g)].map(([, path]) =>
  join(renderer, path!)
)
const scripts = [...entries.reduce((seen, entry) => initial(entry, seen), new Set<string>())]
const bytes = scripts.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0)
console.log(
  `initial JavaScript of the window: ${(bytes / 1000).toFixed(1)} kB gzip in ${scripts.length} files (target: under 250 kB)`
)
if (bytes === 0 || bytes > 250_000) process.exitCode = 1
