import type { EditKind } from '../diff/comparison.ts'
import { topicWords, type TopicName } from './topic-words.ts'
import { isTight } from './values.ts'

/** What a note that names this topic may admit. */
export interface Topic {
  readonly kinds: readonly EditKind[]
  /** What such a change is taken for where nothing tells that it is one: a name in a script without capitals. */
  readonly otherwise?: readonly EditKind[]
  /** Which figures are meant: an age, not a price. */
  readonly nature?: Nature
  /** Only what came, or what went, is meant. */
  readonly side?: 'came' | 'went'
  /** Many changes are of these kinds: it takes a word they share with the note to tell which is meant. */
  readonly broad?: true
}

/** Words that begin like one of these, signs, and whatever else tells. */
function beside(beginnings: string, within: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${beginnings.replaceAll(' ', '|')})|${within}`, 'u')
}

/** Figures by their nature: what stands right beside them. */
const natures = {
  age: beside(
    'years?.old aged',
    '\\p{N}[\\s-]?(?:year-old|jähr|jahre|ans|años|anos|anni|jaar|jarige|лет|год|عاما|سنة|歳|岁|歲|वर्ष|साल)|[,(（،、]\\s?\\p{N}{1,3}\\s?[,)）،、]'
  ),
  toll: beside(
    'dea[dt] died dying kill victim hurt injur wound fatal perish mort tué péri bless décès ums.leben starb gestorben tote?n? getöte tödlich verletz opfer ' +
      'muert muri mató mataron falleci herid vítim víctim matou mataram morr ferid óbito vittim ucci dod dood gedood omgekomen gewond slachtoffer ' +
      'погиб скончал умер убит ранен жертв مقتل قتل قتيل جرح جريح وفا ضحايا मौत मृत मारे घायल हताहत',
    '死亡|死者|死傷|亡くな|伤亡|傷亡|遇难|罹难|けが|負傷|受伤|受傷|犠牲'
  ),
  money: beside(
    'euro dollar pound rupee yen yuan cost price kost preis prix coût precio preço prezz руб долл евро دولار يورو جنيه ريال रुप',
    '\\p{Sc}|円|元'
  ),
  share: beside(
    'per.?cent prozent pour.cent por.cien per.cento procent процент',
    '[%٪‰]|百分|割|パーセント|في المئة|بالمئة|بالمائة|प्रतिशत'
  ),
  measure: beside(
    'met(?:er|re|ro|ri) kilomet miles? feet foot inch acre hect hekt hett метр километр гектар متر كيلومتر मीटर किलोमीटर',
    '\\p{N}\\s?(?:m|km|cm|ha)(?!\\p{L})|米|公里|メートル|キロ'
  )
} as const
type Nature = keyof typeof natures

/** Whether the words beside a figure make it one of this nature. */
export function isOfNature(nature: Nature, words: string): boolean {
  return natures[nature].test(words)
}

/** Whether nothing beside a figure tells its nature. */
export function isOfNoNature(words: string): boolean {
  return Object.values(natures).every((nature) => !nature.test(words))
}

/** The narrower before the wider, which are about nothing else where a narrower one is named too. */
const topics: Readonly<Record<TopicName, Topic>> = {
  age: { kinds: ['figure'], nature: 'age' },
  toll: { kinds: ['figure'], nature: 'toll' },
  money: { kinds: ['figure'], nature: 'money' },
  share: { kinds: ['figure'], nature: 'share' },
  measure: { kinds: ['figure'], nature: 'measure' },
  number: { kinds: ['figure'] },
  date: { kinds: ['date'] },
  name: { kinds: ['name', 'byline'], otherwise: ['wording', 'typo'] },
  spelling: { kinds: ['typo', 'name'] },
  quote: { kinds: ['quote'] },
  speaker: { kinds: ['attribution', 'name'] },
  headline: { kinds: ['headline'] },
  role: { kinds: ['wording', 'name'], broad: true },
  place: { kinds: ['name', 'wording'], broad: true },
  image: { kinds: ['image', 'caption'] },
  link: { kinds: ['link'] },
  byline: { kinds: ['byline'] },
  removal: { kinds: ['removed', 'quote', 'name', 'figure', 'attribution', 'wording'], side: 'went', broad: true },
  addition: { kinds: ['added', 'quote', 'attribution', 'wording'], side: 'came' },
  style: { kinds: ['wording', 'typo', 'punctuation', 'typography'] }
}

/** Arabic joins "and", "the", "by", "for" to the word. */
function patternOf(words: string): RegExp {
  const all = words.split(', ').map((word) => word.replaceAll('*', '[\\p{L}\\p{M}]*'))
  if (isTight(words)) return new RegExp(all.join('|'), 'u')
  return new RegExp(`(?<![\\p{L}\\p{M}])[وفبلك]?(?:ال|لل)?(?:${all.join('|')})(?![\\p{L}\\p{M}])`, 'u')
}

type TopicPatterns = readonly (readonly [TopicName, RegExp])[]
const made = new Map<string, TopicPatterns>()

function patternsFor(lang: string): TopicPatterns {
  const words = Object.entries(topicWords[lang] ?? {}) as [TopicName, string][]
  const patterns = made.get(lang) ?? words.map(([name, list]) => [name, patternOf(list)] as const)
  made.set(lang, patterns)
  return patterns
}

/** What a statement, in small letters, is about, read in each of the languages that it may be in. */
export function topicsOf(statement: string, langs: readonly string[]): Topic[] {
  const known = langs.filter((lang) => lang in topicWords)
  const patterns = (known.length > 0 ? known : Object.keys(topicWords)).flatMap(patternsFor)
  const found = new Set(patterns.flatMap(([name, pattern]) => (pattern.test(statement) ? [name] : [])))
  const named = (Object.keys(topics) as TopicName[]).filter((name) => found.has(name)).map((name) => topics[name])
  // "The number of people killed" is about nothing but a toll.
  return named.some(({ nature }) => nature !== undefined) ? named.filter((topic) => topic !== topics.number) : named
}
