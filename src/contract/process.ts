import * as z from 'zod/mini'
import { failureCodes } from './failure.ts'

/** What main tells the library process at its start: its one argument, as JSON. */
export interface LibraryConfig {
  readonly path: string
  /** The library was chosen and has to be there; it is not made anew. */
  readonly mustExist: boolean
  readonly samples: string
  readonly nativeBinding?: string | undefined
}

const seq = z.int().check(z.positive())
const url = z.string().check(z.minLength(1), z.maxLength(8192))
const failure = z.object({ code: z.enum(failureCodes), detail: z.string() })

/** What the library process tells main of itself. */
const libraryNews = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('ready'),
    /** Opened from a copy, because the library itself cannot be written. */
    readOnly: z.boolean(),
    /** Why nothing is written at present; null where nothing is in the way. */
    trouble: z.nullable(failure)
  }),
  z.object({ state: z.literal('refused'), failure })
])
export type LibraryNews = Readonly<z.output<typeof libraryNews>>

/** Shows a page in a hidden window and reads it. Everything the page asks for goes through the proxy that is named here. */
const renderRequest = z.object({
  seq,
  url,
  /** On 127.0.0.1, of the library process: it checks every address and ends with the capture. */
  proxy: z.object({
    port: z.int().check(z.minimum(1), z.maximum(65_535)),
    username: z.string().check(z.minLength(1), z.maxLength(100)),
    password: z.string().check(z.minLength(1), z.maxLength(100))
  }),
  /** Null: the browser's own. */
  userAgent: z.nullable(z.string().check(z.minLength(1), z.maxLength(500)))
})
export type RenderRequest = Readonly<z.output<typeof renderRequest>>

/** Most characters of a page of ours that is printed, and bytes of what is made of it. */
const mostPrinted = 100_000_000
const pixels = z.int().check(z.minimum(1), z.maximum(4000))
const html = z.string().check(z.maxLength(mostPrinted))
/** Prints a page that the library wrote, in a window where nothing of it can run or ask for anything. */
const printJob = z.discriminatedUnion('as', [
  z.object({ as: z.literal('pdf'), html }),
  z.object({ as: z.literal('png'), html, width: pixels, height: pixels })
])
export type PrintJob = Readonly<z.output<typeof printJob>>

const words = z.string().check(z.maxLength(1000))
const notice = z.object({
  article: z.int().check(z.positive()),
  kind: z.enum(['headline', 'silent', 'removed', 'search']),
  source: z.string().check(z.maxLength(1000)),
  told: z.discriminatedUnion('what', [
    z.object({ what: z.literal('found'), headline: words, search: words, more: z.int() }),
    z.object({ what: z.enum(['gone', 'returned']), headline: words }),
    z.object({ what: z.literal('headline'), headline: words, before: words }),
    z.object({ what: z.literal('silent'), headline: words, change: z.nullable(words) })
  ]),
  older: z.nullable(z.int()),
  newer: z.nullable(z.int())
})

/** A message from the library process to main. */
export const libraryMessage = z.union([
  z.object({ render: renderRequest }),
  /** Nobody waits for this capture any more. */
  z.object({ stopRender: z.object({ seq }) }),
  z.object({ print: z.object({ seq, job: printJob }) }),
  /** Which proxy the system has for an address. */
  z.object({ proxyFor: z.object({ seq, url }) }),
  /** To be shown outside the window. */
  z.object({ notices: z.array(notice).check(z.maxLength(1000)) }),
  /** Whether checks are paused, for the tray. */
  z.object({ checking: z.object({ paused: z.boolean() }) }),
  /** How many articles have unread changes, for the badge of the application. */
  z.object({ unread: z.int().check(z.nonnegative()) }),
  libraryNews
])
export type LibraryMessage = z.output<typeof libraryMessage>

/** Why a page could not be shown whole; names of `fetchFailures` (library/fetch). */
const renderFailures = [
  'refused-address',
  'connect',
  'tls',
  'timeout',
  'incomplete',
  'bad-response',
  'too-large',
  'too-many-redirects',
  'aborted'
] as const
export type RenderFailure = (typeof renderFailures)[number]

/** Most characters of a page as it is shown, and bytes of its picture. */
export const mostHtml = 20_000_000
export const mostPicture = 20_000_000

const renderAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('rendered'),
    finalUrl: url,
    status: z.int(),
    html: z.string().check(z.maxLength(mostHtml)),
    /** A PNG; null where none could be made. */
    screenshot: z.nullable(z.instanceof(Uint8Array)),
    /** When the page answered: ISO 8601 UTC. */
    at: z.string().check(z.maxLength(40))
  }),
  z.object({
    kind: z.literal('failed'),
    failure: z.enum(renderFailures),
    detail: z.string().check(z.maxLength(1000)),
    /** Where the page had got to; null where it answered nothing. */
    at: z.nullable(z.string().check(z.maxLength(8192)))
  })
])
export type RenderAnswer = Readonly<z.output<typeof renderAnswer>>

const printAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('printed'), bytes: z.instanceof(Uint8Array) }),
  z.object({ kind: z.literal('failed'), detail: z.string().check(z.maxLength(1000)) })
])
export type PrintAnswer = Readonly<z.output<typeof printAnswer>>

/** What the reader asks for where no window is: to check all that is due, to pause, to go on. */
const trayCommands = ['check-due', 'pause', 'resume'] as const
export type TrayCommand = (typeof trayCommands)[number]

const systemStates = ['suspend', 'resume', 'online', 'offline'] as const
export type SystemState = (typeof systemStates)[number]

/** A message from main to the library process; ports of windows come without one, and `close` ends it. */
export const mainMessage = z.union([
  z.literal('close'),
  z.object({ rendered: z.object({ seq, answer: renderAnswer }) }),
  z.object({ printed: z.object({ seq, answer: printAnswer }) }),
  /** As `session.resolveProxy` says it: `PROXY host:port; DIRECT`. */
  z.object({ proxy: z.object({ seq, answer: z.string().check(z.maxLength(10_000)) }) }),
  z.object({ system: z.enum(systemStates) }),
  z.object({ tray: z.enum(trayCommands) })
])
export type MainMessage = z.output<typeof mainMessage>
