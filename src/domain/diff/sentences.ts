import type { Passage } from './passage.ts'

/** Items `from` to `to` of a passage, or characters of a text. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** A sentence, with its text as it stands. */
export interface Sentence extends Span {
  readonly text: string
}

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
/** After these a full stop does not end a sentence. */
const abbreviation =
  /(?:^|[\s(“"])(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Rev|Hon|No|vs|Jr|Sr|\p{Lu})\.\s*$/u

/** The sentences of a passage, in order and without gaps. */
export function sentencesOf(passage: Passage): Sentence[] {
  const starts = sentenceStarts(passage.text)
  const sentences: Sentence[] = []
  let offset = 0
  let from = 0
  let [start, stop] = [0, 0]
  let next = 0
  const end = (to: number) => {
    if (to > from) sentences.push({ from, to, text: passage.text.slice(start, stop) })
    from = to
    start = offset
  }
  passage.items.forEach((item, at) => {
    offset += passage.gaps[at]!.length
    let begins = false
    for (; next < starts.length && starts[next]! <= offset; next++) begins = true
    if (begins) end(at)
    offset += item.text.length
    stop = offset
  })
  end(passage.items.length)
  return sentences
}

/** The sentences of a text as stretches of it, in order, without the space between them. */
export function sentenceSpans(text: string): Span[] {
  const starts = sentenceStarts(text)
  return starts
    .map((from, index) => ({ from, to: from + text.slice(from, starts[index + 1]).trimEnd().length }))
    .filter(({ from, to }) => to > from)
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
  return !before.endsWith('\n') && (/^\p{Ll}/u.test(sentence) || endsInAbbreviation(before))
}

/** Whether a text ends in a full stop that does not end a sentence. */
export function endsInAbbreviation(text: string): boolean {
  return abbreviation.test(text.slice(-12))
}
