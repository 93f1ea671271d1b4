const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'
const ordinals = new Set('first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' '))
const magnitudes = new Map([
  ['hundred', 100],
  ['thousand', 1_000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
  ['trillion', 1_000_000_000_000]
])
/** Two to twelve in French, German, Spanish, Portuguese, Italian and Russian, where the word is not another word elsewhere. */
const elsewhere = [
  'deux zwei dois duas два две',
  'trois drei tres três tre три',
  'quatre vier cuatro quatro quattro четыре',
  'cinq fünf cinco cinque пять',
  'sechs seis шесть',
  'sieben siete sete sette семь',
  'huit acht ocho oito otto восемь',
  'neuf neun nueve nove девять',
  'dix zehn diez dez dieci десять',
  'onze elf undici',
  'douze zwölf doce doze dodici'
]
const smaller = new Map([
  ...ones.split(' ').map((word, value) => [word, value] as const),
  ...tens.split(' ').map((word, index) => [word, 20 + 10 * index] as const),
  ...elsewhere.flatMap((list, index) => list.split(' ').map((word) => [word, index + 2] as const)),
  ['dozen', 12] as const
])

export function isOrdinal(word: string): boolean {
  return ordinals.has(word)
}

/** hundred, thousand, million ... */
export function isMagnitude(word: string): boolean {
  return magnitudes.has(word)
}

/** What one lower-case word counts: six, ninety-five, million; null where it is no number. */
export function wordValue(word: string): number | null {
  const [first = '', second] = word.split('-')
  const value = smaller.get(first)
  if (second === undefined) return value ?? magnitudes.get(word) ?? null
  const rest = smaller.get(second)
  return value === undefined || rest === undefined || value < 20 ? null : value + rest
}

/** What several lower-case words count together: two hundred and six; null where one of them is no number. */
export function valueOf(words: readonly string[]): number | null {
  let total = 0
  let current = 0
  for (const word of words.filter((each) => each !== 'and')) {
    const value = wordValue(word)
    if (value === null) return null
    if (!isMagnitude(word)) current += value
    else if (value === 100) current = Math.max(1, current) * value
    else {
      total += Math.max(1, current) * value
      current = 0
    }
  }
  return total + current
}
