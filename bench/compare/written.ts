import type { Dice } from '../../tests/crash/dice.ts'

/** Where the changed words stand: anywhere, or all in paragraphs that were written anew. */
export type Spread = 'scattered' | 'clustered'

const vocabulary = 20_000
const syllables =
  'ba be bi bo da de di do fa fe ga go ha he ka ke ki la le li lo ma me mi mo na ne no pa pe po ra re ri ro sa se si so ta te ti to va ve wa za'.split(
    ' '
  )

/** Makes texts out of words as frequent as those of a language: the word of rank n occurs 1/n as often as the first. */
export class Writer {
  readonly #roll: Dice
  readonly #words: readonly string[]
  readonly #upTo: Float64Array

  constructor(roll: Dice) {
    this.#roll = roll
    this.#words = Array.from({ length: vocabulary }, (_, rank) => this.#coin(rank))
    let sum = 0
    this.#upTo = Float64Array.from(this.#words, (_, rank) => (sum += 1 / (rank + 1)))
  }

  /** Paragraphs of about 60 words. */
  text(words: number): string[][] {
    return Array.from({ length: Math.round(words / 60) }, () => this.#paragraph())
  }

  /** The same with a share of the words changed: half of those replaced, the others dropped, or a new one put before. */
  edited(text: readonly string[][], share: number, spread: Spread): string[][] {
    if (spread === 'clustered') return text.map((paragraph) => (this.#chance(share) ? this.#paragraph() : paragraph))
    return text.map((paragraph) => paragraph.flatMap((word) => (this.#chance(share) ? this.#change(word) : [word])))
  }

  #paragraph(): string[] {
    return Array.from({ length: 4 }, () => this.#sentence()).flat()
  }

  #sentence(): string[] {
    const words = Array.from({ length: 8 + this.#roll(15) }, () => this.#word())
    const first = words[0]!
    return [first[0]!.toUpperCase() + first.slice(1), ...words.slice(1, -1), `${words.at(-1)!}.`]
  }

  #change(word: string): string[] {
    const way = this.#roll(4)
    return way === 0 ? [] : way === 1 ? [this.#word(), word] : [this.#word()]
  }

  #word(): string {
    const wanted = (this.#roll(1e9) / 1e9) * this.#upTo.at(-1)!
    let [from, to] = [0, vocabulary - 1]
    while (from < to) {
      const middle = (from + to) >> 1
      if (this.#upTo[middle]! > wanted) to = middle
      else from = middle + 1
    }
    return this.#words[from]!
  }

  #chance(share: number): boolean {
    return this.#roll(1e6) < share * 1e6
  }

  /** Frequent words are short; no two are the same, as the last syllables say the rank. */
  #coin(rank: number): string {
    let word = ''
    for (let rest = rank; rest > 0 || word === ''; rest = Math.floor(rest / syllables.length)) {
      word += syllables[rest % syllables.length]!
    }
    return word
  }
}
