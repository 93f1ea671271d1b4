// The one process that holds the library. It is told where the file is by its argument, gets a port for every window
// from main, and answers the contract's calls on it.
import type { MessagePortMain } from 'electron'
import { join } from 'node:path'
import type { Events } from '../contract/contract.ts'
import type { Counts } from '../contract/lists.ts'
import type { Call, Reply, Told } from '../contract/client.ts'
import type { LibraryConfig, LibraryMessage, LibraryNews } from '../contract/process.ts'
import { LibraryKeeper } from '../library/keeper.ts'
import { openOutside } from '../library/outside.ts'

const ports = new Set<MessagePortMain>()
const config = JSON.parse(process.argv[2]!) as LibraryConfig

function tell<K extends keyof Events>(event: K, payload: Events[K]): void {
  for (const port of ports) port.postMessage({ event, payload } satisfies Told)
  if (event === 'changed') countSoon()
}

let counting: NodeJS.Timeout | undefined

/** What changes while many articles are checked is counted once. */
function countSoon(): void {
  clearTimeout(counting)
  counting = setTimeout(() => void count(), 1000)
}

async function count(): Promise<void> {
  const answer = await keeper.answer('counts', {})
  if ('value' in answer) post({ unread: (answer.value as Counts).smart.unread })
}

const post = (message: LibraryMessage): void => process.parentPort.postMessage(message)
const outside = openOutside(post)

const keeper = new LibraryKeeper({
  ...config,
  backupWorker: join(import.meta.dirname, 'backup-worker.js'),
  pageWorker: join(import.meta.dirname, 'page-worker.js'),
  noticeEvery: 1000,
  now: () => new Date(),
  tell,
  outside,
  say: (news: LibraryNews) => {
    post(news)
    if (news.state === 'ready') countSoon()
  },
  report: (error) => console.error(error)
})

function serve(port: MessagePortMain): void {
  ports.add(port)
  port.on('close', () => ports.delete(port))
  port.on('message', ({ data }: { data: unknown }) => void answer(port, data as Partial<Call>))
  port.start()
}

async function answer(port: MessagePortMain, call: Partial<Call>): Promise<void> {
  if (typeof call !== 'object' || call === null || typeof call.seq !== 'number') return
  const reply: Reply = { seq: call.seq, ...(await keeper.answer(call.name, call.args)) }
  port.postMessage(reply)
}

process.parentPort.on('message', ({ data, ports: [port] }) => {
  if (port !== undefined) return serve(port)
  if (outside.receive(data) || data !== 'close') return
  keeper.close()
  process.exit(0)
})
