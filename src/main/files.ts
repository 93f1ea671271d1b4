import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from 'zod/mini'
import { isLink, readLink, type ArticleLink } from '../contract/link.ts'

/** Desktops may name a file by its path or as `file:///…` (Desktop Entry Specification, %U). */
function pathOf(word: string): string {
  if (!/^file:\/\//iu.test(word)) return word
  try {
    return fileURLToPath(word)
  } catch {
    return word // on another computer: then there is no such file here, and that is said
  }
}

/**
 * The files named on a command line, as absolute paths. Switches are left out: what starts with a dash is never a file
 * here (`./-x` is), so nobody can smuggle one in under a file's name.
 */
export function filesInArguments(args: readonly string[], cwd: string): string[] {
  return args
    .filter((arg) => arg !== '' && !arg.startsWith('-') && !isLink(arg))
    .map((word) => resolve(cwd, pathOf(word)))
}

/** What the last link on a command line asks to see, null where it cannot be read; undefined where there is no link. */
export function linkInArguments(args: readonly string[]): ArticleLink | null | undefined {
  const named = args.findLast(isLink)
  return named === undefined ? undefined : readLink(named)
}

const longest = 4096
const packed = z.array(z.base64().check(z.minLength(1), z.maxLength(4 * longest))).check(z.maxLength(10_000))
const handedOver = z.object({ files: packed })

/** What a second launch hands over, in ASCII: of a path such as /日本 Electron loses the whole message on Linux. */
export const handOver = (files: readonly string[]): { readonly files: readonly string[] } => ({
  files: files.map((file) => Buffer.from(file).toString('base64'))
})

/** The files that a second launch handed over; none where the message is not of our form. */
export function filesHandedOver(data: unknown): readonly string[] {
  const checked = handedOver.safeParse(data)
  const files = checked.success ? checked.data.files.map((file) => Buffer.from(file, 'base64').toString()) : []
  return files.filter((file) => file.length <= longest)
}
