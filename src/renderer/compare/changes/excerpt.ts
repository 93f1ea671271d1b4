import type { Run } from '../../../domain/diff/comparison.ts'

/** How much unchanged text is left on either side of a change, in characters. */
const near = 80
/** A whole block that came or went is shown up to here. */
const mostWhole = 420

/** The runs of a block with unchanged words far from every change left out, and what is not told drawn as plain. */
export function excerpt(runs: readonly Run[], isTold: (edit: number) => boolean): readonly Run[] {
  const plain = runs.flatMap((run): readonly Run[] => {
    if (run.op === 'same' || isTold(run.edit)) return [run]
    return run.op === 'removed' ? [] : [{ op: 'same', old: run.text, new: run.text }]
  })
  const joined = joinSame(plain)
  return joined.map((run, n) => {
    if (run.op !== 'same' || run.old.includes('\n') !== run.new.includes('\n')) return run
    const cut = neighbourhood(run.new, n === 0, n === joined.length - 1)
    return { op: 'same', old: cut, new: cut }
  })
}

function joinSame(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (run.op !== 'same' || last?.op !== 'same') joined.push(run)
    else joined[joined.length - 1] = { op: 'same', old: last.old + run.old, new: last.new + run.new }
  }
  return joined
}

/** The ends of unchanged words that touch a change. */
function neighbourhood(text: string, first: boolean, last: boolean): string {
  if (first && last) return beginning(text, mostWhole)
  if (first) return text.length <= near + 20 ? text : `…${ending(text, near)}`
  if (last) return text.length <= near + 20 ? text : beginning(text, near)
  return text.length <= 2 * near + 20 ? text : `${beginning(text, near)} ${ending(text, near)}`
}

/** The first words of a text, cut between two of them where it has spaces. */
export function beginning(text: string, most = mostWhole): string {
  if (text.length <= most + 20) return text
  const cut = wholeCharacters(text.slice(0, most))
  const space = cut.search(/\s\S*$/u)
  return `${(space > most / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–—-]+$/u, '')}…`
}

function ending(text: string, most: number): string {
  const cut = wholeCharacters(text.slice(-most))
  const space = cut.search(/\s/u)
  return space >= 0 && space < most / 2 ? cut.slice(space + 1) : cut
}

/** A cut may have parted the halves of a character, or a mark from its letter. */
function wholeCharacters(text: string): string {
  return text.replace(/^[\uDC00-\uDFFF\p{M}]+|[\uD800-\uDBFF]$/gu, '')
}
