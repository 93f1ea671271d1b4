import { randomBytes, timingSafeEqual } from 'node:crypto'
import { createServer, request as httpRequest, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { refusalFor } from '../fetch/faults.ts'
import type { Refusal } from '../fetch/refusal.ts'
import { endToEnd } from './hop-headers.ts'
import { openWay, type Way, type WaySettings } from './way.ts'

export interface PageProxyOptions extends WaySettings {
  /** Most bytes of all connections together, in both directions. */
  readonly mostBytes: number
  /** Most connections and plain requests; the browser is told of the ones above that they failed. */
  readonly mostConnections: number
  /** Told once when there were more bytes than that; every connection is closed by then. */
  readonly onTooLarge: () => void
}

/** The one way out for a page that is shown. */
export interface PageProxy {
  readonly port: number
  /** Without these nobody gets through: other programs of this computer could reach the port. */
  readonly username: string
  readonly password: string
  /** Why a host (with its port) could not be connected to; undefined where it could, or nobody asked. */
  readonly faultOf: (host: string) => Refusal | undefined
  /** Closes every connection and the port. */
  readonly close: () => Promise<void>
}

/**
 * Opens an HTTP proxy (RFC 9110 3.7, 9.3.6) on 127.0.0.1 that serves one page: the browser resolves no name and opens no other
 * connection, so that every address a page makes it ask is checked and then connected to, whatever a name means a moment later.
 */
export async function openPageProxy(options: PageProxyOptions): Promise<PageProxy> {
  const page = new Page(options)
  const port = await page.listen()
  const { username, password } = page
  return {
    port,
    username,
    password,
    faultOf: (host) => page.faults.get(host),
    close: () => page.close()
  }
}

const refusedAnswer = 'HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n'
const challenge = 'Basic realm="Palimpsest"'
const challengeAnswer = `HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: ${challenge}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`
/** Faults that are remembered. */
const mostFaults = 1000

class Page {
  readonly username = 'page'
  readonly password = randomBytes(24).toString('base64url')
  readonly faults = new Map<string, Refusal>()
  readonly #options: PageProxyOptions
  readonly #expected: Buffer
  readonly #server: Server
  readonly #open = new Set<Duplex>()
  #bytes = 0
  #connections = 0
  #over = false

  constructor(options: PageProxyOptions) {
    this.#options = options
    this.#expected = Buffer.from(`Basic ${Buffer.from(`${this.username}:${this.password}`).toString('base64')}`)
    this.#server = createServer(
      { maxHeaderSize: 64 * 1024 },
      (request, response) => void this.#plain(request, response)
    )
    this.#server.on('connect', (request: IncomingMessage, client: Duplex, head: Buffer) => {
      void this.#tunnel(request, client, head)
    })
    this.#server.on('connection', (socket) => this.#hold(socket))
    this.#server.on('clientError', (_error, socket) => socket.destroy())
  }

  listen(): Promise<number> {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject)
      this.#server.listen(0, '127.0.0.1', () => resolve((this.#server.address() as AddressInfo).port))
    })
  }

  close(): Promise<void> {
    this.#over = true
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    for (const stream of this.#open) stream.destroy()
    return closed
  }

  async #tunnel(request: IncomingMessage, client: Duplex, head: Buffer): Promise<void> {
    client.on('error', () => client.destroy())
    if (!this.#isAllowed(request)) return void client.end(challengeAnswer)
    const way = await this.#way(`https://${request.url ?? ''}`, true)
    if (way === null || client.destroyed) {
      way?.socket.destroy()
      return void client.end(refusedAnswer)
    }
    const { socket } = way
    client.write('HTTP/1.1 200 Connection Established\r\n\r\n')
    socket.write(head)
    this.#count(socket, head.length)
    for (const side of [client, socket]) side.on('data', (chunk: Buffer) => this.#count(socket, chunk.length))
    client.pipe(socket).pipe(client)
    client.once('close', () => socket.destroy())
    socket.once('close', () => client.destroy())
  }

  async #plain(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!this.#isAllowed(request)) {
      return void response.writeHead(407, { 'Proxy-Authenticate': challenge, Connection: 'close' }).end()
    }
    const address = request.url ?? ''
    // An answer of ours would be taken for the page's: no answer at all is how a browser is told.
    const giveUp = (): void => void request.socket.destroy()
    const way = /^http:\/\//i.test(address) ? await this.#way(address, false) : null
    if (way === null || response.destroyed) {
      way?.socket.destroy()
      return giveUp()
    }
    const { socket } = way
    const asked = httpRequest({
      createConnection: () => socket,
      method: request.method ?? 'GET',
      path: way.path,
      headers: [...endToEnd(request.rawHeaders), ...way.headers, 'connection', 'close'],
      setHost: false
    })
    asked.on('error', (error) => {
      this.#note(address, refusalFor(error, response.headersSent))
      giveUp()
    })
    asked.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage ?? '', endToEnd(answer.rawHeaders))
      answer.on('data', (chunk: Buffer) => this.#count(socket, chunk.length))
      answer.on('error', giveUp)
      // Cut short: the browser has to notice it as well.
      answer.on('close', () => answer.complete || giveUp())
      answer.pipe(response)
    })
    request.on('data', (chunk: Buffer) => this.#count(socket, chunk.length))
    request.on('error', giveUp)
    response.once('close', () => socket.destroy())
    request.pipe(asked)
  }

  async #way(address: string, tunnel: boolean): Promise<Way | null> {
    try {
      if (this.#over || ++this.#connections > this.#options.mostConnections) return null
      const way = await openWay(address, tunnel, this.#options)
      this.#hold(way.socket)
      return way
    } catch (error) {
      this.#note(address, refusalFor(error as Error, false))
      return null
    }
  }

  #isAllowed({ headers }: IncomingMessage): boolean {
    const given = Buffer.from(headers['proxy-authorization'] ?? '')
    return given.length === this.#expected.length && timingSafeEqual(given, this.#expected)
  }

  #note(address: string, refusal: Refusal): void {
    if (this.faults.size < mostFaults && URL.canParse(address)) this.faults.set(new URL(address).host, refusal)
  }

  #hold(stream: Socket): void {
    this.#open.add(stream)
    stream.on('error', () => stream.destroy())
    stream.once('close', () => this.#open.delete(stream))
    if (this.#over) stream.destroy()
  }

  #count(through: Socket, bytes: number): void {
    this.#bytes += bytes
    if (this.#bytes <= this.#options.mostBytes) return
    through.destroy()
    if (this.#over) return
    this.#options.onTooLarge()
    void this.close()
  }
}
