/** Articles that are chosen together, and the one from which a stretch of them is chosen. Pure. */
export interface Selection {
  readonly articles: ReadonlySet<number>
  readonly anchor: number | null
}

export const nothingSelected: Selection = { articles: new Set<number>(), anchor: null }

export type Selecting =
  | { readonly type: 'only'; readonly article: number }
  /** Adds one, or takes it away. `open` is chosen as well where nothing was: it is what looks chosen. */
  | { readonly type: 'toggle'; readonly article: number; readonly open: number | null }
  /** All from the anchor to this one, in the order that is shown. */
  | { readonly type: 'to'; readonly article: number; readonly shown: Int32Array; readonly open: number | null }
  | { readonly type: 'all'; readonly shown: Int32Array }

export function select(selection: Selection, step: Selecting): Selection {
  switch (step.type) {
    case 'only':
      return { articles: new Set<number>(), anchor: step.article }
    case 'all':
      return { articles: new Set(step.shown), anchor: selection.anchor }
    case 'toggle': {
      const articles = new Set(selection.articles)
      if (articles.size === 0 && step.open !== null) articles.add(step.open)
      if (!articles.delete(step.article)) articles.add(step.article)
      return { articles, anchor: step.article }
    }
    case 'to':
      return stretch(selection, step)
  }
}

function stretch({ anchor }: Selection, { article, shown, open }: Extract<Selecting, { type: 'to' }>): Selection {
  const start = anchor ?? open ?? article
  const [a, b] = [shown.indexOf(start), shown.indexOf(article)]
  if (a < 0 || b < 0) return { articles: new Set([article]), anchor: article }
  return { articles: new Set(shown.subarray(Math.min(a, b), Math.max(a, b) + 1)), anchor: start }
}

/** Without those that are no longer shown. */
export function stillShown(selection: Selection, shown: Int32Array): Selection {
  if (selection.articles.size === 0) return selection
  const there = new Set(shown)
  const articles = new Set([...selection.articles].filter((article) => there.has(article)))
  return articles.size === selection.articles.size ? selection : { ...selection, articles }
}
