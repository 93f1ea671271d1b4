import { connectChecked, type Connecting } from './connect.ts'
import type { LaneFor } from './lanes.ts'
import { chooseProxy, connectThrough, connectToProxy, proxyHeaders, type ProxyFor } from './proxy.ts'
import { isRefusal, type Refusal } from './refusal.ts'

/** How a request gets to a host. */
export interface Route {
  readonly lane: LaneFor
  /** What stands on the request line. */
  readonly path: string
  /** What the way itself needs. */
  readonly headers: readonly string[]
}

export interface Routing {
  readonly connecting: Connecting
  readonly proxy?: ProxyFor
}

/**
 * Directly to a checked address, or through the proxy that the system names: in a tunnel for https, by its whole address for
 * http. A proxy resolves names itself, so that behind one only literal addresses and names can be checked.
 */
export async function routeTo(url: URL, allowed: boolean, { connecting, proxy }: Routing): Promise<Route | Refusal> {
  const chosen = await chooseProxy(url, proxy)
  const path = url.pathname + url.search
  if (chosen === null) {
    const kind = allowed ? 'allowed' : 'public'
    return {
      lane: { origin: url.origin, kind, connect: connectChecked(connecting, allowed), direct: true },
      path,
      headers: []
    }
  }
  if (isRefusal(chosen)) return chosen
  const kind = `proxy ${chosen.href}`
  if (url.protocol === 'https:') {
    const connect = connectThrough(chosen, connecting)
    return { lane: { origin: url.origin, kind, connect, direct: false }, path, headers: [] }
  }
  const connect = connectToProxy(chosen, connecting)
  const headers = ['host', url.host, ...proxyHeaders(chosen)]
  return { lane: { origin: chosen.origin, kind, connect, direct: false }, path: url.href, headers }
}
