import { spawn, type ChildProcess } from 'node:child_process'
import { cpSync, existsSync, globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface Ran {
  readonly code: number | null
  /** What it wrote, to both streams. */
  readonly said: string
}

/** Variables of what is started. */
export type Env = Readonly<Record<string, string>>

/** Of the system's user, who has no rights but her own. */
export const reader = 'reader'
export const home = `/home/${reader}`

/**
 * A Debian that nobody has used yet, beside this one: debootstrap's smallest, below a layer that takes all that is written and is
 * thrown away at the end. It has mounts and processes of its own and its root is a real one (not chroot's, in which the
 * kernel makes no user namespaces, of which Chromium's sandbox consists); network and display are this system's.
 */
export class CleanSystem {
  readonly #child: ChildProcess
  readonly #folder: string
  readonly #pid: number
  readonly #archives: string
  /** The network (as nsenter names it) in which programs are started; this system's where there is none. */
  network: string | null = null

  private constructor(child: ChildProcess, folder: string, pid: number, archives: string) {
    this.#child = child
    this.#folder = folder
    this.#pid = pid
    this.#archives = archives
  }

  /** `base`: a folder that debootstrap has filled; `shared`: a folder of this system, seen there as /media, not to be written. */
  static async start(base: string, shared: string): Promise<CleanSystem> {
    const folder = mkdtempSync(join(tmpdir(), 'palimpsest-clean-'))
    for (const name of ['upper', 'work', 'root', 'fetched', 'fetched-work']) mkdirSync(join(folder, name))
    const archives = join(dirname(base), 'archives')
    mkdirSync(archives, { recursive: true })
    const child = spawn(
      'unshare',
      ['--mount', '--pid', '--fork', '--kill-child', 'sh', '-ec', setUp, 'sh', base, folder, shared, archives],
      { stdio: ['ignore', 'pipe', 'inherit'] }
    )
    await new Promise<void>((ready, failed) => {
      child.stdout.once('data', () => ready())
      child.once('exit', (code) => failed(new Error(`the clean system could not be set up (exit code ${code})`)))
    })
    const pid = Number(readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8').trim())
    return new CleanSystem(child, folder, pid, archives)
  }

  /** Starts a program there, with two more pipes, 3 to it and 4 from it. */
  spawn(user: string, command: readonly string[], env: Env = {}): ChildProcess {
    const given = Object.entries({
      HOME: user === 'root' ? '/root' : `/home/${user}`,
      PATH: path,
      LANG: 'C.UTF-8',
      ...env
    })
    const variables = given.map(([name, value]) => `${name}=${value}`)
    const inside = ['runuser', '-u', user, '--', 'env', '-i', ...variables, ...command]
    const network = this.network === null ? [] : [`--net=${this.network}`]
    return spawn('nsenter', ['--target', String(this.#pid), '--mount', '--pid', ...network, '--', ...inside], {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe']
    })
  }

  async run(user: string, command: readonly string[], env: Env = {}): Promise<Ran> {
    const child = this.spawn(user, command, env)
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += String(text)))
    const code = await new Promise<number | null>((done) => child.once('close', done))
    return { code, said }
  }

  /** As `run`, for what has to succeed. */
  async mustRun(user: string, command: readonly string[], env: Env = {}): Promise<string> {
    const { code, said } = await this.run(user, command, env)
    if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}: ${said.slice(-2000)}`)
    return said
  }

  /** Installs and removes packages there, without what they recommend. */
  apt(what: string, ...packages: readonly string[]): Promise<string> {
    const options = ['-o', 'APT::Keep-Downloaded-Packages=true', '-o', 'APT::Sandbox::User=root']
    const command = ['apt-get', '-y', '-q', ...options, what, '--no-install-recommends', ...packages]
    return this.mustRun('root', command, { DEBIAN_FRONTEND: 'noninteractive' })
  }

  /** Writes a file there, as this user. */
  async write(user: string, file: string, content: string | Buffer): Promise<void> {
    const script = 'printf %s "$2" | base64 --decode >"$1"'
    await this.mustRun(user, ['sh', '-ec', script, 'sh', file, Buffer.from(content).toString('base64')])
  }

  /** A file of that system as this one sees it, as long as that one runs. */
  seen(path: string): string {
    return `/proc/${this.#pid}/root${path}`
  }

  /** The path of a file of that system on this one, when it was written since the start. */
  written(path: string): string {
    return join(this.#folder, 'upper', path)
  }

  /** All files there that were written since the start and are still there, as paths of that system. */
  allWritten(): string[] {
    const upper = join(this.#folder, 'upper')
    const entries = readdirSync(upper, { recursive: true, withFileTypes: true })
    // A character device marks what was removed.
    return entries
      .filter((entry) => !entry.isDirectory() && !entry.isCharacterDevice())
      .map((entry) => join(entry.parentPath, entry.name).slice(upper.length))
  }

  async end(): Promise<void> {
    const ended = new Promise((done) => this.#child.once('exit', done))
    this.#child.kill('SIGKILL')
    if (this.#child.exitCode === null && this.#child.signalCode === null) await ended
    this.#keepFetched()
    if (existsSync(this.#folder)) rmSync(this.#folder, { recursive: true, force: true })
  }

  /** Packages that were downloaded are there for the next system; apt lets only one at a folder of them at a time. */
  #keepFetched(): void {
    const fetched = join(this.#folder, 'fetched')
    for (const name of globSync('*.deb', { cwd: fetched })) cpSync(join(fetched, name), join(this.#archives, name))
  }
}

const path = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/**
 * Arguments: base, folder, shared, archives. The old root goes; what is mounted goes with the last process. `volatile`: nothing of
 * it has to outlast a crash of this system, and dpkg would wait for the disk after every file.
 */
const setUp = `
mount --make-rprivate /
mount -t overlay overlay -o "lowerdir=$1,upperdir=$2/upper,workdir=$2/work,volatile" "$2/root"
cd "$2/root"
mount -t proc proc proc
mount -t sysfs -o ro sysfs sys || true
mount --rbind /dev dev
mount -t tmpfs -o mode=1777 tmpfs tmp
mkdir -p tmp/.X11-unix old
mount --bind /tmp/.X11-unix tmp/.X11-unix
mount --bind "$3" media
mount -o remount,bind,ro media
mount -t overlay overlay -o "lowerdir=$4,upperdir=$2/fetched,workdir=$2/fetched-work,volatile" var/cache/apt/archives
cp /etc/resolv.conf etc/resolv.conf
pivot_root . old
umount -l old
rmdir old
useradd --create-home --shell /bin/sh ${reader}
printf '#!/bin/sh\\nexit 101\\n' >usr/sbin/policy-rc.d
chmod 755 usr/sbin/policy-rc.d
echo ready
exec sleep infinity
`
