import { net, powerMonitor } from 'electron'
import type { SystemState } from '../contract/process.ts'

/** Electron tells whether there is a network only when asked. */
const everyMs = 10_000

/** Tells when the computer goes to sleep, wakes, loses or finds the network. */
export function watchSystem(tell: (state: SystemState) => void): void {
  let online = net.isOnline()
  const look = (): void => {
    if (net.isOnline() === online) return
    online = !online
    tell(online ? 'online' : 'offline')
  }
  setInterval(look, everyMs).unref()
  powerMonitor.on('suspend', () => tell('suspend'))
  powerMonitor.on('resume', () => {
    tell('resume')
    look()
  })
}
