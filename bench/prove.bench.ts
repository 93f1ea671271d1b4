// That comparisons are right: each revision is rebuilt from the other by the comparison alone, and no mark begins or ends
// inside a word or a grapheme - on every history of the data sets, both ways, and on generated cases (CASES, SEED).
import fc from 'fast-check'
import { editedPair, wordsOf } from '../tests/domain/editing.ts'
import { table } from './library/measure.ts'
import { addProofs, nothingProven, prove, type Proof } from './prove/check.ts'
import { proveSet, revisionSets } from './prove/real.ts'

const cases = Number(process.env['CASES'] ?? 100_000)
const seed = Number(process.env['SEED'] ?? 1)
const batch = 1000

function proveGenerated(): Proof {
  let total = nothingProven
  for (let from = 0; from < cases; from += batch) {
    const pairs = fc.sample(editedPair(), { numRuns: Math.min(batch, cases - from), seed: seed + from })
    total = pairs.map((pair, at) => prove(`seed ${seed + from}, case ${at}`, pair)).reduce(addProofs, total)
  }
  return total
}

const row = (name: string, { comparisons, wrong, graphemes, words, hitTimeout }: Proof): string[] => {
  return [name, ...[comparisons, wrong.length, graphemes.length, words.length, hitTimeout].map(String)]
}

const sets = revisionSets()
if (sets.length === 0) console.log('histories: no data set is unpacked')
const proofs = sets.map((set) => [set, proveSet(set)] as const)
const generated = proveGenerated()
const all = [...proofs.map(([, proof]) => proof), generated].reduce(addProofs)
console.log(
  table(
    ['', 'comparisons', 'not rebuilt', 'cut graphemes', 'cut words', 'out of budget'],
    [
      ...proofs.map(([set, proof]) => row(set, proof)),
      row(`generated, ${Object.keys(wordsOf).length} sorts of words`, generated),
      row('all', all)
    ]
  )
)
const faults = [...all.wrong, ...all.graphemes, ...all.words]
for (const fault of faults.slice(0, 40)) console.log(`  ${fault}`)
if (faults.length > 0) process.exitCode = 1
