import type { Passage } from './passage.ts'

/** Items `from` to `to` of a passage. */
export interface Span {
  readonly from: number
  readonly to: number
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
/** After these a full stop does not end a sentence. */
const abbreviation =
  /(?:^|[\s(“"])(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Rev|Hon|No|vs|Jr|Sr|\p{Lu})\.\s*$/u

/** The sentences of a passage, in order and without gaps. */
export function sentencesOf(passage: Passage): Span[] {
  const starts = sentenceStarts(passage.text)
  const spans: Span[] = []
  let offset = 0
  let from = 0
  let next = 0
  passage.items.forEach((item, at) => {
    offset += passage.gaps[at]!.length
    let begins = false
    for (; next < starts.length && starts[next]! <= offset; next++) begins = true
    if (begins && at > from) {
      spans.push({ from, to: at })
      from = at
    }
    offset += item.text.length
  })
  if (passage.items.length > from) spans.push({ from, to: passage.items.length })
  return spans
}

function sentenceStarts(text: string): number[] {
  const starts: number[] = []
  let before = ''
  for (const { segment, index } of segmenter.segment(text)) {
    if (index === 0 || !continues(before, segment)) starts.push(index)
    before = segment
  }
  return starts
}

/** “Did he?” he asked: a sentence that begins in lower case goes on; so does one after Mr. or an initial. */
function continues(before: string, sentence: string): boolean {
  return !before.endsWith('\n') && (/^\p{Ll}/u.test(sentence) || abbreviation.test(before))
}
