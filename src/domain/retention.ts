import type { KeepReason } from './keep.ts'

/** What may be deleted: old versions that changed only minor things, or all above a number. */
export type RetentionRule =
  { readonly kind: 'minor'; readonly months: number } | { readonly kind: 'most'; readonly versions: number }

/** Why the reader wants a version to stay; `noted`: there is a note on it. */
export type Keep = KeepReason | 'noted'

/** A version as a rule looks at it. */
export interface RuledVersion {
  readonly id: number
  /** First seen: ISO 8601 UTC. */
  readonly at: string
  /** What tells whether two versions have the same text. */
  readonly text: string
  /** Against the version before it; null for the first. */
  readonly minor: boolean | null
  readonly keeps: readonly Keep[]
}

/** Why a version stays though the rule would take it; `sole`: its text stands in no other version that stays. */
export type Protection = Keep | 'newest' | 'first' | 'sole'

export interface Ruling {
  /** The ids of the versions to delete, in the order in which the rule takes them. */
  readonly deletes: readonly number[]
  /** Every version that the rule would take, but for this. */
  readonly protects: readonly { readonly id: number; readonly why: Protection }[]
}

/**
 * What a rule deletes of one article's versions (oldest first). Never the newest, none that is kept for a reason, and
 * none that is the only copy of a text: a text, or the one it differs from by minor changes alone, always stays. The
 * first goes only when nothing else can and the same text stays to the letter.
 */
export function ruling(versions: readonly RuledVersion[], rule: RetentionRule, now: Date): Ruling {
  return rule.kind === 'minor' ? minorOnes(versions, monthsBefore(now, rule.months)) : surplus(versions, rule.versions)
}

/** The same day of an earlier month, or its last day where it has no such day. */
export function monthsBefore(now: Date, months: number): string {
  const [year, month] = [now.getUTCFullYear(), now.getUTCMonth() - months]
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const then = new Date(now)
  then.setUTCFullYear(year, month, Math.min(now.getUTCDate(), lastDay))
  return then.toISOString()
}

function minorOnes(versions: readonly RuledVersion[], before: string): Ruling {
  const taken = versions.filter(({ minor, at }) => minor === true && at < before)
  const protectionOf = ({ id, keeps }: RuledVersion): Protection | undefined =>
    keeps[0] ?? (id === versions.at(-1)?.id ? 'newest' : undefined)
  return {
    deletes: taken.filter((version) => protectionOf(version) === undefined).map(({ id }) => id),
    protects: taken.flatMap((version) => {
      const why = protectionOf(version)
      return why === undefined ? [] : [{ id: version.id, why }]
    })
  }
}

/** Repeats and minor changes go first, the oldest of them first, until as many are left as the rule allows. */
function surplus(versions: readonly RuledVersion[], most: number): Ruling {
  const texts = new Texts(versions)
  const [first, ...later] = versions
  const candidates = later.length === 0 ? [] : [...later.slice(0, -1), first!]
  const deletes = new Set<number>()
  for (const version of candidates) {
    if (versions.length - deletes.size > most && version.keeps.length === 0 && texts.take(version))
      deletes.add(version.id)
  }
  const why = ({ id, keeps }: RuledVersion): Protection => keeps[0] ?? (id === first?.id ? 'first' : 'sole')
  const left = versions.filter(({ id }) => !deletes.has(id))
  return {
    deletes: [...deletes],
    protects: left.slice(0, Math.max(0, left.length - most)).map((version) => ({ id: version.id, why: why(version) }))
  }
}

/** How often each text stands in the versions that stay, and which of them must stay for those that went. */
class Texts {
  readonly #counts = new Map<string, number>()
  readonly #needed = new Set<string>()
  readonly #heads: ReadonlyMap<number, string>

  constructor(versions: readonly RuledVersion[]) {
    this.#heads = headTexts(versions)
    for (const { text } of versions) this.#counts.set(text, this.#count(text) + 1)
  }

  /** Takes a version away, if its text stands in another, or that from which it differs by minor changes alone. */
  take({ id, text, minor }: RuledVersion): boolean {
    const head = this.#heads.get(id) ?? text
    const isRepeated = this.#count(text) > 1
    const isMinorOf = minor === true && head !== text && this.#count(head) > 0
    if (!isRepeated && (!isMinorOf || this.#needed.has(text))) return false
    this.#needed.add(isMinorOf ? head : text)
    this.#counts.set(text, this.#count(text) - 1)
    return true
  }

  #count(text: string): number {
    return this.#counts.get(text) ?? 0
  }
}

/** For each version the text of the one that its run of minor changes began with. */
function headTexts(versions: readonly RuledVersion[]): ReadonlyMap<number, string> {
  let head = ''
  return new Map(
    versions.map(({ id, minor, text }) => {
      if (minor !== true) head = text
      return [id, head]
    })
  )
}
