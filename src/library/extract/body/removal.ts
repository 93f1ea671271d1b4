import type { Removal } from '../../../domain/page.ts'
import type { Element } from '../tree.ts'
import type { Segment } from './outline.ts'
import { pathOf } from './path.ts'

/** So many removals are told of at most. */
const most = 500

/** The removals of one reading, in the order they are told. */
export class Removals {
  readonly all: Removal[] = []

  tell(said: { readonly step: string; readonly why: string }, element: Element, segments: readonly Segment[]): void {
    if (this.all.length >= most) return
    this.all.push({ step: said.step, node: pathOf(element), why: said.why, text: shortened(segments) })
  }
}

function shortened(segments: readonly Segment[]): string {
  let text = ''
  for (const one of segments) {
    text += (text === '' || one.text === '' ? '' : ' ') + one.text.slice(0, 200)
    if (text.length >= 200) break
  }
  return text.slice(0, 200)
}
