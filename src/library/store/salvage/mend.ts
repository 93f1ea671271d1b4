import { textDirection } from '../../../domain/direction.ts'
import { articleSeal, sourceSeal } from '../articles.ts'
import type { Found } from '../damaged/found.ts'
import { describeTable } from '../damaged/tables.ts'
import type { Store } from '../open.ts'
import { pluck, prepare } from '../statement.ts'
import { byId, text } from './indexes.ts'

/** Articles whose rows are lost are made again of what the indexes and the list know; their chains prove them. */
export function mendArticles(store: Store, found: Found): void {
  const urls = byId(found, 'sqlite_autoindex_article_2')
  const listed = new Map([...found.rows(describeTable(store, 'listing'), false)].map((row) => [row['article_id'], row]))
  const insert = prepare(
    store,
    'INSERT OR IGNORE INTO article (id, uid, source_id, url, lang, dir, seal) VALUES (@id, @uid, @source_id, @url, NULL, @dir, @seal)'
  )
  for (const [id, [uid]] of byId(found, 'sqlite_autoindex_article_1')) {
    const row = listed.get(id)
    if (typeof uid !== 'string' || row === undefined) continue
    const dir = textDirection(text(row['headline']) ?? '')
    const made = { id, uid, source_id: Number(row['source_id']), url: text(urls.get(id)?.[0]), lang: null, dir }
    insert.run({ ...made, seal: articleSeal(made) })
  }
  mendSources(store, found)
}

function mendSources(store: Store, found: Found): void {
  const named = byId(found, 'source_name')
  const missing = pluck<[], number>(
    store,
    'SELECT DISTINCT source_id FROM article WHERE source_id NOT IN (SELECT id FROM source)'
  ).all()
  const insert = prepare(store, 'INSERT INTO source (id, name, homepage, folder, seal) VALUES (?, ?, ?, ?, ?)')
  for (const id of missing) {
    const [name, homepage] = named.get(id) ?? []
    const row = { id, name: text(name) ?? `Source ${id}`, homepage: text(homepage) || null, folder: null }
    insert.run(id, row.name, row.homepage, null, sourceSeal(row))
  }
}

/** All that a maker's row says is in its index too. */
export function mendMakers(store: Store, found: Found): void {
  const insert = prepare(
    store,
    'INSERT OR IGNORE INTO maker (id, software, extractor, text_format) VALUES (?, ?, ?, ?)'
  )
  for (const [id, [software, extractor, format]] of byId(found, 'sqlite_autoindex_maker_1')) {
    if (text(software) !== null && text(extractor) !== null && typeof format === 'number')
      insert.run(id, software, extractor, format)
  }
}
