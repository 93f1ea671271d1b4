import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { firstOf, imported, newFolder, texts } from './imported.ts'

/** Writes a file into a new folder and answers its path. */
function written(name: string, bytes: string | Buffer, folder = newFolder()): string {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

const nothingNew = { newArticles: 0, newRevisions: 0 }

describe('NewsEdits', () => {
  const database = (columns: string): { db: Database.Database; path: string } => {
    const path = join(newFolder(), 'ap.db')
    const db = new Database(path)
    db.exec(`CREATE TABLE entryversion (${columns})`)
    return { db, path }
  }

  test('versions of an article, the times in the zone that the reader names', async () => {
    const { db, path } = database(
      '"index" INTEGER, version INTEGER, title TEXT, created TEXT, url TEXT, source TEXT, entry_id INTEGER, archive_url TEXT, num_versions INTEGER, summary TEXT, joint_key TEXT, id TEXT'
    )
    const add = db.prepare(
      "INSERT INTO entryversion VALUES (1, ?, ?, ?, 'https://ap.example/1', 'ap', 77, NULL, 2, ?, ?, ?)"
    )
    add.run(1, 'Fire out', '2019-07-01 12:30:00', '<p>The fire is out.</p><p>Nobody was hurt.</p>', '77-1', '77-1')
    add.run(0, 'Fire', '2019-07-01 12:00:00', '<p>A fire burns.</p><p>Nobody was hurt.</p>', '77-0', '77-0')
    db.close()
    const { result, again, articles } = await imported([path], 'America/New_York')
    expect(result).toMatchObject({ newArticles: 1, newRevisions: 2, refused: [] })
    expect(again).toMatchObject(nothingNew)
    expect(articles[0]).toMatchObject({ source: 'ap', url: 'https://ap.example/1' })
    expect(articles[0]!.revisions.map(({ at, content }) => [at, texts(content)])).toEqual([
      ['2019-07-01T16:00:00.000Z', ['headline: Fire', 'paragraph: A fire burns.', 'paragraph: Nobody was hurt.']],
      ['2019-07-01T16:30:00.000Z', ['headline: Fire out', 'paragraph: The fire is out.', 'paragraph: Nobody was hurt.']]
    ])
  })

  test('an export that calls the article and its text by other names', async () => {
    const { db, path } = database('article_id TEXT, version INTEGER, title TEXT, text TEXT, created TEXT, url TEXT')
    db.exec(`INSERT INTO entryversion VALUES ('a', 0, 'Fire', 'A fire burns.\nNobody was hurt.', '2019-07-01T12:00:00Z', NULL),
      ('a', 1, 'Fire', 'A fire burned.\nNobody was hurt.', '2019-07-01T13:00:00Z', NULL)`)
    db.close()
    const { result, again, articles } = await imported([path])
    expect(result).toMatchObject({ newArticles: 1, newRevisions: 2, refused: [] })
    expect(again).toMatchObject(nothingNew)
    expect(articles[0]).toMatchObject({ source: 'NewsEdits', url: null })
    expect(texts(articles[0]!.revisions[0]!.content)).toEqual([
      'headline: Fire',
      'paragraph: A fire burns.',
      'paragraph: Nobody was hurt.'
    ])
  })

  test('sentences are joined for each version; alone they tell no times', async () => {
    const { db, path } = database('entry_id INTEGER, version INTEGER, title TEXT, created TEXT, url TEXT')
    db.exec(`INSERT INTO entryversion VALUES (7, 0, 'Fire', '2019-07-01 12:00:00', 'https://ap.example/7'),
      (7, 1, 'Fire', '2019-07-01 13:00:00', 'https://ap.example/7');
      CREATE TABLE split_sentences (entry_id INTEGER, version TEXT, sent_idx INTEGER, sentence TEXT);
      INSERT INTO split_sentences VALUES (7, '1', 1, 'It is out.'), (7, '0', 0, 'A fire burns.'), (7, '1', 0, 'A fire burned.')`)
    const { result, again, articles } = await imported([path])
    expect(result).toMatchObject({ newArticles: 1, newRevisions: 2, refused: [] })
    expect(again).toMatchObject(nothingNew)
    expect(articles[0]!.revisions.map(({ content }) => texts(content).slice(1))).toEqual([
      ['paragraph: A fire burns.'],
      ['paragraph: A fire burned.', 'paragraph: It is out.']
    ])
    db.exec('DROP TABLE entryversion')
    db.close()
    expect((await imported([path])).result.refused).toMatchObject([{ code: 'needs-files' }])
  })
})

const sniffed = `-- MySQL dump 10.13  Distrib 5.5
CREATE TABLE \`news_article_version_texts\` (
  \`news_article_version_id\` int(11) NOT NULL,
  \`text\` mediumtext,
  KEY \`i\` (\`news_article_version_id\`)
);
INSERT INTO \`news_article_version_texts\` VALUES (11,'The tower stands.\\nIt\\'s tall.'),(12,'The tower fell.\\nIt\\'s rubble.'),(10,'The tower stood.\\nIt\\'s tall.');
CREATE TABLE \`news_article_versions\` (
  \`id\` int(11) NOT NULL,
  \`news_article_id\` int(11),
  \`title\` varchar(255),
  \`url\` varchar(255),
  \`created_at\` datetime,
  \`version\` int(11),
  \`text_hash\` varchar(255)
);
INSERT INTO \`news_article_versions\` VALUES (10,5,'Tower','http://bbc.example/5','2010-01-01 09:00:00',0,'x'),(11,5,'Tower','http://bbc.example/5','2010-01-01 10:00:00',2,'x'),(12,5,'Tower falls','http://bbc.example/5','2010-01-02 10:00:00',10,'x'),(13,5,'Lost','http://bbc.example/5','2010-01-03 10:00:00',11,'x');
CREATE TABLE \`news_articles\` (
  \`id\` int(11) NOT NULL,
  \`source\` varchar(255),
  \`url\` varchar(255)
);
INSERT INTO \`news_articles\` VALUES (5,'bbc','http://bbc.example/5');
`

describe('NewsSniffer', () => {
  test.each(['dump.sql', 'dump.sql.gz'])('%s: texts, versions and articles are brought together', async (name) => {
    const path = written(name, name.endsWith('.gz') ? gzipSync(sniffed) : sniffed)
    const { result, again, articles } = await imported([path], 'Europe/London')
    expect(result).toMatchObject({ newArticles: 1, newRevisions: 3, refusedCount: 1 })
    expect(result.refused).toMatchObject([{ record: 'news_article_versions 13', code: 'needs-files' }])
    expect(again).toMatchObject(nothingNew)
    expect(articles[0]).toMatchObject({ source: 'bbc', url: 'http://bbc.example/5', headline: 'Tower falls' })
    expect(articles[0]!.revisions.map(({ at }) => at)).toEqual([
      '2010-01-01T09:00:00.000Z',
      '2010-01-01T10:00:00.000Z',
      '2010-01-02T10:00:00.000Z'
    ])
    expect(texts(articles[0]!.revisions[2]!.content)).toEqual([
      'headline: Tower falls',
      'paragraph: The tower fell.',
      "paragraph: It's rubble."
    ])
  })

  test('whoever has enough may leave', async () => {
    const more = sniffed.replace("(13,5,'Lost'", "(13,6,'Lost'")
    expect(await firstOf(written('dump.sql', more))).toBe('document')
  })

  test('a table that was dumped elsewhere is named; a dump that was cut gives what it has', async () => {
    const texts = sniffed.slice(0, sniffed.indexOf('CREATE TABLE `news_articles`'))
    expect((await imported([written('dump.sql', texts)])).result.refused).toMatchObject([
      { code: 'needs-files', detail: 'news_articles' }
    ])
    const cut = `${sniffed}INSERT INTO \`news_articles\` VALUES (6,'bb`
    const { result } = await imported([written('dump.sql', cut)])
    expect(result.newRevisions).toBe(3)
    expect(result.refused).toMatchObject([{ code: 'needs-files' }, { code: 'truncated' }])
    const packed = gzipSync(sniffed)
    const short = await imported([written('dump.sql.gz', packed.subarray(0, packed.length - 20))])
    expect(short.result.refused.map(({ code }) => code)).toContain('truncated')
  })
})

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

describe('newsdiff of rmdes', () => {
  const version = (id: number, text: string, at: string) => ({
    id,
    article_id: 3,
    title: 'Quay',
    byline: 'By Ann Lee',
    content_text: text,
    content_hash: sha256(text),
    version_number: id,
    created_at: at
  })
  const tables = {
    feeds: [{ id: 1, name: 'Feed', url: 'https://q.example/rss', site_name: 'The Quay', hub_secret: 'hidden-secret' }],
    articles: [{ id: 3, feed_id: 1, url: 'https://q.example/3', first_seen_at: '2025-01-01T00:00:00Z' }],
    versions: [
      version(1, 'The quay is old.\n\nIt stands.', '2025-01-01T10:00:00+02:00'),
      version(2, 'The quay is new.\n\nIt stands.', '2025-01-02T10:00:00.000Z'),
      { ...version(3, 'Forged.', '2025-01-03T10:00:00Z'), content_hash: sha256('Real.') }
    ]
  }
  const camel = (rows: object[]) =>
    rows.map(
      (row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key.replace(/_(\w)/g, (_, c: string) => c.toUpperCase()), value])) // prettier-ignore
    )
  const copy = (table: string, columns: readonly string[], rows: readonly object[]): string => {
    const lines = rows.map((row) =>
      columns.map((column) => String((row as Record<string, unknown>)[column]).replaceAll('\n', '\\n')).join('\t')
    )
    return `COPY public.${table} (${columns.join(', ')}) FROM stdin;\n${lines.join('\n')}\n\\.\n`
  }
  const dump = [
    '--\n-- PostgreSQL database dump\n--\n',
    copy('articles', ['id', 'feed_id', 'url'], tables.articles),
    copy('feeds', ['id', 'name', 'site_name', 'hub_secret'], tables.feeds),
    copy('versions', ['id', 'article_id', 'title', 'byline', 'content_text', 'content_hash', 'version_number', 'created_at'], tables.versions) // prettier-ignore
  ].join('\n')
  const files = {
    'snake.json': JSON.stringify(tables, null, 2),
    'snake.json.gz': gzipSync(JSON.stringify(tables)),
    'camel.json': JSON.stringify({
      articles: camel(tables.articles),
      versions: camel(tables.versions),
      feeds: camel(tables.feeds)
    }),
    'dump.sql': dump
  }

  test.each(Object.entries(files))('%s: versions by their own hash, times with their zone', async (name, text) => {
    const { result, again, articles } = await imported([written(name, text)])
    expect(result).toMatchObject({ newArticles: 1, newRevisions: 2 })
    expect(result.refused).toMatchObject([{ record: 'versions 3', code: 'tampered', detail: 'content_hash' }])
    expect(again).toMatchObject(nothingNew)
    expect(articles[0]).toMatchObject({ source: 'The Quay', url: 'https://q.example/3' })
    expect(articles[0]!.revisions.map(({ at, content }) => [at, texts(content)])).toEqual([
      [
        '2025-01-01T08:00:00.000Z',
        ['headline: Quay', 'byline: By Ann Lee', 'paragraph: The quay is old.', 'paragraph: It stands.']
      ],
      [
        '2025-01-02T10:00:00.000Z',
        ['headline: Quay', 'byline: By Ann Lee', 'paragraph: The quay is new.', 'paragraph: It stands.']
      ]
    ])
    expect(JSON.stringify(articles)).not.toContain('hidden-secret')
  })

  test('JSON without a table or column is refused by name', async () => {
    const { versions, ...rest } = tables
    const lost = versions.map((row) => ({ ...row, created_at: undefined }))
    const refused = async (json: object) =>
      (await imported([written('d.json', JSON.stringify(json))])).result.refused.map(({ code, detail }) => [
        code,
        detail
      ])
    expect(await refused(rest)).toEqual([['wrong-schema', 'versions']])
    expect(await refused({ ...rest, versions: lost })).toEqual([['wrong-schema', 'versions.created_at']])
    expect(await refused({ ...rest, versions: [[], ...versions] })).toEqual([['wrong-schema', 'versions.id']])
  })
})

