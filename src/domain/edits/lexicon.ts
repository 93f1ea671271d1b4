/** Words that stand somewhere in a text, looked up when asked for: a comparison asks for few of an article's words. */
export interface Words {
  readonly has: (word: string) => boolean
}

/** How the words of both revisions are written: what tells names from words that merely begin a sentence. */
export interface Lexicon {
  /** Words with a capital in the middle of a sentence: names, unless the language writes so. */
  readonly capitals: Words
  /** Every word that either revision writes in small letters. */
  readonly small: Words
  /** The words of either revision, as it writes them. */
  readonly older: Words
  readonly newer: Words
}

const inSentence = /[\p{Ll}\p{N},;:][’']?[ \u00a0]$/u
const letterBefore = /[\p{L}\p{M}]$/u
const letterAfter = /^[\p{L}\p{M}]/u
const nameAfter = /^[\p{L}\p{M}\p{N}’'-]/u

export function lexiconOf(older: string, newer: string): Lexicon {
  const both = `${older}\n${newer}`
  const isWord = (before: string, after: string) => !letterBefore.test(before) && !letterAfter.test(after)
  return {
    capitals: wordsIn(both, (before, after) => inSentence.test(before) && !nameAfter.test(after)),
    small: wordsIn(both, isWord),
    older: wordsIn(older, isWord),
    newer: wordsIn(newer, isWord)
  }
}

/** Whether a word stands anywhere in the text with what is wanted on its two sides. */
function wordsIn(text: string, fits: (before: string, after: string) => boolean): Words {
  const known = new Map<string, boolean>()
  const look = (word: string): boolean => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      const end = at + word.length
      if (fits(text.slice(Math.max(0, at - 3), at), text.slice(end, end + 2))) return true
    }
    return false
  }
  return {
    has: (word) => {
      const found = known.get(word) ?? look(word)
      known.set(word, found)
      return found
    }
  }
}
