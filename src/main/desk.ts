import { session } from 'electron'
import type { Notice } from '../contract/tracking.ts'
import type { Desk } from './library-host.ts'
import { print } from './print.ts'
import type { Renders } from './render/renders.ts'

export interface DeskParts {
  readonly renders: Renders
  readonly notify: (notices: readonly Notice[]) => void
  readonly onChecking: (checking: { readonly paused: boolean }) => void
  readonly onUnread: (unread: number) => void
}

/** Does for the library process what only main can. */
export function openDesk({ renders, notify, onChecking, onUnread }: DeskParts): Desk {
  return {
    take: (message, reply) => {
      if ('render' in message) {
        const { seq } = message.render
        void renders.render(message.render).then((answer) => reply({ rendered: { seq, answer } }))
      } else if ('proxyFor' in message) {
        const { seq, url } = message.proxyFor
        void proxyFor(url).then((answer) => reply({ proxy: { seq, answer } }))
      } else if ('print' in message) {
        const { seq, job } = message.print
        void print(job).then((answer) => reply({ printed: { seq, answer } }))
      } else if ('stopRender' in message) renders.stop(message.stopRender.seq)
      else if ('notices' in message) notify(message.notices)
      else if ('unread' in message) onUnread(message.unread)
      else onChecking(message.checking)
    },
    ended: () => renders.stopAll()
  }
}

/** What the system says; where it cannot, the way is direct. */
async function proxyFor(url: string): Promise<string> {
  return session.defaultSession.resolveProxy(url).catch(() => 'DIRECT')
}
