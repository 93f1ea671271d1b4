import * as z from 'zod'

const pageLine = z.object({
  id: z.union([z.string(), z.number()]),
  path: z.string().min(1),
  url: z.string().nullish(),
  charset: z.string().nullish()
})

/** A saved page that a line of a batch names. */
export type PageLine = z.infer<typeof pageLine>

/** Reads a line, `{ id, path, url?, charset? }`; says in words what is wrong with it, with its id where it has one. */
export function readPageLine(line: string): PageLine | { readonly id?: unknown; readonly error: string } {
  let given: unknown
  try {
    given = JSON.parse(line)
  } catch (error) {
    return { error: `The line is no JSON: ${error instanceof Error ? error.message : String(error)}` }
  }
  const read = pageLine.safeParse(given)
  if (read.success) return read.data
  const { path, message } = read.error.issues[0]!
  const id = typeof given === 'object' && given !== null && 'id' in given ? given.id : undefined
  return { id, error: `The line is not { id, path, url?, charset? }: ${[...path, message].join(' ')}` }
}
