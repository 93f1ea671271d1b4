import type { Block } from '../revision.ts'
import { bareAddress, sameAddressRule } from './addresses.ts'
import type { FoldRule } from '../diff/comparison.ts'
import { once } from './once.ts'
import { folded, maybeBroken, repaired } from './mojibake.ts'

/** Finds the line of the other revision that a line is the twin of, although they share no word; null where there is none. */
export type TwinFinder = (text: string) => FoldRule | null

const addressAlone = /^(?:https?:\/\/|www\.|!\[[^\]]*\]\()\S+$/u

/** Twins among the lines of a revision: the same text in another encoding, the same address written otherwise. */
export function twinFinder(blocks: readonly Block[]): TwinFinder {
  const texts = blocks.map(({ text }) => text)
  const repairs = new Set(texts.filter(maybeBroken).map((text) => folded(repaired(text))))
  const plain = once(() => new Set(texts.map(folded)))
  const addresses = new Map(texts.filter(isAddress).map((text) => [bareAddress(text), text]))
  return (text) => {
    if (maybeBroken(text) || repairs.size > 0) {
      if (plain().has(folded(text))) return null
      if (repairs.has(folded(text)) || plain().has(folded(repaired(text)))) return 'mojibake'
    }
    const other = isAddress(text) ? addresses.get(bareAddress(text)) : undefined
    return other === undefined ? null : sameAddressRule(other, text)
  }
}

function isAddress(text: string): boolean {
  return addressAlone.test(text.trim())
}
