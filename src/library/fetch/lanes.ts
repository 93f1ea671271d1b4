import type { Socket } from 'node:net'
import { Client } from 'undici'
import { certificateOf, type Connect } from './connect.ts'
import type { Limits } from './limits.ts'

/** One connection to one origin, which serves one request after another. */
export interface Lane {
  readonly key: string
  readonly client: Client
  /** What is known of the connection that is open. */
  readonly seen: Seen
  /** Closes it, also while it is being opened. */
  readonly end: () => Promise<void>
}

interface Seen {
  /** The address that was connected to, and the certificates it showed. */
  ip: string | null
  certificate: string | null
  /** Why the connection ended, if something was wrong with it. */
  fault: () => Error | null
  /** Bytes that came after the end of a response on a connection that closes with it. */
  left: number
}

export interface LaneFor {
  /** `http://example.org:8080` */
  readonly origin: string
  /** What else tells connections apart that must not be shared: leave to reach private addresses, a proxy. */
  readonly kind: string
  readonly connect: Connect
  /** Through a proxy, nobody knows what address it connected to. */
  readonly direct: boolean
}

export interface Lanes {
  /** An open connection that is idle, or a new one. */
  readonly take: (wanted: LaneFor) => Lane
  /** Keeps a connection for the next request. */
  readonly keep: (lane: Lane) => void
  readonly drop: (lane: Lane) => Promise<void>
  readonly close: () => Promise<void>
}

const mostIdle = 64

export function createLanes(limits: Limits): Lanes {
  const idle: Lane[] = []
  const used = new Set<Lane>()
  const drop = async (lane: Lane): Promise<void> => {
    used.delete(lane)
    await lane.end()
  }
  return {
    take: (wanted) => {
      const key = `${wanted.kind} ${wanted.origin}`
      const at = idle.findIndex((lane) => lane.key === key)
      const lane = at === -1 ? open(key, wanted, limits) : idle.splice(at, 1)[0]!
      used.add(lane)
      return lane
    },
    keep: (lane) => {
      if (!used.delete(lane)) return
      idle.push(lane)
      if (idle.length > mostIdle) void idle.shift()!.end()
    },
    drop,
    close: async () => {
      await Promise.all([...idle.splice(0).map(({ end }) => end()), ...[...used].map(drop)])
    }
  }
}

function open(key: string, { origin, connect, direct }: LaneFor, limits: Limits): Lane {
  const seen: Seen = { ip: null, certificate: null, fault: () => null, left: 0 }
  const ending = new AbortController()
  const client = new Client(origin, {
    connect: (options, callback) => {
      const opened = (error: Error | null, socket: Socket | null): void => {
        if (error !== null || socket === null) return callback(error ?? new Error('no connection'), null)
        seen.ip = direct ? (socket.remoteAddress ?? null) : null
        seen.certificate = certificateOf(socket)
        seen.fault = () => socket.errored
        watchLeft(socket, seen)
        callback(null, socket)
      }
      connect(options, opened, ending.signal)
    },
    pipelining: 1,
    maxHeaderSize: limits.headers,
    // Times are kept by the exchange, which knows what they are about.
    headersTimeout: 0,
    bodyTimeout: 0,
    keepAliveTimeout: 10_000,
    keepAliveMaxTimeout: 60_000
  })
  const end = async (): Promise<void> => {
    ending.abort()
    await client.destroy()
  }
  return { key, client, seen, end }
}

/**
 * undici puts back what is left of a chunk when a response has ended before it. On a connection that closes with its response
 * nothing else tells that more came than was announced.
 */
function watchLeft(socket: Socket, seen: Seen): void {
  const unshift = socket.unshift.bind(socket)
  socket.unshift = (chunk: Buffer, encoding?: BufferEncoding) => {
    seen.left = chunk.length
    unshift(chunk, encoding)
  }
}
