import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { electronPath } from '../../tests/e2e/app.ts'

export const root = resolve(import.meta.dirname, '../..')

/** Starts an app on a data folder, runs `script` in its page, ends the app; what the script, or its promise, came to. */
export async function runInWindow(app: string, data: string, script: string): Promise<unknown> {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(electronPath, [app, '--remote-debugging-port=0', ...sandbox, `--user-data-dir=${data}`], {
    cwd: root,
    env: { ...process.env, PALIMPSEST_DATA: data },
    stdio: ['ignore', 'ignore', 'pipe']
  })
  const ended = new Promise((done) => child.once('exit', done))
  const answer = await evaluate(await pageOf(await portOf(child.stderr)), script)
  child.kill()
  await ended
  return answer
}

function portOf(stderr: Readable): Promise<string> {
  return new Promise((done, fail) => {
    let said = ''
    stderr.on('data', (chunk) => {
      said += String(chunk)
      const found = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(said)
      if (found !== null) done(found[1]!)
    })
    stderr.once('end', () => fail(new Error(`the app did not start:\n${said}`)))
  })
}

/** The debugger address of the page, once there is one; not asked for until then, so as not to slow it down. */
async function pageOf(port: string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    await new Promise((done) => setTimeout(done, 500))
    const targets = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as {
      type: string
      url: string
      webSocketDebuggerUrl: string
    }[]
    const page = targets.find(({ type, url }) => type === 'page' && /^(app|file):/.test(url))
    if (page !== undefined) return page.webSocketDebuggerUrl
  }
  throw new Error('no page came up')
}

function evaluate(page: string, expression: string): Promise<unknown> {
  return new Promise((done, fail) => {
    const socket = new WebSocket(page)
    socket.onopen = () =>
      socket.send(
        JSON.stringify({
          id: 1,
          method: 'Runtime.evaluate',
          params: { expression, awaitPromise: true, returnByValue: true }
        })
      )
    socket.onmessage = ({ data }) => {
      const { result } = JSON.parse(String(data)) as { result?: { result: { value: unknown } } }
      if (result === undefined) fail(new Error(`the page did not answer: ${String(data)}`))
      else done(result.result.value)
    }
    socket.onerror = () => fail(new Error('the page cannot be asked'))
  })
}
