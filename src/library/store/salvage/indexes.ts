import type { Value } from '../damaged/cells.ts'
import type { Found } from '../damaged/found.ts'

/** The values that an index has kept of rows, by the id of the row. */
export function byId(found: Found, index: string): Map<number, readonly Value[]> {
  return new Map(
    [...found.entries(index)].flatMap((values): [number, readonly Value[]][] => {
      const id = values.at(-1)
      return typeof id === 'number' ? [[id, values]] : []
    })
  )
}

/** A value where it is a text. */
export const text = (value: Value | undefined): string | null => (typeof value === 'string' ? value : null)
