import type { Segment } from './segment.ts'

const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}\p{Script=Myanmar}]/gu
const sentenceEnd = /[.!?…。！？؟।۔։:;"”»」』）)]['"”’»\s]*$/u

/** About how many words a text has; scripts that write none apart are counted by two characters. */
export function sizeOf(text: string): number {
  const wide = text.match(dense)?.length ?? 0
  const words = text.replace(dense, ' ').match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return words + Math.ceil(wide / 2)
}

export const endsSentence = (text: string): boolean => sentenceEnd.test(text)

/** What share of a segment's characters are links. */
export const linkShare = ({ linked, text }: Segment): number => (text.length === 0 ? 0 : linked / text.length)

/** Whether a segment reads as prose: a sentence or more, and not mostly links. */
export function isProse(segment: Segment): boolean {
  if (segment.kind === 'image' || segment.kind === 'embed' || segment.kind === 'heading' || segment.kind === 'caption') return false
  const size = sizeOf(segment.text)
  if (linkShare(segment) > 0.5) return false
  return size >= 18 || (size >= 5 && endsSentence(segment.text))
}
