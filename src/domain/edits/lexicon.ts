/** How the words of both revisions are written: what tells names from words that merely begin a sentence. */
export interface Lexicon {
  /** Words with a capital in the middle of a sentence: names, unless the language writes so. */
  readonly capitals: ReadonlySet<string>
  /** Every word that either revision writes in small letters. */
  readonly small: ReadonlySet<string>
  /** All words with a capital, of either revision. */
  readonly older: ReadonlySet<string>
  readonly newer: ReadonlySet<string>
}

export function lexiconOf(older: string, newer: string): Lexicon {
  const both = `${older}\n${newer}`
  return {
    capitals: new Set(both.match(/(?<=[\p{Ll}\p{N},;:][’']?[ \u00a0])\p{Lu}[\p{L}\p{M}\p{N}’'-]*/gu)),
    small: new Set(both.match(/(?<![\p{L}\p{M}])\p{Ll}[\p{L}\p{M}]*/gu)),
    older: capitalWords(older),
    newer: capitalWords(newer)
  }
}

function capitalWords(text: string): Set<string> {
  return new Set(text.match(/(?<![\p{L}\p{M}])\p{Lu}[\p{L}\p{M}\p{N}-]*/gu))
}
