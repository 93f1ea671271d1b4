import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import * as z from 'zod/mini'
import { isActionId, usualKeymap, type Keymap } from '../contract/actions.ts'

const keys = z.array(z.string().check(z.minLength(1), z.maxLength(40))).check(z.maxLength(4))

/** Keys of actions that another version had are left out. */
const keymap = z.pipe(
  z.object({ singleKeys: z.boolean(), chosen: z.record(z.string(), keys) }),
  z.transform(({ singleKeys, chosen }): Keymap => {
    return { singleKeys, chosen: Object.fromEntries(Object.entries(chosen).filter(([id]) => isActionId(id))) }
  })
)

const fields = {
  theme: or(z.enum(['system', 'light', 'dark']), 'system'),
  /** The language that was chosen; the system's where none was. */
  language: maybe(z.enum(['system', 'en', 'es'])),
  /** Where the library lies that the reader chose; the usual one where none was. */
  library: maybe(z.string().check(z.minLength(1), z.maxLength(4096))),
  /** Closing the window leaves an icon in the tray. */
  tray: maybe(z.boolean()),
  /** Where the window lay, and whether it filled its display. */
  window: maybe(z.object({ x: z.int(), y: z.int(), width: z.int(), height: z.int(), maximised: z.boolean() })),
  /** New versions are looked for by themselves; nobody is asked for anything before the reader says so. */
  updates: or(z.boolean(), false),
  updatesAskedAt: maybe(z.iso.datetime()),
  keymap: or(keymap, usualKeymap),
  /** The size of everything in the window, in per cent. */
  zoom: or(z.number().check(z.minimum(80), z.maximum(300)), 100)
}

/** One that cannot be read counts as never chosen; the others hold. */
function or<T>(field: z.ZodMiniType<T>, fallback: T) {
  return z.pipe(
    z.optional(z.unknown()),
    z.transform((value): T => {
      const read = field.safeParse(value)
      return read.success ? read.data : fallback
    })
  )
}

function maybe<T>(field: z.ZodMiniType<T>) {
  return or<T | undefined>(field, undefined)
}

const schema = z.object(fields)
type Values = z.output<typeof schema>

/** The few choices that belong to the application and not to a library, in one small JSON file. */
export class Settings {
  readonly #path: string
  #values: Values

  /** A missing or unreadable file means the defaults. */
  constructor(path: string) {
    this.#path = path
    this.#values = readSettings(path)
  }

  get values(): Values {
    return this.#values
  }

  /**
   * Written beside and renamed into place, so that no stop can leave half a file; no other account may read it. Where the disk
   * takes nothing, the choice holds until the application ends.
   */
  write(change: { readonly [K in keyof Values]?: Values[K] | undefined }): void {
    this.#values = { ...this.#values, ...change }
    try {
      writeFileSync(`${this.#path}.new`, JSON.stringify(this.#values), { mode: 0o600 })
      renameSync(`${this.#path}.new`, this.#path)
    } catch (error) {
      console.error(this.#path, error)
    }
  }
}

function readSettings(path: string): Values {
  const read = schema.safeParse(contents(path))
  return read.success ? read.data : schema.parse({})
}

function contents(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return {}
  }
}
