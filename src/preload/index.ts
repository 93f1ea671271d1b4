import { contextBridge, ipcRenderer, webUtils } from 'electron'
import {
  LibraryClient,
  libraryCalls,
  libraryEvents,
  rescueCalls,
  shellCalls,
  shellEvents,
  type Bridge,
  type Library,
  type Rescue,
  type Shell,
  type Told
} from '../contract/client.ts'
import type { LibraryState } from '../contract/shell.ts'

type Listener = (payload: unknown) => void

/** Who listens to what; only names of the contract can be listened to. */
class Listeners {
  readonly #byName: Map<string, Set<Listener>>
  constructor(names: object) {
    this.#byName = new Map(Object.keys(names).map((name) => [name, new Set<Listener>()]))
  }
  readonly on = (name: string, listener: Listener): (() => void) => {
    this.#byName.get(name)?.add(listener)
    return () => this.#byName.get(name)?.delete(listener)
  }
  tell(name: string, payload: unknown): void {
    for (const listener of this.#byName.get(name) ?? []) listener(payload)
  }
}

const fromLibrary = new Listeners(libraryEvents)
const fromShell = new Listeners(shellEvents)
const client = new LibraryClient(({ event, payload }: Told) => fromLibrary.tell(event, payload))

ipcRenderer.on('library-port', ({ ports: [port] }) => {
  if (port === undefined) return
  client.connect({
    send: (message) => port.postMessage(message),
    listen: (receive) => {
      port.onmessage = ({ data }) => receive(data)
    }
  })
})
ipcRenderer.on('shell-event', (_event, name: string, payload: unknown) => {
  if (name === 'library' && (payload as LibraryState).state === 'stopped') client.disconnect()
  fromShell.tell(name, payload)
})
ipcRenderer.send('library-port')

const calls = (names: object, call: (name: string, args: unknown) => Promise<unknown>): object =>
  Object.fromEntries(Object.keys(names).map((name) => [name, (args: unknown) => call(name, args)]))

const bridge: Bridge = {
  library: calls(libraryCalls, (name, args) => client.call(name, args)) as Library,
  rescue: calls(rescueCalls, (name, args) => client.call(name, args)) as Rescue,
  shell: calls(shellCalls, (name, args) => ipcRenderer.invoke('shell', name, args)) as Shell,
  onLibrary: fromLibrary.on as Bridge['onLibrary'],
  onShell: fromShell.on as Bridge['onShell'],
  pathsOf: (files) =>
    files.flatMap((file) => (file instanceof File ? webUtils.getPathForFile(file) : [])).filter((path) => path !== '')
}
contextBridge.exposeInMainWorld('palimpsest', bridge)
