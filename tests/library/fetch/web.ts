import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createTcp, type AddressInfo, type Server, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import type { FetchPolicy, HostMemory, HostState } from '../../../src/library/fetch/fetched.ts'
import { createFetch, type FetchOptions, type Fetcher } from '../../../src/library/fetch/fetch.ts'

export const suites = new URL('../../../.cache/data/suites/', import.meta.url)

/** A server on this computer. */
export interface Site {
  readonly port: number
  /** `127.0.0.1:port` */
  readonly host: string
  /** The paths that were asked for, in order. */
  readonly asked: readonly string[]
  readonly url: (path: string) => string
}

/** Serves HTTP as a handler says. */
export function serve(handler: (request: IncomingMessage, response: ServerResponse) => void): Promise<Site> {
  const asked: string[] = []
  const server = createHttp((request, response) => {
    asked.push(request.url!)
    handler(request, response)
  })
  return listen(server, asked)
}

/** Answers every request with the same bytes, whatever they are, and closes the connection. */
export function serveBytes(answer: string | Buffer): Promise<Site> {
  return serveSocket((socket) => socket.end(answer))
}

/** Calls `answer` when a request has come. */
export function serveSocket(answer: (socket: Socket, head: string) => void): Promise<Site> {
  const asked: string[] = []
  const server = createTcp((socket) => {
    socket.on('error', () => undefined)
    socket.on('data', (data) => {
      const head = data.toString('latin1')
      asked.push(head.split(' ')[1]!)
      answer(socket, head)
    })
  })
  return listen(server, asked)
}

export async function listen(server: Server, asked: readonly string[] = []): Promise<Site> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  const host = `127.0.0.1:${port}`
  return { port, host, asked, url: (path) => `http://${host}${path}` }
}

const policy: FetchPolicy = { obeyRobots: false, contact: '', spacing: 0, perHost: 2, allowedHosts: [] }

interface Settings extends Partial<Omit<FetchOptions, 'policy'>> {
  readonly policy?: Partial<FetchPolicy>
}

/** A fetcher that may ask these sites; closed when the test is over. */
export function fetcherFor(sites: readonly Pick<Site, 'host'>[], settings: Settings = {}): Fetcher {
  const { policy: wishes, ...rest } = settings
  const allowedHosts = sites.map(({ host }) => host)
  const fetcher = createFetch({
    hosts: new Map<string, HostState>(),
    now: () => new Date(),
    version: '1.2.3',
    isConnected: () => true,
    proxy: () => Promise.resolve('DIRECT'),
    policy: () => ({ ...policy, allowedHosts, ...wishes }),
    ...rest
  })
  onTestFinished(fetcher.close)
  return fetcher
}

/** A memory whose states can be looked at. */
export function memory(states: Readonly<Record<string, Partial<HostState>>> = {}): HostMemory {
  const full = Object.entries(states).map(([host, state]) => {
    return [host, { retryAt: null, failures: 0, robots: null, ...state }] as const
  })
  return new Map<string, HostState>(full)
}

/** What came of a fetch, in a word or two: `200`, or the name of the failure. */
export function brief(fetched: Awaited<ReturnType<Fetcher['fetch']>>): string {
  return fetched.kind === 'answered' ? String(fetched.status) : fetched.failure
}
