import * as z from 'zod/mini'
import { actionIds, type ActionId, type Keymap } from './actions.ts'
import { storedThings } from './captured.ts'
import type { ArticleLink } from './link.ts'
import { updateRequests, type UpdateAnswers } from './updates.ts'
import type { LibraryNews } from './process.ts'

const action = z.enum(actionIds as [ActionId, ...ActionId[]])
/** What a menu on a thing can hold beside actions; its words stand in the catalogue as `context.<id>`. */
const contextOnly = [
  'open-article',
  'export-articles',
  'choose-version',
  'compare-before',
  'copy',
  'search-text',
  'open-link',
  'copy-link'
] as const
export type ContextItem = ActionId | (typeof contextOnly)[number] | 'line'
const contextItems: [ContextItem, ...ContextItem[]] = ['line', ...contextOnly, ...actionIds]
const coordinate = z.number().check(z.minimum(-100_000), z.maximum(100_000))

const key = z.string().check(z.minLength(1), z.maxLength(40))

/** What a window may ask the application around it: dialogs, the browser, the theme. */
export const shellRequests = {
  about: z.strictObject({}),
  /** The licences of everything that is part of the application. */
  licences: z.strictObject({}),
  chooseFiles: z.strictObject({}),
  /** Asks the reader for a folder to be read; answered with its path, or nothing. */
  chooseFolder: z.strictObject({}),
  /** Asks the reader where a file shall be written; answered with the whole path, or null. */
  saveFile: z.strictObject({
    name: z.string().check(z.minLength(1), z.maxLength(200)),
    extension: z.string().check(z.regex(/^[a-z]{2,10}(?:\.gz)?$/u))
  }),
  /** Shows a file where it lies; only one that `saveFile` was answered with. */
  showInFolder: z.strictObject({ path: z.string().check(z.minLength(1), z.maxLength(4096)) }),
  openExternal: z.strictObject({ url: z.url({ protocol: /^https?$/ }).check(z.maxLength(8192)) }),
  /** The one address that lies on the clipboard, to be offered; null where something else does. */
  clipboardLink: z.strictObject({}),
  theme: z.strictObject({}),
  setTheme: z.strictObject({ source: z.enum(['system', 'light', 'dark']) }),
  /** Whether a screen reader, or anything else that reads a window aloud, runs. */
  screenReader: z.strictObject({}),
  language: z.strictObject({}),
  /** Chooses the language of the whole application; the window is loaded anew in it. */
  setLanguage: z.strictObject({ choice: z.enum(['system', 'en', 'es']) }),
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
  /** The keys the reader has chosen; the menu shows them too. */
  keymap: z.strictObject({}),
  setKeymap: z.strictObject({
    keymap: z.strictObject({
      singleKeys: z.boolean(),
      chosen: z.partialRecord(action, z.array(key).check(z.maxLength(4)))
    })
  }),
  /** What the window can do now: the rest of the menu is greyed out. */
  offer: z.strictObject({ actions: z.array(action).check(z.maxLength(actionIds.length)) }),
  /** Makes the whole window one step larger or smaller, or as it usually is; answered with what holds, in per cent. */
  zoom: z.strictObject({ to: z.enum(['in', 'out', 'usual']) }),
  /** Opens a menu of the system where something was pressed; answered with what was chosen. */
  contextMenu: z.strictObject({
    items: z.array(z.enum(contextItems)).check(z.minLength(1), z.maxLength(40)),
    /** The words it is about, where it says them. */
    about: z.string().check(z.maxLength(200)),
    x: coordinate,
    y: coordinate
  }),
  /** Shows a stored page in a window of its own, in which nothing of it can run or ask for anything. */
  showSnapshot: z.strictObject({
    revision: z.int().check(z.positive()),
    what: z.enum(storedThings),
    title: z.string().check(z.maxLength(500))
  }),
  /** Shows the user guide in a window of its own. */
  showGuide: z.strictObject({}),
  /** Hands a text to the drag that is under way, as a file: to be dropped in another application. */
  dragOut: z.strictObject({
    // A name and no path, on any system.
    name: z.string().check(z.regex(/^[^/\\:*?"<>|\p{C}]{1,150}\.txt$/u)),
    text: z.string().check(z.maxLength(20_000_000))
  }),
  ...updateRequests,
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

export interface Licence {
  readonly name: string
  readonly version: string
  /** An SPDX expression, for example `MIT`. */
  readonly licence: string
  /** The words of it; empty where the package brings none. */
  readonly text: string
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

/** In what language everything is said. */
export interface Language {
  /** What the reader chose. */
  readonly choice: 'system' | 'en' | 'es'
  /** Whose words are used; `en-XA` and `ar-XB` are English made longer, or mirrored, to try the window with. */
  readonly words: 'en' | 'es' | 'en-XA' | 'ar-XB'
  /** How dates, numbers and lists are written: the language of the words with the system's region. */
  readonly locale: string
  readonly dir: 'ltr' | 'rtl'
}

/**
 * The library process as main sees it. `restarts` counts unexpected ends since the start, so that a window that was
 * open the whole time can say that one happened.
 */
export type LibraryState = { readonly restarts: number } & ({ readonly state: 'starting' | 'stopped' } | LibraryNews)

export type ContextRequest = Readonly<z.output<typeof shellRequests.contextMenu>>

export interface ShellAnswers extends UpdateAnswers {
  readonly about: About
  readonly licences: readonly Licence[]
  readonly chooseFiles: readonly string[]
  readonly chooseFolder: readonly string[]
  readonly saveFile: string | null
  readonly showInFolder: null
  readonly openExternal: null
  readonly clipboardLink: string | null
  readonly theme: Theme
  readonly setTheme: Theme
  readonly screenReader: boolean
  readonly language: Language
  readonly setLanguage: Language
  readonly libraryState: LibraryState
  /** Whether one was chosen. */
  readonly chooseLibrary: boolean
  readonly usualLibrary: null
  readonly reopenLibrary: null
  readonly background: Background
  readonly setBackground: Background
  readonly keymap: Keymap
  readonly setKeymap: Keymap
  readonly offer: null
  readonly zoom: number
  readonly dragOut: null
  readonly contextMenu: Exclude<ContextItem, 'line'> | null
  /** Whether there was a page to show. */
  readonly showSnapshot: boolean
  readonly showGuide: null
  readonly ready: null
}

export interface ShellEvents {
  /** Files from the command line, a second launch, or the system: to be imported and shown. */
  readonly openFiles: { readonly paths: readonly string[] }
  readonly theme: Theme
  readonly screenReader: boolean
  readonly library: LibraryState
  /** An action that was chosen in a menu of the application; see `actions.ts`. */
  readonly menu: { readonly command: ActionId }
  /** A notice was clicked: two versions of an article to be shown; null where the notice named none. */
  readonly openPair: { readonly article: number; readonly older: number | null; readonly newer: number | null }
  /** A new version was found by itself. */
  readonly newer: { readonly version: string }
  /** A link was opened, here or anywhere on the system; null where it says nothing that can be read. */
  readonly openLink: { readonly link: ArticleLink | null }
}