describe('news-diff of g0v', () => {
  const list =
    'news_id,url,source,created_at\n1,https://tw.example/1,2,1400000000\n2,https://tw.example/2,3,1400000000\n'
  const content =
    'news_id,time,title,body\n' +
    '1,1400000000,"大雨, ""豪雨""",第一段\\n第二段\n1,1400003600,大雨,第一段\\n第三段\n1,1400007200,404,404\n' +
    '2,1400000000,無法判斷的內容,無法判斷的內容\n2,1400000100,503,503\n2,soon,x,y\n'

  test.each(['', '.gz'])('lists and contents%s: failures are events, not texts', async (ending) => {
    const folder = newFolder()
    const pack = (text: string) => (ending === '' ? text : gzipSync(text))
    written(`news-list.csv${ending}`, pack(list), folder)
    const path = written(`news-content.csv${ending}`, pack(content), folder)
    const { result, again, articles } = await imported([path])
    expect(result).toMatchObject({ newArticles: 2, newRevisions: 2 })
    expect(result.refused).toMatchObject([{ record: 'news 2 at soon', code: 'bad-time' }])
    expect(again).toMatchObject(nothingNew)
    expect(articles[0]).toMatchObject({ url: 'https://tw.example/1', source: 'tw.example' })
    expect(texts(articles[0]!.revisions[0]!.content)).toEqual(['headline: 大雨, "豪雨"', 'paragraph: 第一段', 'paragraph: 第二段']) // prettier-ignore
    expect(articles[0]!.captures.at(-1)).toEqual(['2014-05-13T18:53:20.000Z', 'gone', 404])
    expect(articles[1]!.captures.map(([, outcome, status]) => [outcome, status])).toEqual([
      ['not-an-article', null],
      ['server-error', 503]
    ])
    const other = await imported([join(folder, `news-list.csv${ending}`)])
    expect(other.result).toMatchObject({ newArticles: 2, newRevisions: 2 })
  })

  test('one of the two alone is not enough; a value without end is told of', async () => {
    const alone = await imported([written('news-content.csv', content)])
    expect(alone.result.refused).toMatchObject([{ code: 'needs-files', detail: 'news-list.csv' }])
    const folder = newFolder()
    written('news-list.csv', list, folder)
    const cut = await imported([written('news-content.csv', `${content}2,1400000200,"never`, folder)])
    expect(cut.result.newRevisions).toBe(2)
    expect(cut.result.refused.map(({ code }) => code)).toContain('truncated')
  })
})

