import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Answer {
  readonly id: number
  readonly result?: unknown
  readonly message?: string
}

/** Firefox without a window, asked by WebDriver BiDi (w3.org/TR/webdriver-bidi). */
export interface Firefox {
  readonly version: string
  /** Opens a page at that width and answers what a function in it says. */
  readonly ask: (url: string, width: number, source: string) => Promise<string>
  readonly close: () => void
}

/** Starts the Firefox of that name. Throws where there is none, or where it does not come up within a minute. */
export async function openFirefox(program: string): Promise<Firefox> {
  const profile = mkdtempSync(join(tmpdir(), 'palimpsest-firefox-'))
  const child = spawn(program, ['--headless', '--remote-debugging-port', '0', '--profile', profile, 'about:blank'])
  const address = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('Firefox did not come up')), 60_000)
    child.once('error', reject)
    child.stderr.on('data', (data: Buffer) => {
      const found = /listening on (ws:\/\/\S+)/u.exec(data.toString())
      if (found === null) return
      clearTimeout(late)
      resolve(found[1]!)
    })
  })
  const call = await connect(`${address}/session`)
  const session = (await call('session.new', { capabilities: {} })) as { capabilities: { browserVersion: string } }
  const tree = (await call('browsingContext.getTree', {})) as { contexts: { context: string }[] }
  const { context } = tree.contexts[0]!
  return {
    version: session.capabilities.browserVersion,
    ask: async (url, width, source) => {
      await call('browsingContext.setViewport', { context, viewport: { width, height: 900 } })
      await call('browsingContext.navigate', { context, url, wait: 'complete' })
      const asked = { functionDeclaration: source, awaitPromise: true, target: { context } }
      const { result } = (await call('script.callFunction', asked)) as { result: { value: string } }
      return result.value
    },
    close: () => child.kill()
  }
}

type Call = (method: string, params: object) => Promise<unknown>

async function connect(address: string): Promise<Call> {
  const socket = new WebSocket(address)
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve, { once: true })
    socket.addEventListener('error', reject, { once: true })
  })
  const waiting = new Map<number, (answer: Answer) => void>()
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer
    waiting.get(answer.id)?.(answer)
    waiting.delete(answer.id)
  })
  let id = 0
  return async (method, params) => {
    const answer = await new Promise<Answer>((resolve) => {
      waiting.set(++id, resolve)
      socket.send(JSON.stringify({ id, method, params }))
    })
    if (answer.result === undefined) throw new Error(`${method}: ${answer.message ?? ''}`)
    return answer.result
  }
}
