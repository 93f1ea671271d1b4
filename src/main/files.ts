import { resolve } from 'node:path'
import * as z from 'zod/mini'

/**
 * The files named on a command line, as absolute paths. Switches are left out: what starts with a dash is never a file
 * here (`./-x` is), so nobody can smuggle one in under a file's name.
 */
export function filesInArguments(args: readonly string[], cwd: string): string[] {
  return args.filter((arg) => arg !== '' && !arg.startsWith('-') && !isLink(arg)).map((file) => resolve(cwd, file))
}

const isLink = (arg: string): boolean => arg.startsWith('palimpsest://')

/** The article that the last link on a command line names, `palimpsest://article/12`; null where none does. */
export function articleInArguments(args: readonly string[]): number | null {
  const named = args.findLast(isLink)
  const id = named === undefined ? undefined : /^palimpsest:\/\/article\/([1-9]\d{0,14})$/u.exec(named)?.[1]
  return id === undefined ? null : Number(id)
}

const handedOver = z.object({
  files: z.array(z.string().check(z.minLength(1), z.maxLength(4096))).check(z.maxLength(10_000))
})

/** The files that a second launch handed over; none where the message is not of our form. */
export function filesHandedOver(data: unknown): readonly string[] {
  const checked = handedOver.safeParse(data)
  return checked.success ? checked.data.files : []
}
