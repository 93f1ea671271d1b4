// How many pages a second can be asked whether they changed, and whether hosts that never answer hold up those that do.
// PAGES (4000) pages on 20 sites of this computer; ROUNDS (5) rounds with and without 10 dead hosts.
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { FetchPolicy, HostState } from '../src/library/fetch/fetched.ts'
import { createFetch } from '../src/library/fetch/fetch.ts'
import type { Sites } from './fetch/sites.ts'
import { table } from './library/measure.ts'

const pages = Number(process.env['PAGES'] ?? 4000)
const rounds = Number(process.env['ROUNDS'] ?? 5)

async function openSites(wanted: { good: number; dead: number; delay: number }) {
  const worker = new Worker(new URL('./fetch/sites.ts', import.meta.url), { workerData: wanted })
  const [sites] = (await once(worker, 'message')) as [Sites]
  return { sites, close: () => worker.terminate() }
}

function fetcherFor({ good, dead }: Sites, policy: Partial<FetchPolicy> = {}) {
  const allowedHosts = [...good, ...dead].map((port) => `127.0.0.1:${port}`)
  return createFetch({
    policy: () => ({ obeyRobots: false, contact: '', spacing: 0, perHost: 2, allowedHosts, ...policy }),
    hosts: new Map<string, HostState>(),
    now: () => new Date(),
    version: '0'
  })
}

type Fetcher = ReturnType<typeof fetcherFor>

/** Asks `count` pages, spread over the ports. Milliseconds. */
async function askAll({ fetch }: Fetcher, ports: readonly number[], { count, etag }: { count: number; etag?: string }) {
  const started = performance.now()
  const statuses = await Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const url = `http://127.0.0.1:${ports[at % ports.length]}/${at}`
      const fetched = await fetch({ url, trusted: true, as: 'page', etag: etag ?? null })
      return fetched.kind === 'answered' ? fetched.status : fetched.failure
    })
  )
  const wanted = etag === undefined ? 200 : 304
  const wrong = statuses.filter((status) => status !== wanted)
  if (wrong.length > 0) throw new Error(`${wrong.length} of ${count} answered ${wrong[0]}`)
  return performance.now() - started
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!

async function throughput(): Promise<void> {
  const { sites, close } = await openSites({ good: 20, dead: 0, delay: 0 })
  const rows: string[][] = []
  for (const [name, policy, etag] of [
    ['unchanged (304)', {}, '"1"'],
    ['unchanged (304), robots.txt obeyed', { obeyRobots: true }, '"1"'],
    ['whole page (18 KB)', {}, undefined]
  ] as const) {
    const fetcher = fetcherFor(sites, policy)
    const wanted = { count: pages, ...(etag === undefined ? {} : { etag }) }
    await askAll(fetcher, sites.good, { ...wanted, count: 200 })
    const cpu = process.cpuUsage()
    const taken = await askAll(fetcher, sites.good, wanted)
    const { user, system } = process.cpuUsage(cpu)
    const perSecond = Math.round((pages / taken) * 1000)
    rows.push([name, `${perSecond}`, `${((user + system) / 1000 / pages).toFixed(2)} ms`])
    await fetcher.close()
  }
  await close()
  console.log(table(['20 sites, 2 connections each', 'a second', 'CPU each, server and all'], rows))
}

/** The same pages with and without hosts that never answer, for which more requests wait than they can take. */
async function starvation(): Promise<void> {
  const { sites, close } = await openSites({ good: 20, dead: 10, delay: 20 })
  const [alone, beside]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds; round++) {
    for (const withDead of round % 2 === 0 ? [false, true] : [true, false]) {
      const fetcher = fetcherFor(sites)
      const silent = withDead ? sites.dead.flatMap((port) => Array(20).fill(port) as number[]) : []
      const waiting = silent.map((port) =>
        fetcher.fetch({ url: `http://127.0.0.1:${port}/`, trusted: true, as: 'page' })
      )
      ;(withDead ? beside : alone).push(await askAll(fetcher, sites.good, { count: 800 }))
      await fetcher.close()
      await Promise.all(waiting)
    }
  }
  await close()
  const ratio = median(beside) / median(alone)
  const rows = [
    ['alone', `${Math.round(median(alone))} ms`, ''],
    ['with 10 dead hosts, 20 requests each', `${Math.round(median(beside))} ms`, `${ratio.toFixed(2)} times as long`]
  ]
  console.log(table(['800 pages of 20 sites, 20 ms away', `median of ${rounds}`, ''], rows))
}

await throughput()
await starvation()
