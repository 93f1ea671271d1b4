import { LibraryClient } from '../contract/client.ts'
import type { requests } from '../contract/contract.ts'
import { CallFailure } from '../contract/failure.ts'
import type { LibraryHost } from './library-host.ts'

/** Asks the library as a window does. Throws the failure that it answers with. */
export async function askLibrary(host: LibraryHost, name: keyof typeof requests, args: unknown): Promise<unknown> {
  const port = host.openPort()
  if (port === null) throw new CallFailure('library-stopped')
  const client = new LibraryClient(() => undefined)
  port.on('close', () => client.disconnect())
  client.connect({
    send: (message) => port.postMessage(message),
    listen: (receive) => port.on('message', ({ data }: { data: unknown }) => receive(data))
  })
  port.start()
  try {
    const answer = await client.call(name, args)
    if ('error' in answer) throw new CallFailure(answer.error.code, answer.error.detail)
    return answer.value
  } finally {
    port.close()
  }
}
