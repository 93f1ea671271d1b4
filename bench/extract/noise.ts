// Pairs of fetches: of a document that did not change, texts must be equal; of one that did, they must differ.
import { table } from '../library/measure.ts'
import { chosen, tried, type Measuring } from './measure.ts'
import { hardNoise, otaNoise, otaReal, type PagePair } from './sets.ts'

const sets: readonly (readonly [string, boolean, () => Generator<PagePair>])[] = [
  ['unchanged, false revisions', true, otaNoise],
  ['unchanged (hard), false revisions', true, hardNoise],
  ['changed, missed', false, otaReal]
]

export async function measureNoise({ engines, half, worst }: Measuring): Promise<void> {
  for (const [what, same, pairs] of sets) {
    const wrong = new Map<string, number>(engines.map(({ name }) => [name, 0]))
    let at = 0
    worst.push(`== ${what}`)
    for (const { id, url, before, after } of pairs()) {
      if (!chosen(half, at++)) continue
      for (const engine of engines) {
        const [one, two] = [await tried(engine, before, url), await tried(engine, after, url)]
        if ((one === two) === same) continue
        wrong.set(engine.name, wrong.get(engine.name)! + 1)
        if (engine.name === 'ours') worst.push(id, ...firstDifference(one, two))
      }
    }
    if (at === 0) console.log(`${what}: is not unpacked`)
    else
      console.log(
        `\n${table(
          [what, `of ${at}`],
          [...wrong].map(([name, count]) => [name, String(count)])
        )}`
      )
  }
}

function firstDifference(one: string, two: string): readonly string[] {
  const [left, right] = [one.split('\n'), two.split('\n')]
  const at = left.findIndex((line, i) => line !== right[i])
  return [`  < ${left[at] ?? ''}`, `  > ${right[at] ?? ''}`]
}
