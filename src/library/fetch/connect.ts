import { isIP, type LookupFunction, type Socket } from 'node:net'
import { createSecureContext, rootCertificates, TLSSocket, type PeerCertificate, type SecureContext } from 'node:tls'
import { buildConnector } from 'undici'
import { Refused, type Refusal } from './refusal.ts'
import { checkedAddresses, type Resolve, type Resolved } from './resolve.ts'

/** What is about to be connected to: one of these addresses, all of them checked. */
export interface Target {
  readonly host: string
  readonly port: number
  readonly addresses: readonly string[]
}

/** Asked before any socket is opened; `false` keeps it closed. */
export type ConnectHook = (target: Target) => boolean

export interface Connecting {
  readonly resolve: Resolve
  readonly hook: ConnectHook | undefined
  /** Milliseconds for all of it. */
  readonly timeout: number
  /** Whose certificates are believed; undefined: those that Node knows. */
  readonly trust: SecureContext | undefined
}

/** Opens a connection, and gives up when `signal` is aborted. */
export type Connect = (options: buildConnector.Options, callback: buildConnector.Callback, signal: AbortSignal) => void

/**
 * Connects to the checked addresses of a name and to nothing else: the addresses that were checked are handed to the socket,
 * which tries them in turn (RFC 8305), and no second look-up takes place. Certificates are checked against the name.
 */
export function connectChecked(settings: Connecting, allowed: boolean): Connect {
  return (options, callback, signal) => {
    const { hostname: host, protocol } = options
    const port = Number(options.port) || (protocol === 'https:' ? 443 : 80)
    const clock = startClock({ timeout: settings.timeout, to: host, signal }, callback)
    const open = (addresses: readonly Resolved[]): void => {
      if (clock.isOver()) return
      if (settings.hook?.({ host, port, addresses: addresses.map(({ address }) => address) }) === false)
        return clock.end(new Refused({ failure: 'connect', detail: 'not opened' }), null)
      clock.watch(connectTo(addresses, settings)(options, clock.end) as unknown as Socket)
    }
    checkedAddresses(host, { resolve: settings.resolve, allowed }).then(open, (error: Error) => clock.end(error, null))
  }
}

/** Believes authorities (PEM) beside those that Node knows. */
export function trusting(authorities: readonly string[] | undefined): SecureContext | undefined {
  return authorities === undefined ? undefined : createSecureContext({ ca: [...rootCertificates, ...authorities] })
}

/** A connector for addresses that are known already. Sessions are not resumed: each connection shows its certificates. */
export function connectTo(
  addresses: readonly Resolved[],
  settings: Pick<Connecting, 'trust'>
): buildConnector.connector {
  const lookup = ((_name, { all }, done) =>
    all === true
      ? done(null, [...addresses])
      : done(null, addresses[0]!.address, addresses[0]!.family)) as LookupFunction
  return buildConnector({
    lookup,
    timeout: 0,
    maxCachedSessions: 0,
    autoSelectFamily: true,
    autoSelectFamilyAttemptTimeout: 1000,
    ...(settings.trust === undefined ? {} : { secureContext: settings.trust })
  })
}

type Done = (error: Error | null, socket: Socket | null) => void

interface Clock {
  readonly isOver: () => boolean
  readonly end: Done
  /** Closes this socket too, should time run out. */
  readonly watch: (socket: Socket) => void
}

interface ClockSettings {
  /** Milliseconds. */
  readonly timeout: number
  /** What is connected to, in words. */
  readonly to: string
  readonly signal: AbortSignal
}

/** Sees to it that one outcome is told, in time: what comes later is thrown away. */
export function startClock({ timeout, to, signal }: ClockSettings, callback: buildConnector.Callback): Clock {
  let over = false
  let opening: Socket | undefined
  const end: Done = (error, socket) => {
    if (over) return void socket?.destroy()
    over = true
    clearTimeout(timer)
    signal.removeEventListener('abort', giveUp)
    if (error !== null) callback(error, null)
    else if (socket !== null) callback(null, socket)
  }
  const stop = (refusal: Refusal): void => {
    end(new Refused(refusal), null)
    opening?.destroy()
  }
  const giveUp = (): void => stop({ failure: 'aborted', detail: 'aborted' })
  const late = `connecting to ${to} took longer than ${timeout / 1000} s`
  const timer = setTimeout(() => stop({ failure: 'timeout', detail: late }), timeout)
  signal.addEventListener('abort', giveUp)
  return { isOver: () => over, end, watch: (socket) => void (opening = socket) }
}

const longestChain = 10

/** The certificates the other side showed, its own first, as PEM; null without encryption. */
export function certificateOf(socket: Socket): string | null {
  if (!(socket instanceof TLSSocket)) return null
  const chain: string[] = []
  const seen = new Set<string>()
  let next: PeerCertificate | undefined = socket.getPeerCertificate(true)
  while (next?.raw !== undefined && !seen.has(next.fingerprint256) && chain.length < longestChain) {
    seen.add(next.fingerprint256)
    chain.push(pem(next.raw))
    next = (next as { issuerCertificate?: PeerCertificate }).issuerCertificate
  }
  return chain.length === 0 ? null : chain.join('')
}

function pem(raw: Buffer): string {
  const lines = raw.toString('base64').match(/.{1,64}/g)!
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}

/** Whether a name or address is one of this computer's own: a proxy is never asked for those. */
export function isLoopback(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  return isIP(host) === 0
    ? host === 'localhost' || host.endsWith('.localhost')
    : host === '::1' || host.startsWith('127.')
}
