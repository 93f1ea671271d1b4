import { spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let built: string | undefined

/** Why the shim cannot be used here, or undefined where it can: it needs Linux and a C compiler. */
export function noShim(): string | undefined {
  if (process.platform !== 'linux') return 'LD_PRELOAD is for Linux'
  return compiler() === undefined ? 'no C compiler (cc, gcc or clang) to build the shim with' : undefined
}

const compiler = (): string | undefined =>
  ['cc', 'gcc', 'clang'].find((name) => spawnSync(name, ['--version']).status === 0)

/** The path of the shim, built into a temporary folder. Throws with the compiler's words where it does not compile. */
export function shim(): string {
  if (built !== undefined) return built
  const path = join(mkdtempSync(join(tmpdir(), 'palimpsest-shim-')), 'shim.so')
  const source = join(import.meta.dirname, 'shim.c')
  const options = ['-shared', '-fPIC', '-O1', '-Wall', '-Werror']
  const { status, stderr } = spawnSync(compiler()!, [...options, '-o', path, source, '-ldl', '-lpthread'])
  if (status !== 0) throw new Error(`the shim does not compile:\n${stderr.toString()}`)
  return (built = path)
}
