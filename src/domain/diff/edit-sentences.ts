import type { Content } from '../revision.ts'
import type { Comparison, Edit, Hunk } from './comparison.ts'
import { sentencesOf, type Sentence, type SentenceStep } from './sentence-map.ts'

/** What an edit does to sentences, in the words of NewsEdits (Spangher and others, NAACL 2022). */
type SentenceAction = 'addition' | 'deletion' | 'edit' | 'refactor'

/** An edit with the sentences it touches, by their numbers in the body, from 0. */
export interface EditSentences {
  readonly action: SentenceAction
  readonly old: readonly number[]
  readonly new: readonly number[]
}

interface Sides {
  readonly older: Content
  readonly newer: Content
  readonly comparison: Comparison
  readonly steps: readonly SentenceStep[]
}

/** For each edit the sentences that its words lie in, with those that they are compared with. */
export function editSentences({ older, newer, comparison, steps }: Sides): EditSentences[] {
  const [olds, news] = [sentencesOf(older), sentencesOf(newer)]
  return comparison.edits.map((edit, at) => {
    const hunk = comparison.hunks[edit.hunk]!
    const touched = touchedBy(hunk, at, { olds, news })
    const inside = steps.filter(
      (step) =>
        step.op !== 'same' && (step.old.some((n) => touched.old.has(n)) || step.new.some((n) => touched.new.has(n)))
    )
    const lists = {
      old: sorted([...touched.old, ...inside.flatMap((step) => step.old)]),
      new: sorted([...touched.new, ...inside.flatMap((step) => step.new)])
    }
    return { action: actionOf(edit, hunk, inside), ...lists }
  })
}

const sorted = (numbers: readonly number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b)

function actionOf({ kinds }: Edit, { op }: Hunk, steps: readonly SentenceStep[]): SentenceAction {
  if (kinds.includes('moved')) return 'refactor'
  const all = (wanted: SentenceStep['op']) => steps.length > 0 && steps.every((step) => step.op === wanted)
  if (op === 'added' || all('added')) return 'addition'
  if (op === 'removed' || all('removed')) return 'deletion'
  return all('moved') ? 'refactor' : 'edit'
}

interface Numbered {
  readonly olds: (blocks: readonly number[]) => readonly Sentence[]
  readonly news: (blocks: readonly number[]) => readonly Sentence[]
}

interface Touched {
  readonly old: ReadonlySet<number>
  readonly new: ReadonlySet<number>
}

/** The sentences on each side that an edit's own words lie in; all of a block where the edit is about all of it. */
function touchedBy(hunk: Hunk, edit: number, { olds, news }: Numbered): Touched {
  const [old, to] = ['old' in hunk ? olds([hunk.old].flat()) : [], 'new' in hunk ? news([hunk.new].flat()) : []]
  const all = (sentences: readonly Sentence[]) => new Set(sentences.map(({ number }) => number))
  const runs = 'runs' in hunk ? hunk.runs : []
  if (!runs.some((run) => run.op !== 'same' && run.edit === edit)) return { old: all(old), new: all(to) }
  const touched = { old: new Set<number>(), new: new Set<number>() }
  let [from, at] = [0, 0]
  for (const run of runs) {
    const removed = run.op === 'same' ? run.old.length : run.op === 'removed' ? run.text.length : 0
    const added = run.op === 'same' ? run.new.length : run.op === 'added' ? run.text.length : 0
    if (run.op !== 'same' && run.edit === edit) {
      for (const number of within(old, from, from + removed)) touched.old.add(number)
      for (const number of within(to, at, at + added)) touched.new.add(number)
    }
    from += removed
    at += added
  }
  return touched
}

const within = (sentences: readonly Sentence[], from: number, to: number): number[] =>
  sentences.filter((one) => one.from < to && one.to > from).map(({ number }) => number)
