import type { Bridge } from '../contract/client.ts'

declare global {
  interface Window {
    /** Made by the preload; the only way out of the window. */
    readonly palimpsest: Bridge
  }
}
