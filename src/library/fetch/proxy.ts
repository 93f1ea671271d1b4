import type { Socket } from 'node:net'
import { buildConnector, Client } from 'undici'
import { connectTo, isLoopback, startClock, type Connect, type Connecting } from './connect.ts'
import { Refused, type Refusal } from './refusal.ts'

/** What the system says about an address, as proxy configuration files do: `PROXY host:port; DIRECT`. */
export type ProxyFor = (url: string) => Promise<string>

/** The proxy that is to be asked, as an address (http or https, perhaps with credentials); null for none. */
export type ChosenProxy = URL | null

const kinds: Readonly<Record<string, string>> = { proxy: 'http:', http: 'http:', https: 'https:' }

/**
 * Reads an answer such as `session.resolveProxy` of Electron gives it. The first entry counts. SOCKS is refused by name: going
 * around a proxy that was asked for would show the world what the reader meant to hide.
 */
export function readProxy(answer: string): ChosenProxy | Refusal {
  const [kind = '', place = ''] = answer.split(';', 1)[0]!.trim().split(/\s+/, 2)
  if (kind === '' || kind.toLowerCase() === 'direct') return null
  const protocol = kinds[kind.toLowerCase()]
  if (protocol === undefined) return { failure: 'offline', detail: `${kind.slice(0, 20)} proxies are not supported` }
  return asProxy(`${protocol}//${place}`) ?? { failure: 'offline', detail: `proxy ${place.slice(0, 200)}` }
}

type Environment = Readonly<Record<string, string | undefined>>

/** The proxy for an address by `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`, in either case, as curl reads them. */
export function proxyFromEnvironment(url: URL, env: Environment): ChosenProxy {
  if (isExcepted(url, env['no_proxy'] ?? env['NO_PROXY'] ?? '')) return null
  const named =
    url.protocol === 'https:' ? (env['https_proxy'] ?? env['HTTPS_PROXY']) : (env['http_proxy'] ?? env['HTTP_PROXY'])
  if (named === undefined || named.trim() === '') return null
  return asProxy(named.includes('://') ? named : `http://${named}`)
}

/** `example.org` and `.example.org` both mean the host and everything below it; `*` means all. */
function isExcepted(url: URL, list: string): boolean {
  return list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true
      const [, name = '', port = ''] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry)!
      if (port !== '' && port !== portOf(url)) return false
      return url.hostname === name || url.hostname.endsWith(`.${name}`)
    })
}

function portOf(url: URL): string {
  if (url.port !== '') return url.port
  return url.protocol === 'https:' ? '443' : '80'
}

function asProxy(text: string): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null
  return url !== null && (url.protocol === 'http:' || url.protocol === 'https:') ? url : null
}

/** What the system or the environment says; this computer itself is always asked directly. */
export async function chooseProxy(url: URL, proxyFor: ProxyFor | undefined): Promise<ChosenProxy | Refusal> {
  if (isLoopback(url.hostname)) return null
  return proxyFor === undefined ? proxyFromEnvironment(url, process.env) : readProxy(await proxyFor(url.href))
}

/** Name and password for a proxy, as a header. */
export function proxyHeaders({ username, password }: URL): string[] {
  if (username === '') return []
  const credentials = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  return ['proxy-authorization', `Basic ${Buffer.from(credentials).toString('base64')}`]
}

type Settings = Pick<Connecting, 'trust' | 'timeout'>

/** Connects to a proxy. That it cannot be reached says nothing about any host: to the reader it is being offline. */
export function connectToProxy(proxy: URL, { timeout, trust }: Settings): Connect {
  const connect = buildConnector({ timeout: 0, ...(trust === undefined ? {} : { secureContext: trust }) })
  return (options, callback, signal) => {
    const clock = startClock({ timeout, to: `proxy ${proxy.host}`, signal }, callback)
    connect(options, (error, socket) => clock.end(error === null ? null : unreachable(proxy, error.message), socket))
  }
}

/** Connects to a host through a tunnel (RFC 9110 9.3.6): what is read and checked is the host's certificate. */
export function connectThrough(proxy: URL, settings: Settings): Connect {
  return (options, callback, signal) => {
    const to = `${options.hostname} through ${proxy.host}`
    const clock = startClock({ timeout: settings.timeout, to, signal }, callback)
    const host = options.hostname.includes(':') ? `[${options.hostname}]` : options.hostname
    dig({ proxy, place: `${host}:${options.port || 443}`, signal }, settings).then(
      (httpSocket) => connectTo([], settings)({ ...options, httpSocket }, clock.end),
      (error: Error) => clock.end(error, null)
    )
  }
}

export interface Tunnel {
  readonly proxy: URL
  /** Name and port. */
  readonly place: string
  readonly signal: AbortSignal
}

/** Asks a proxy for a tunnel to `place`. */
export async function dig({ proxy, place, signal }: Tunnel, settings: Settings): Promise<Socket> {
  const connect = connectToProxy(proxy, settings)
  const client = new Client(proxy.origin, { connect: (options, callback) => connect(options, callback, signal) })
  const headers = ['host', place, ...proxyHeaders(proxy)]
  const { statusCode, socket } = await client.connect({ path: place, headers, signal })
  if (statusCode === 200) return socket as Socket
  socket.destroy()
  throw unreachable(proxy, `answers ${statusCode}`)
}

function unreachable(proxy: URL, why: string): Refused {
  return new Refused({ failure: 'offline', detail: `proxy ${proxy.host}: ${why}` })
}
