import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * Where a file lies that this program needs beside itself. Node runs the sources as they are, in src/cli; what is installed
 * is built, and lies in out/main or a folder below it: so the nearest folder upwards that holds the file is meant.
 */
function above(name: string): string | null {
  for (let at = import.meta.dirname; ; at = dirname(at)) {
    if (existsSync(join(at, name))) return join(at, name)
    if (at === dirname(at)) return null
  }
}

/** The version of this program, as its package says it. */
export function version(): string {
  return (JSON.parse(readFileSync(above('package.json')!, 'utf8')) as { version: string }).version
}

/** The script of a thread that reads pages. */
export function pageWorker(): URL {
  const built = above('page-worker.js')
  return built === null ? new URL('../library/watch/page-worker.ts', import.meta.url) : pathToFileURL(built)
}
