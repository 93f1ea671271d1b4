/** How many shades there are; the first is none. */
const shades = 5

/** Versions that share a shade, by index, and how many words of the text they brought. */
export interface Age {
  readonly shade: number
  readonly first: number
  readonly last: number
  readonly words: number
  /** 0 to 1, of all words. */
  readonly share: number
}

export interface Ages {
  readonly list: readonly Age[]
  readonly shadeOf: (version: number) => number
}

/**
 * The shades of a text in which so many words were first seen in each version. Among at most five versions each has its own
 * shade, whatever text is shown; of more, the ages of the text share five, as many in each.
 */
export function agesOf(words: ReadonlyMap<number, number>, versions: number): Ages {
  const found = [...words.keys()].toSorted((one, other) => one - other)
  const shadeAt = (rank: number) => shadeFor(found, rank, versions)
  const total = [...words.values()].reduce((sum, some) => sum + some, 0)
  const grouped = Map.groupBy(found, (version) => shadeAt(found.indexOf(version)))
  const list = [...grouped].map(([shade, of]) => {
    const sum = of.reduce((so, version) => so + words.get(version)!, 0)
    return { shade, first: of[0]!, last: of.at(-1)!, words: sum, share: total === 0 ? 0 : sum / total }
  })
  const shadeByVersion = new Map(found.map((version, rank) => [version, shadeAt(rank)]))
  return { list, shadeOf: (version) => shadeByVersion.get(version) ?? 1 }
}

function shadeFor(found: readonly number[], rank: number, versions: number): number {
  const version = found[rank]!
  if (versions <= shades) return version + 1
  if (found.length > shades) return 1 + Math.floor((rank * shades) / found.length)
  // Few ages of many: what was there from the start has no shade, the newest the strongest.
  return version === 0 ? 1 : shades - (found.length - 1 - rank)
}
