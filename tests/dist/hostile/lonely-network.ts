import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** What a server was asked: names, pages, connections. */
interface Asked {
  readonly kind: 'name' | 'request' | 'connection' | 'ready'
  readonly what: string
}

/** What the kernel counted, of all processes in a network, whoever they are. */
export interface Sent {
  /** Connections that were begun, answered or not. */
  readonly connections: number
  readonly datagrams: number
}

/**
 * A network of its own (needs root) in which every address is this machine, with a server for names and pages and nothing else.
 * The kernel counts what leaves any process in it.
 */
export class LonelyNetwork {
  readonly asked: Asked[] = []
  readonly #child: ChildProcess

  private constructor(child: ChildProcess) {
    this.#child = child
  }

  /** `pages`: a folder of what is served as http://pages.example/NAME. */
  static async start(pages: string): Promise<LonelyNetwork> {
    const child = spawn('unshare', ['--net', 'sh', '-ec', setUp, 'sh', process.execPath, server, pages], {
      stdio: ['pipe', 'pipe', 'inherit']
    })
    const network = new LonelyNetwork(child)
    await new Promise<void>((ready, failed) => {
      child.once('exit', (code) => failed(new Error(`the network could not be set up (exit code ${code})`)))
      createInterface(child.stdout).on('line', (line) => {
        const asked = JSON.parse(line) as Asked
        if (asked.kind === 'ready') ready()
        else network.asked.push(asked)
      })
    })
    return network
  }

  /** For `nsenter --net=`. */
  get path(): string {
    return `/proc/${this.#child.pid}/ns/net`
  }

  sent(): Sent {
    const counted = readFileSync(`/proc/${this.#child.pid}/net/snmp`, 'utf8')
    return { connections: valueOf(counted, 'Tcp', 'ActiveOpens'), datagrams: valueOf(counted, 'Udp', 'OutDatagrams') }
  }

  end(): void {
    this.#child.kill('SIGKILL')
  }
}

const server = join(import.meta.dirname, 'outside.ts')

/** Arguments: node, the server, the pages. Routes of the table "local" make an address this machine's. */
const setUp = `
ip link set lo up
ip route add local default dev lo
ip -6 route add local default dev lo || true
exec "$@"
`

/** Of the table that the kernel writes: a line of names, and one of values below it. */
function valueOf(table: string, protocol: string, name: string): number {
  const [names, values] = table
    .split('\n')
    .filter((line) => line.startsWith(`${protocol}:`))
    .map((line) => line.split(' '))
  const value = Number(values?.[names?.indexOf(name) ?? -1])
  if (Number.isNaN(value)) throw new Error(`the kernel does not count ${protocol} ${name}`)
  return value
}
