// Run as a worker: so many sites on this computer, each on a port of its own. Good ones answer after DELAY milliseconds, and
// 304 where they are asked conditionally; dead ones take the request and never answer. Tells its ports, good and dead.
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'

export interface Sites {
  readonly good: readonly number[]
  readonly dead: readonly number[]
}

const { good, dead, delay } = workerData as { good: number; dead: number; delay: number }
const page = Buffer.from(`<!doctype html><title>News</title>${'<p>The bridge was closed on Monday.'.repeat(500)}`)

async function open(answers: boolean): Promise<number> {
  const server = createServer((request, response) => {
    if (!answers) return
    const isKnown = request.headers['if-none-match'] === '"1"'
    const answer = (): void => {
      response.writeHead(isKnown ? 304 : 200, { etag: '"1"' }).end(isKnown ? undefined : page)
    }
    if (delay === 0) answer()
    else setTimeout(answer, delay)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return (server.address() as AddressInfo).port
}

const many = (count: number, answers: boolean): Promise<number[]> =>
  Promise.all(Array.from({ length: count }, () => open(answers)))
parentPort!.postMessage({ good: await many(good, true), dead: await many(dead, false) } satisfies Sites)
