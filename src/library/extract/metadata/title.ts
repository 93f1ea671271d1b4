import { folded, wordsIn } from './likeness.ts'

/** What sites put between a headline and their name. */
const separator =
  /\s+(?:[|｜¦•·»«›‹:/@<>~]|::|\|\||--?|[‐-―−－])+\s+|\s*[｜＿]\s*|(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{P}\s])[_](?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|\s+[-–—|]|(?<=\S)[|]\s/gu

interface Site {
  /** Names the site gives itself. */
  readonly names: readonly string[]
  /** The page's host. */
  readonly host: string
}

/**
 * A title with the site's name cut off. The name is known from the page, or from its host; failing that, a few last words
 * after a mark that only site names follow (`|`, `::`, `»`) are taken for it.
 */
export function withoutSite(title: string, site: Site): string {
  const marks = [...title.slice(0, 2000).matchAll(separator)].filter(({ index }) => index > 0)
  if (marks.length === 0) return title
  const cuts = marks.map(({ index, 0: mark }) => ({ from: index, to: index + mark.length, mark: mark.trim() }))
  const own = cuts.find(({ to }) => isSite(title.slice(to), site) || isSite(lastPart(title, cuts), site))
  const first = cuts[0]!
  if (isSite(title.slice(0, first.from), site)) return withoutSite(title.slice(first.to).trim(), site)
  if (own !== undefined && isSite(title.slice(own.to), site)) return withoutSite(title.slice(0, own.from).trim(), site)
  const last = cuts.at(-1)!
  if (isSite(title.slice(last.to), site)) return withoutSite(title.slice(0, last.from).trim(), site)
  const [rest, tail] = [title.slice(0, last.from).trim(), title.slice(last.to)]
  const strong = /^(?:[|｜¦»«›•·＿_]|::|\|\|)+$/u.test(last.mark)
  const few = wordsIn(tail) <= 4 && tail.length <= 40
  if (!strong && wordsIn(rest) >= 4 && wordsIn(tail) <= 3 && tail.length <= 30 && !/\d/u.test(tail))
    return withoutSite(rest, site)
  return strong && few && wordsIn(rest) >= 3 && wordsIn(rest) > wordsIn(tail) ? withoutSite(rest, site) : title
}

const lastPart = (title: string, cuts: readonly { readonly to: number }[]): string => title.slice(cuts.at(-1)!.to)

function isSite(text: string, { names, host }: Site): boolean {
  const tight = folded(text).replaceAll(' ', '')
  if (tight.length < 2) return tight === ''
  const labels = host.replace(/^www\./u, '').split('.')
  if (names.some((name) => isSame(tight, folded(name).replaceAll(' ', '')))) return true
  const whole = labels.join('')
  return (
    tight === whole ||
    (tight.length >= 3 && labels.slice(0, -1).some((label) => label.replaceAll('-', '') === tight)) ||
    (tight.length >= 6 &&
      labels.slice(0, -1).some((label) => label.length >= 6 && tight.includes(label.replaceAll('-', ''))) &&
      text.length < 50)
  )
}

const isSame = (one: string, other: string): boolean =>
  other !== '' &&
  (one === other ||
    (other.length >= 4 && one.length <= other.length + 12 && one.includes(other)) ||
    (one.length >= 4 && other.startsWith(one)))
