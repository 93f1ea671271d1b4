import * as z from 'zod/mini'
import { storedThings } from './captured.ts'
import type { LibraryNews } from './process.ts'

/** What a window may ask the application around it: dialogs, the browser, the theme. */
export const shellRequests = {
  about: z.strictObject({}),
  chooseFiles: z.strictObject({}),
  openExternal: z.strictObject({ url: z.url({ protocol: /^https?$/ }).check(z.maxLength(8192)) }),
  /** The one address that lies on the clipboard, to be offered; null where something else does. */
  clipboardLink: z.strictObject({}),
  theme: z.strictObject({}),
  setTheme: z.strictObject({ source: z.enum(['system', 'light', 'dark']) }),
  libraryState: z.strictObject({}),
  /** Asks the reader for a folder, or a library file, and opens the library there; it is remembered. */
  chooseLibrary: z.strictObject({ kind: z.enum(['folder', 'file']) }),
  /** Goes back to the library in the usual place. */
  usualLibrary: z.strictObject({}),
  /** Starts the library process anew on the same library. */
  reopenLibrary: z.strictObject({}),
  /** Whether checks go on without a window, and from the start of the computer on. */
  background: z.strictObject({}),
  setBackground: z.strictObject({ tray: z.boolean(), login: z.boolean() }),
  /** Shows a stored page in a window of its own, in which nothing of it can run or ask for anything. */
  showSnapshot: z.strictObject({
    revision: z.int().check(z.positive()),
    what: z.enum(storedThings),
    title: z.string().check(z.maxLength(500))
  }),
  /** Said once by a window that can take files: those waiting from the command line are then sent to it. */
  ready: z.strictObject({})
} as const

export interface About {
  readonly version: string
  /** Which Electron runs, for example `Electron 45.4.1`. */
  readonly runtime: string
  readonly chrome: string
  readonly node: string
  /** Where the library file lies, and whether that is its usual place. */
  readonly library: string
  readonly isUsualPlace: boolean
}

export interface Background {
  /** Closing the window leaves an icon in the tray (the menu bar on macOS), and checks go on. */
  readonly tray: boolean
  /** Starts when the reader logs in; without a window where `tray` is chosen as well. */
  readonly login: boolean
  /** Whether this installation can be started at login. */
  readonly loginSupported: boolean
}

export interface Theme {
  readonly source: 'system' | 'light' | 'dark'
  readonly dark: boolean
}

/**
 * The library process as main sees it. `restarts` counts unexpected ends since the start, so that a window that was
 * open the whole time can say that one happened.
 */
export type LibraryState = { readonly restarts: number } & ({ readonly state: 'starting' | 'stopped' } | LibraryNews)

export interface ShellAnswers {
  readonly about: About
  readonly chooseFiles: readonly string[]
  readonly openExternal: null
  readonly clipboardLink: string | null
  readonly theme: Theme
  readonly setTheme: Theme
  readonly libraryState: LibraryState
  /** Whether one was chosen. */
  readonly chooseLibrary: boolean
  readonly usualLibrary: null
  readonly reopenLibrary: null
  readonly background: Background
  readonly setBackground: Background
  /** Whether there was a page to show. */
  readonly showSnapshot: boolean
  readonly ready: null
}

/** Commands that the application menu (and its accelerators) sends to the window in front. */
export type MenuCommand =
  | 'add'
  | 'open-file'
  | 'about'
  | 'backups'
  | 'storage'
  | 'verify'
  | 'verify-article'
  | 'read'
  | 'inline'
  | 'side'
  | 'changes'
  | 'blame'
  | 'search'
  | 'inspector'
  /** Looks at the article that is open, or at all that are due; settings; what was done on the web. */
  | 'check-now'
  | 'check-due'
  | 'settings'
  | 'activity'
  | 'next-change'
  | 'previous-change'

export interface ShellEvents {
  /** Files from the command line, a second launch, or the system: to be imported and shown. */
  readonly openFiles: { readonly paths: readonly string[] }
  readonly theme: Theme
  readonly library: LibraryState
  readonly menu: { readonly command: MenuCommand }
  /** A notice was clicked: two versions of an article to be shown; null where the notice named none. */
  readonly openPair: { readonly article: number; readonly older: number | null; readonly newer: number | null }
}
