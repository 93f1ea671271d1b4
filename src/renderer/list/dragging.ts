const articlesType = 'application/x-palimpsest-articles'
const sourceType = 'application/x-palimpsest-source'

/** What is dragged inside the window: articles of the list, or a source of the tree. */
export type Dragged =
  | { readonly kind: 'articles'; readonly articles: readonly number[] }
  | { readonly kind: 'source'; readonly source: number }

export function startArticles(data: DataTransfer, articles: readonly number[]): void {
  data.setData(articlesType, JSON.stringify(articles))
  data.effectAllowed = 'move'
}

export function startSource(data: DataTransfer, source: number): void {
  data.setData(sourceType, String(source))
  data.effectAllowed = 'move'
}

/** Whether what is held over a place can be filed there; what exactly it is shows only when it is let go. */
export const holdsOurs = ({ types }: Pick<DataTransfer, 'types'>): boolean =>
  types.includes(articlesType) || types.includes(sourceType)

/** What was let go; null where it is nothing of ours. */
export function draggedIn(data: Pick<DataTransfer, 'getData'>): Dragged | null {
  const source = Number(data.getData(sourceType))
  if (Number.isInteger(source) && source > 0) return { kind: 'source', source }
  const text = data.getData(articlesType)
  if (text === '') return null
  const articles: unknown = JSON.parse(text)
  const isIds = Array.isArray(articles) && articles.every((id) => Number.isInteger(id))
  return isIds ? { kind: 'articles', articles } : null
}
