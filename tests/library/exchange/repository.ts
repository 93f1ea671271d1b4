import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { folder } from './trial.ts'

/** A repository made with git itself, with nobody's configuration. */
export class TestRepository {
  readonly path: string
  #hour = 0

  constructor(path = folder(), ...options: string[]) {
    this.path = path
    this.git('init', '-q', '-b', 'main', ...options)
  }

  git(...args: string[]): string {
    return this.gitWith({}, ...args)
  }

  gitWith(
    { input = '', env = {} }: { input?: string | Buffer; env?: Record<string, string> },
    ...args: string[]
  ): string {
    const person = { NAME: 'A', EMAIL: 'a@orrinmouth.test', DATE: this.#time() }
    const given = Object.entries(person).flatMap(([name, value]) => [
      [`GIT_AUTHOR_${name}`, value],
      [`GIT_COMMITTER_${name}`, value]
    ])
    return execFileSync('git', args, {
      cwd: this.path,
      input,
      stdio: ['pipe', 'pipe', 'ignore'],
      env: {
        PATH: process.env['PATH'],
        HOME: '/nonexistent',
        GIT_CONFIG_NOSYSTEM: '1',
        ...Object.fromEntries(given),
        ...env
      }
    })
      .toString()
      .trim()
  }

  /** Commits files, an hour after the commit before; null removes one. Returns the commit. */
  commit(message: string, files: Readonly<Record<string, string | null>>, env: Record<string, string> = {}): string {
    for (const [name, text] of Object.entries(files)) {
      const path = join(this.path, name)
      if (text === null) rmSync(path)
      else {
        mkdirSync(dirname(path), { recursive: true })
        writeFileSync(path, text)
      }
    }
    this.git('add', '-A')
    this.#hour++
    this.gitWith({ env }, 'commit', '-q', '--allow-empty', '-m', message)
    return this.git('rev-parse', 'HEAD')
  }

  #time = () => `2026-03-01T${String(this.#hour).padStart(2, '0')}:00:00+01:00`
}
