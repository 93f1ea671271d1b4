import { CallFailure } from '../contract/failure.ts'
import type { NoisePreview, NoiseSample, NoiseScope, ReaderFold, StoredNoiseRule } from '../contract/noise.ts'
import { compare, type CompareOptions } from '../domain/diff/compare.ts'
import { judge, type Changed } from '../domain/noise.ts'
import { isSound, type NoiseRule } from '../domain/noise-rule.ts'
import { breathe, inSlices } from './slices.ts'
import { identityOf } from './store/articles.ts'
import { listedArticle } from './store/lists.ts'
import { articlesIn, putRule } from './store/noise-rules.ts'
import type { Store } from './store/open.ts'
import { ArticleText } from './store/packs.ts'
import { contentOf, revisionsOf, type RevisionRow } from './store/revisions.ts'

/** The first of some rules that folds each change, kept by the place of its edit. */
export class Folding {
  readonly folds: ReaderFold[] = []
  readonly #rules: readonly StoredNoiseRule[]

  constructor(rules: readonly StoredNoiseRule[]) {
    this.#rules = rules
  }

  /** What `compare` asks; nothing where there are no rules, which then costs nothing. */
  get options(): Pick<CompareOptions, 'isNoise'> {
    if (this.#rules.length === 0) return {}
    return {
      isNoise: (changed, edit, words) => {
        const rule = this.#rules.find((one) => judge(one.rule, changed, words) === 'folds')
        if (rule !== undefined) this.folds.push({ edit, rule })
        return rule !== undefined
      }
    }
  }
}

/** Keeps a rule. Throws `CallFailure` where it would fold everything, or holds for nothing that is there. */
export function addRule(store: Store, scope: NoiseScope, rule: NoiseRule, at: string): StoredNoiseRule {
  if (!isSound(rule)) throw new CallFailure('bad-arguments', 'rule')
  if (articlesIn(store, scope).length === 0) throw new CallFailure('not-found', scope.kind)
  return putRule(store, { scope, rule, at })
}

/** So many versions are compared for a preview, the newest of each article first. */
const mostCompared = 400
const mostSamples = 20

/** Counts what a rule would fold, one comparison in each step. */
class Counting {
  readonly samples: NoiseSample[] = []
  changes = 0
  versions = 0
  articles = 0
  looked = 0
  held = 0
  more = false
  readonly #store: Store
  readonly #rule: NoiseRule

  constructor(store: Store, rule: NoiseRule) {
    this.#store = store
    this.#rule = rule
  }

  *through(articles: readonly number[]): Generator<void> {
    for (const article of articles) {
      const rows = revisionsOf(this.#store, article)
      const text = new ArticleText(this.#store, article)
      const before = this.changes
      for (let at = rows.length - 1; at > 0; at--) {
        if (this.looked === mostCompared) {
          this.more = true
          return
        }
        this.#look(text, rows[at - 1]!, rows[at]!)
        yield
      }
      this.articles += Number(this.changes > before)
    }
  }

  #look(text: ArticleText, older: RevisionRow, newer: RevisionRow): void {
    this.looked++
    if (newer.rebuilt) return
    const before = this.changes
    const isNoise: CompareOptions['isNoise'] = (changed, _edit, words) => {
      const judgement = judge(this.#rule, changed, words)
      if (judgement === 'held') this.held++
      if (judgement === 'folds') this.#found(changed, older, newer)
      return false
    }
    const { lang } = identityOf(this.#store, newer.article)
    compare(contentOf(text, older), contentOf(text, newer), { lang, isNoise })
    this.versions += Number(this.changes > before)
  }

  #found({ edit, older: from, newer: to }: Changed, older: RevisionRow, newer: RevisionRow): void {
    this.changes++
    if (this.samples.length === mostSamples) return
    const bare = edit.before === '' && edit.after === ''
    this.samples.push({
      article: newer.article,
      headline: listedArticle(this.#store, newer.article)?.headline ?? '',
      older: older.label,
      newer: newer.label,
      at: newer.at,
      before: bare && to === null ? (from ?? '') : edit.before,
      after: bare && from === null ? (to ?? '') : edit.after
    })
  }
}

/** Looks at what a rule would fold; a look that another one follows is ended, and answers null. */
export class NoisePreviewer {
  readonly #store: Store
  #turn = 0

  constructor(store: Store) {
    this.#store = store
  }

  cancel(): void {
    this.#turn++
  }

  async preview(scope: NoiseScope, rule: NoiseRule): Promise<NoisePreview | null> {
    const turn = ++this.#turn
    if (!isSound(rule)) throw new CallFailure('bad-arguments', 'rule')
    const counting = new Counting(this.#store, rule)
    const steps = until(counting.through(articlesIn(this.#store, scope)), () => this.#turn !== turn)
    await inSlices(steps, breathe)
    if (this.#turn !== turn) return null
    const { changes, versions, articles, looked, more, held, samples } = counting
    return { changes, versions, articles, looked, more, held, samples }
  }
}

function* until(steps: Generator<void>, isOver: () => boolean): Generator<void> {
  for (const step of steps) {
    if (isOver()) return
    yield step
  }
}
