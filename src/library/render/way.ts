import type { Socket } from 'node:net'
import { hostRefusal, webAddress } from '../fetch/address.ts'
import { connectChecked, type Connect, type Connecting } from '../fetch/connect.ts'
import { chooseProxy, connectToProxy, dig, proxyHeaders, type ProxyFor } from '../fetch/proxy.ts'
import { isRefusal, Refused } from '../fetch/refusal.ts'

export interface WaySettings {
  readonly connecting: Connecting
  /** The system's proxy; where this is absent, the environment says. */
  readonly proxyFor: ProxyFor | undefined
  /** The one host (with its port) that may be a private one; null for none. */
  readonly allowedHost: string | null
}

/** An open connection that leads to a host. */
export interface Way {
  readonly socket: Socket
  /** What has to stand on the request line, and with it, for plain HTTP. */
  readonly path: string
  readonly headers: readonly string[]
}

/**
 * Opens a connection to the host of an address, by the rules of fetching: http and https, no blocked ports, every address of
 * the name checked and no other connected to. `tunnel`: bytes of TLS or a WebSocket follow; otherwise one plain request.
 * Throws `Refused`, or the system's error.
 */
export async function openWay(address: string, tunnel: boolean, settings: WaySettings): Promise<Way> {
  const url = webAddress(address)
  if (isRefusal(url)) throw new Refused(url)
  const allowed = url.host === settings.allowedHost
  const refusal = allowed ? null : hostRefusal(url.hostname)
  if (refusal !== null) throw new Refused(refusal)
  const { connecting } = settings
  const chosen = await chooseProxy(url, settings.proxyFor)
  if (chosen === null) {
    // What is encrypted the browser encrypts: to us it is a plain connection.
    const socket = await opened(connectChecked(connecting, allowed), { url, protocol: 'http:' })
    return { socket, path: url.pathname + url.search, headers: [] }
  }
  if (isRefusal(chosen)) throw new Refused(chosen)
  if (tunnel)
    return {
      socket: await dig({ proxy: chosen, place: placeOf(url), signal: never }, connecting),
      path: '',
      headers: []
    }
  const socket = await opened(connectToProxy(chosen, connecting), { url: chosen, protocol: chosen.protocol })
  return { socket, path: url.href, headers: proxyHeaders(chosen) }
}

interface Place {
  readonly url: URL
  readonly protocol: string
}

/** What is opened for a page ends with the page's proxy. */
const never = new AbortController().signal

function opened(connect: Connect, { url, protocol }: Place): Promise<Socket> {
  const hostname = url.hostname.replace(/^\[|\]$/g, '')
  return new Promise((resolve, reject) => {
    connect(
      { hostname, host: url.host, protocol, port: portOf(url) },
      (error, socket) => (error === null ? resolve(socket) : reject(error)),
      never
    )
  })
}

function portOf(url: URL): string {
  if (url.port !== '') return url.port
  return url.protocol === 'https:' ? '443' : '80'
}

function placeOf(url: URL): string {
  return `${url.hostname}:${portOf(url)}`
}
