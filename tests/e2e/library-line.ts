import type { ElectronApplication } from '@playwright/test'
import type { UtilityProcess } from 'electron'
import type { LibraryMessage, MainMessage, RenderAnswer, RenderRequest } from '../../src/contract/process.ts'
import { createRender, type Render, type RenderOptions } from '../../src/library/render/render.ts'

declare global {
  // Kept by blank-first.cjs in the main process.
  var startedProcesses: UtilityProcess[]
}

/** Says something to main as the library process would, and hands on nothing to the real one. */
export async function sayAsLibrary(app: ElectronApplication, message: LibraryMessage): Promise<void> {
  await app.evaluate((_electron, given) => void globalThis.startedProcesses.at(-1)!.emit('message', given), message)
}

/** Asks main for a page as the library process would. Between the two processes of a test only JSON travels. */
async function askMain(app: ElectronApplication, request: RenderRequest): Promise<RenderAnswer> {
  const [answer, picture] = await app.evaluate((_electron, given) => {
    const library = globalThis.startedProcesses.at(-1)!
    return new Promise<[RenderAnswer, string | null]>((resolve) => {
      const post = library.postMessage.bind(library)
      library.postMessage = (message: MainMessage, ports) => {
        const rendered = message !== null && typeof message === 'object' && 'rendered' in message && message.rendered
        if (!rendered || rendered.seq !== given.seq) return post(message, ports)
        const { answer } = rendered
        if (answer.kind === 'failed' || answer.screenshot === null) return resolve([answer, null])
        resolve([{ ...answer, screenshot: null }, Buffer.from(answer.screenshot).toString('base64')])
      }
      library.emit('message', { render: given })
    })
  }, request)
  if (answer.kind === 'failed' || picture === null) return answer
  return { ...answer, screenshot: new Uint8Array(Buffer.from(picture, 'base64')) }
}

let seq = 0

/** The library's own capture, with its proxy in the test's process and the windows in the running application. */
export function renderIn(app: ElectronApplication, options: Partial<RenderOptions> = {}): Render {
  return createRender({
    proxyFor: async () => 'DIRECT',
    ...options,
    ask: async (request, signal) => {
      const asked = { seq: ++seq, ...request }
      signal.addEventListener('abort', () => void sayAsLibrary(app, { stopRender: { seq: asked.seq } }))
      return askMain(app, asked)
    }
  })
}
