// The one process that holds the library. It is told where the file is by its argument, gets a port for every window
// from main, and answers the contract's calls on it.
import type { MessagePortMain } from 'electron'
import { CallFailure } from '../contract/failure.ts'
import { openDoor } from '../contract/door.ts'
import { requests, type Events } from '../contract/contract.ts'
import type { Call, Reply, Told } from '../contract/client.ts'
import type { LibraryConfig, LibraryNews } from '../contract/process.ts'
import { openLibrary, type OpenLibrary } from '../library/library.ts'

const ports = new Set<MessagePortMain>()
const config = JSON.parse(process.argv[2]!) as LibraryConfig
const tellMain = (news: LibraryNews): void => process.parentPort.postMessage(news)

function tell<K extends keyof Events>(event: K, payload: Events[K]): void {
  for (const port of ports) port.postMessage({ event, payload } satisfies Told)
}

/** A library that cannot be opened answers every call with the reason. */
function open(): OpenLibrary | CallFailure {
  try {
    const library = openLibrary({ ...config, now: () => new Date(), tell })
    tellMain({ state: 'ready' })
    return library
  } catch (error) {
    const failure = error instanceof CallFailure ? error : new CallFailure('internal', String(error))
    tellMain({ state: 'refused', failure: failure.failure })
    return failure
  }
}

const library = open()
const door =
  library instanceof CallFailure
    ? () => Promise.resolve({ error: library.failure })
    : openDoor(requests, library.handlers, (error) => console.error(error))

function serve(port: MessagePortMain): void {
  ports.add(port)
  port.on('close', () => ports.delete(port))
  port.on('message', ({ data }: { data: unknown }) => void answer(port, data as Partial<Call>))
  port.start()
}

async function answer(port: MessagePortMain, call: Partial<Call>): Promise<void> {
  if (typeof call !== 'object' || call === null || typeof call.seq !== 'number') return
  const reply: Reply = { seq: call.seq, ...(await door(call.name, call.args)) }
  port.postMessage(reply)
}

process.parentPort.on('message', ({ data, ports: [port] }) => {
  if (port !== undefined) return serve(port)
  if (data !== 'close') return
  if (!(library instanceof CallFailure)) library.close()
  process.exit(0)
})
