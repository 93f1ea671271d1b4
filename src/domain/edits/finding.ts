import type { Block } from '../revision.ts'
import { editKinds, type EditKind, type FoundEdit } from '../diff/comparison.ts'
import { isAboutCookies } from './furniture.ts'
import { guessLanguage } from './guess-language.ts'
import { lexiconOf, type Lexicon } from './lexicon.ts'
import { contextNames } from './name-contexts.ts'
import { once } from './once.ts'
import { relatedLinks } from './related.ts'
import { twinFinder, type TwinFinder } from './twins.ts'
import { vocabularyOf, type Vocabulary } from './vocabulary.ts'

/** A number that became another, with what it counts. */
export interface FigureChange {
  readonly before: string
  readonly after: string
  readonly noun: string | null
  readonly nounFollows: boolean
}

/** An edit together with what the summary needs to know of it. */
export interface Finding {
  readonly edit: FoundEdit
  readonly figures: readonly FigureChange[]
  /** Whole sentences came, went or were replaced. */
  readonly sentence: boolean
  /** It stands in the headline, the standfirst or the like, not in the body. */
  readonly head: boolean
  readonly wordsAdded: number
  readonly wordsRemoved: number
}

/** What edits are judged against: both revisions as a whole. What costs is made when first asked for, and once. */
export interface Setting {
  readonly lang: string | null
  readonly olds: readonly Block[]
  readonly news: readonly Block[]
  /** The words of the article's language, guessed where it is not given. */
  readonly words: () => Vocabulary
  readonly lexicon: () => Lexicon
  /** Names in scripts without capitals, known by their titles. */
  readonly titledNames: () => readonly string[]
  /** For each block, whether it is one of a list of links to other articles. */
  readonly relatedOld: () => readonly boolean[]
  readonly relatedNew: () => readonly boolean[]
  /** Whether cookies are what the document itself is about. */
  readonly isAboutCookies: () => boolean
  readonly twinsInOld: () => TwinFinder
  readonly twinsInNew: () => TwinFinder
}

/** So much of either revision is looked at for what is true of the whole: a bound on the work, far above any article. */
const mostText = 200_000
const mostNames = 60
/** A page asks for consent in so many lines at most. */
const mostBanners = 3

export function newSetting(olds: readonly Block[], news: readonly Block[], lang: string | null): Setting {
  const texts = once(() => [textOf(olds), textOf(news)] as const)
  const words = once(() => vocabularyOf(lang ?? guessLanguage(...texts())))
  const titledNames = once(() => {
    const names = texts().flatMap((text) => contextNames(text, words()).map((name) => name.text))
    return [...new Set(names)].filter((name) => name.length > 1).slice(0, mostNames)
  })
  return {
    lang,
    olds,
    news,
    words,
    lexicon: once(() => lexiconOf(...texts())),
    titledNames,
    relatedOld: once(() => relatedLinks(olds)),
    relatedNew: once(() => relatedLinks(news)),
    isAboutCookies: once(() =>
      [olds, news].some((blocks) => blocks.filter(({ text }) => isAboutCookies(text)).length > mostBanners)
    ),
    twinsInOld: once(() => twinFinder(olds)),
    twinsInNew: once(() => twinFinder(news))
  }
}

function textOf(blocks: readonly Block[]): string {
  let text = ''
  for (const block of blocks) {
    text += `${block.text}\n`
    if (text.length > mostText) return text.slice(0, mostText)
  }
  return text
}

/** Kinds in their order of rank, each once. */
export function ranked(kinds: readonly EditKind[]): EditKind[] {
  if (kinds.length === 1) return [...kinds]
  return editKinds.filter((kind) => kinds.includes(kind))
}
