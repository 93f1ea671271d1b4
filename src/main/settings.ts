import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import * as z from 'zod/mini'

const theme = z.enum(['system', 'light', 'dark'])
const schema = z.object({
  theme,
  /** The language that was chosen; the system's where none was. */
  language: z.optional(z.enum(['system', 'en', 'es'])),
  /** Where the library lies that the reader chose; the usual one where none was. */
  library: z.optional(z.string().check(z.minLength(1), z.maxLength(4096))),
  /** Closing the window leaves an icon in the tray. */
  tray: z.optional(z.boolean())
})
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

  /** Written beside and renamed into place, so that no stop can leave half a file. */
  write(change: { readonly [K in keyof Values]?: Values[K] | undefined }): void {
    this.#values = { ...this.#values, ...change }
    writeFileSync(`${this.#path}.new`, JSON.stringify(this.#values))
    renameSync(`${this.#path}.new`, this.#path)
  }
}

function readSettings(path: string): Values {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    return { theme: 'system' }
  }
}
