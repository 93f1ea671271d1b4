import { textDirection } from '../../../domain/direction.ts'
import { languageOf } from '../../../domain/edits/guess-language.ts'
import { attribute, isElement, type Element } from '../tree.ts'
import { metaOf, type Head } from './head.ts'

/** Languages by the script that tells them; a declared language of another script is contradicted by the text. */
const scriptOf: Readonly<Record<string, string>> = {
  el: 'Greek',
  he: 'Hebrew',
  yi: 'Hebrew',
  hi: 'Devanagari',
  mr: 'Devanagari',
  ne: 'Devanagari',
  th: 'Thai',
  ko: 'Hangul',
  ar: 'Arabic',
  fa: 'Arabic',
  ur: 'Arabic',
  ps: 'Arabic',
  ckb: 'Arabic',
  ug: 'Arabic',
  sd: 'Arabic',
  ru: 'Cyrillic',
  uk: 'Cyrillic',
  be: 'Cyrillic',
  bg: 'Cyrillic',
  mk: 'Cyrillic',
  sr: 'Cyrillic',
  kk: 'Cyrillic',
  ky: 'Cyrillic',
  mn: 'Cyrillic',
  tg: 'Cyrillic',
  ja: 'Japanese',
  zh: 'Han',
  yue: 'Han'
}
/** Scripts that languages are written in beside Latin: nothing is contradicted. */
const both = new Set(['sr', 'kk', 'ug', 'ku', 'az', 'uz', 'mn', 'tg', 'ky', 'bs'])

/** A language tag in its canonical form (BCP 47); null where it is none. `en_GB` and `zh_Hans` are read too. */
function languageTag(value: string | null | undefined): string | null {
  const tag =
    value
      ?.trim()
      .slice(0, 40)
      .split(/[,;\s]/u, 1)[0]
      ?.replaceAll('_', '-') ?? ''
  if (!/^[a-z]{2,3}(?:-[a-z\d]{1,8})*$/iu.test(tag)) return null
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null
  } catch {
    return null
  }
}

/**
 * The language of a page: as declared, the nearest declaration first; the one its text shows where that is written in
 * another script, or where nothing is declared.
 */
export function pageLanguage(declared: readonly (string | null | undefined)[], sample: string): string | null {
  const tag = declared.map(languageTag).find((one) => one !== null && one !== 'und' && one !== 'zxx') ?? null
  const shown = shownLanguage(sample)
  if (tag === null) return shown
  return shown === null || !contradicts(tag, shown, sample) ? tag : shown
}

/** The language that both halves of a text show. */
function shownLanguage(sample: string): string | null {
  const middle = sample.length >> 1
  const [one, other] = [languageOf(sample.slice(0, middle)), languageOf(sample.slice(middle))]
  return one === other || sample.length < 200 ? languageOf(sample) : null
}

function contradicts(tag: string, shown: string, sample: string): boolean {
  const primary = tag.split('-', 1)[0]!
  if (sample.length < 200 || both.has(primary)) return false
  const [declared, found] = [scriptOf[primary] ?? null, scriptOf[shown] ?? null]
  if (found === null) return declared !== null && latinShare(sample) > 0.9
  if (declared === 'Japanese' && found === 'Han') return false
  return declared !== found && (declared !== null || latinShare(sample) < 0.3)
}

function latinShare(text: string): number {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return letters === 0 ? 0 : (text.match(/\p{Script=Latin}/gu)?.length ?? 0) / letters
}

/** What the markup declares, nearest to the text first: on the article's own elements, the body, the root, in the head. */
export function declaredLanguages(
  head: Head,
  article: Element | null,
  others: readonly (string | null)[]
): (string | null)[] {
  return [
    ...(head.root === null ? [] : [attribute(head.root, 'lang'), attribute(head.root, 'xml:lang')]),
    head.body === null ? null : attribute(head.body, 'lang'),
    metaOf(head, ['content-language', 'dc.language', 'dcterms.language', 'language', 'inlanguage']),
    ...others,
    metaOf(head, ['og.locale']),
    article === null ? null : attribute(article, 'lang')
  ]
}

/** The direction of the text: declared on the elements around the headline, or that of its script. */
export function pageDirection(head: Head, around: Element | null, sample: string): 'ltr' | 'rtl' {
  let at = around
  for (let climbed = 0; at !== null && climbed < 100; climbed++) {
    const dir = attribute(at, 'dir')?.toLowerCase()
    if (dir === 'rtl' || dir === 'ltr') return agreed(dir, sample)
    at = isElement(at.parentNode) ? at.parentNode : null
  }
  for (const element of [head.body, head.root]) {
    const dir = element === null ? undefined : attribute(element, 'dir')?.toLowerCase()
    if (dir === 'rtl' || dir === 'ltr') return agreed(dir, sample)
  }
  return textDirection(sample)
}

/** A template may say `ltr` around an Arabic text; what is declared `rtl` is so. */
const agreed = (dir: 'ltr' | 'rtl', sample: string): 'ltr' | 'rtl' =>
  dir === 'ltr' && sample.length > 200 ? textDirection(sample) : dir