describe('Klaxon', () => {
  const words = 'The harbour board said on Friday that the pier will be closed for two weeks, as its planks are rotten.'
  const html = (headline: string, more: string) =>
    `<!DOCTYPE html><html><head><title>${headline}</title></head><body><article><h1>${headline}</h1><p>${words}</p><p>${words} ${more}</p></article></body></html>`
  const snapshots = [
    { id: 1, page_id: 4, created_at: '2021-05-01 10:00:00.5', html: html('Pier', 'Nobody fell.'), text: 'Pier' },
    { id: 2, page_id: 4, created_at: '2021-05-02 10:00:00', html: html('Pier', 'Two fell.'), text: 'Pier' },
    { id: 3, page_id: 5, created_at: '2021-05-02 10:00:00', html: '', text: 'Minutes\nItem one' },
    { id: 4, page_id: 5, created_at: '2021-05-03 10:00:00', html: '', text: 'Minutes\nItem two' }
  ]
  const pages = [
    { id: 4, name: 'The pier', url: 'https://port.example/pier', css_selector: 'article' },
    { id: 5, name: 'Minutes', url: 'https://port.example/minutes', css_selector: '#m' }
  ]
  const lines = (rows: readonly object[]) =>
    rows.map((row) => Object.values(row).map((value) => String(value).replaceAll('\n', '\\n')).join('\t')).join('\n') // prettier-ignore
  const dump = `--\n-- PostgreSQL database dump\n--\n\nCOPY public.page_snapshots (id, page_id, created_at, html, text) FROM stdin;\n${lines(snapshots)}\n\\.\n\nCOPY public.pages (id, name, url, css_selector) FROM stdin;\n${lines(pages)}\n\\.\n`

  test.each([
    ['klaxon.sql', dump],
    ['klaxon.json', JSON.stringify({ pages, page_snapshots: snapshots })]
  ])('%s: whole pages by our own reading, else the text', async (name, text) => {
    const { result, again, articles } = await imported([written(name, text)])
    expect(result).toMatchObject({ newArticles: 2, newRevisions: 4, refused: [] })
    expect(again).toMatchObject(nothingNew)
    expect(articles[0]).toMatchObject({ url: 'https://port.example/pier', headline: 'Pier' })
    expect(texts(articles[0]!.revisions[1]!.content)).toContain(`paragraph: ${words} Two fell.`)
    expect(articles[0]!.revisions[0]!.at).toBe('2021-05-01T10:00:00.500Z')
    expect(texts(articles[1]!.revisions[1]!.content)).toEqual(['paragraph: Minutes', 'paragraph: Item two'])
  })

  test.each(['pages.csv', 'page_snapshots.csv'])('tables as CSV, %s given', async (given) => {
    const csv = (rows: readonly object[]) =>
      [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))]
        .map((row) => row.map((value) => `"${String(value).replaceAll('"', '""')}"`).join(','))
        .join('\n')
    const folder = newFolder()
    written('pages.csv', csv(pages), folder)
    written('page_snapshots.csv', csv(snapshots), folder)
    const { result, again } = await imported([join(folder, given)])
    expect(result).toMatchObject({ newArticles: 2, newRevisions: 4, refused: [] })
    expect(again).toMatchObject(nothingNew)
  })
})
