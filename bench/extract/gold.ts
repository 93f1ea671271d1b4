// The whole text of pages held against what people say it is: four-word runs, and pages that are exact.
import { table } from '../library/measure.ts'
import { chosen, rounded, tried, type Measuring } from './measure.ts'
import { f1, mean, scorePage, type PageScore } from './score.ts'
import { defuddlePages, newspaper, otaTruth, readabilityPages, type GoldPage } from './sets.ts'

const sets: readonly (readonly [string, () => Generator<GoldPage>])[] = [
  ['ota', otaTruth],
  ['newspaper', newspaper],
  ['defuddle', defuddlePages],
  ['readability', readabilityPages]
]

export async function measureGold({ engines, half, worst }: Measuring): Promise<void> {
  const wanted = (process.env['SETS'] ?? 'ota,newspaper,defuddle,readability').split(',')
  for (const [set, pages] of sets) {
    if (!wanted.includes(set)) continue
    const scores = new Map<string, PageScore[]>(engines.map(({ name }) => [name, []]))
    const bad: { readonly score: number; readonly line: string }[] = []
    let at = 0
    for (const page of pages()) {
      if (!chosen(half, at++)) continue
      for (const engine of engines) {
        const score = scorePage(page.text, await tried(engine, page.html, page.url))
        scores.get(engine.name)!.push(score)
        const own = f1(score.precision, score.recall)
        if (engine.name === 'ours')
          bad.push({
            score: own,
            line: `${rounded(own)} P ${rounded(score.precision)} R ${rounded(score.recall)} ${page.id}`
          })
      }
    }
    if (at === 0) console.log(`${set}: is not unpacked`)
    else {
      console.log(`\n${set}: ${at} pages`)
      console.log(table(['', 'F1 of means', 'mean F1', 'precision', 'recall', 'exact'], [...scores].map(row)))
      worst.push(`== ${set}`, ...bad.toSorted((a, b) => a.score - b.score).map(({ line }) => line))
    }
  }
}

function row([name, scores]: readonly [string, readonly PageScore[]]): string[] {
  const [precision, recall] = [mean(scores.map((one) => one.precision)), mean(scores.map((one) => one.recall))]
  const each = mean(scores.map((one) => f1(one.precision, one.recall)))
  return [
    name,
    ...[f1(precision, recall), each, precision, recall, mean(scores.map((one) => Number(one.exact)))].map(rounded)
  ]
}
