import Database from 'better-sqlite3'
import { mkdirSync, renameSync, rmdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { mended } from '../../../src/library/exchange/mended.ts'
import { imported, newFolder, texts } from './imported.ts'
import { TestRepository } from './repository.ts'

const url = 'http://www.paper.example/2012/07/storm.html'
const secure = 'https://www.paper.example/flood/'

/** Commits a text as NewsDiffs does, and answers the commit. */
function commit(repository: TestRepository, path: string, text: string): string {
  mkdirSync(dirname(join(repository.path, path)), { recursive: true })
  writeFileSync(join(repository.path, path), text)
  repository.git('add', '.')
  repository.git('commit', '-q', '-m', `Change to ${path}`)
  return repository.git('rev-parse', 'HEAD').trim()
}

const storm = (title: string, deaths: string) =>
  `July 8, 2012\n${title}\nBy JANE ROE\nThe storm took ${deaths} lives.\n\nPower is still out in caf\u00e9s.\n`

interface Row {
  readonly id: number
  readonly article: number
  readonly v: string
  readonly date: string
}

/** A repository of a month with two articles, and what the database says of it. */
function tracked(): { folder: string; rows: Row[]; month: TestRepository } {
  const folder = newFolder()
  mkdirSync(join(folder, 'articles', '2012-07'), { recursive: true })
  const month = new TestRepository(join(folder, 'articles', '2012-07'))
  const path = 'www.paper.example/2012/07/storm.html'
  const rows = [
    { id: 1, article: 1, v: commit(month, path, storm('Storm', 'two')), date: '2012-07-08 10:00:00' },
    { id: 2, article: 1, v: commit(month, path, storm('Storm', 'four')), date: '2012-07-08 11:00:00' },
    { id: 3, article: 1, v: commit(month, path, storm('Storm kills', 'five')), date: '2012-07-08 12:00:00' },
    { id: 4, article: 2, v: commit(month, 'https:/www.paper.example/flood', storm('Flood', 'no')), date: '2012-07-08 12:00:00' } // prettier-ignore
  ]
  return { folder, rows, month }
}

const dump = (rows: readonly Row[], folder = '2012-07') => `-- MySQL dump 10.13
CREATE TABLE \`Articles\` (
  \`id\` int(11) NOT NULL AUTO_INCREMENT,
  \`url\` varchar(255) NOT NULL,
  \`last_check\` datetime NOT NULL,
  \`git_dir\` varchar(255) NOT NULL
);
INSERT INTO \`Articles\` VALUES (1,'${url}','1901-01-01 00:00:00','${folder}'),(2,'${secure}','1901-01-01 00:00:00','${folder}');
CREATE TABLE \`version\` (
  \`id\` int(11) NOT NULL, \`article_id\` int(11) NOT NULL, \`v\` varchar(255) NOT NULL, \`title\` varchar(255) NOT NULL,
  \`byline\` varchar(255) NOT NULL, \`date\` datetime NOT NULL, \`boring\` tinyint(1) NOT NULL, \`diff_json\` varchar(255)
);
INSERT INTO \`version\` VALUES ${rows.map(({ id, article, v, date }) => `(${id},${article},'${v}','t','b','${date}',0,NULL)`).join(',')};
`

/** Puts a dump beside the repositories. */
function dumped(folder: string, text: string): string {
  writeFileSync(join(folder, 'newsdiffs.sql'), text)
  return join(folder, 'newsdiffs.sql')
}

describe('NewsDiffs', () => {
  test.each(['loose', 'packed'])(
    'texts come from the commits, %s, times in the zone that the reader names',
    async (how) => {
      const { folder, rows, month } = tracked()
      if (how === 'packed') month.git('gc', '-q', '--aggressive')
      const { result, again, articles } = await imported([dumped(folder, dump(rows))], 'America/New_York')
      expect(result).toMatchObject({ newArticles: 2, newRevisions: 4, refused: [] })
      expect(again).toMatchObject({ newArticles: 0, newRevisions: 0, alreadyThere: 4 })
      expect(articles[0]).toMatchObject({ url, source: 'paper.example', headline: 'Storm kills' })
      expect(articles[0]!.revisions.map(({ at }) => at.slice(0, 16))).toEqual([
        '2012-07-08T14:00',
        '2012-07-08T15:00',
        '2012-07-08T16:00'
      ])
      expect(texts(articles[0]!.revisions[1]!.content)).toEqual([
        'headline: Storm',
        'byline: By JANE ROE',
        'dateline: July 8, 2012',
        'paragraph: The storm took four lives.',
        'paragraph: Power is still out in caf\u00e9s.'
      ])
      expect(articles[1]).toMatchObject({ url: secure, headline: 'Flood' })
    }
  )

  test('a SQLite file made of the database is read in the same way', async () => {
    const { folder, rows } = tracked()
    const path = join(folder, 'newsdiffs.sqlite')
    const db = new Database(path)
    db.exec(`CREATE TABLE Articles (id INTEGER PRIMARY KEY, url TEXT, git_dir TEXT);
      CREATE TABLE version (id INTEGER PRIMARY KEY, article_id INTEGER, v TEXT, title TEXT, byline TEXT, date TEXT, boring INTEGER);
      INSERT INTO Articles VALUES (1, '${url}', '2012-07'), (2, '${secure}', '2012-07')`)
    for (const { id, article, v, date } of rows)
      db.prepare("INSERT INTO version VALUES (?, ?, ?, 't', 'b', ?, 0)").run(id, article, v, date)
    db.close()
    const { result, again } = await imported([path])
    expect(result).toMatchObject({ newArticles: 2, newRevisions: 4, refused: [] })
    expect(again).toMatchObject({ newArticles: 0, newRevisions: 0 })
  })

  test('in the first years all articles lay in one repository', async () => {
    const { folder, rows } = tracked()
    renameSync(join(folder, 'articles', '2012-07'), join(folder, 'all'))
    rmdirSync(join(folder, 'articles'))
    renameSync(join(folder, 'all'), join(folder, 'articles'))
    const { result } = await imported([dumped(folder, dump(rows, ''))])
    expect(result).toMatchObject({ newRevisions: 4, refused: [] })
  })

  test('what is not there is named: the folder, a repository, a commit, a file', async () => {
    const { folder, rows } = tracked()
    const strange = [
      { id: 5, article: 1, v: 'f'.repeat(40), date: '2012-07-09 10:00:00' },
      { id: 6, article: 1, v: '--output=/tmp/x', date: '2012-07-09 10:00:00' },
      { id: 7, article: 2, v: rows[0]!.v, date: '2012-07-09 10:00:00' },
      { id: 8, article: 1, v: rows[0]!.v, date: '0000-00-00 00:00:00' }
    ]
    const { result } = await imported([dumped(folder, dump([...rows, ...strange]))])
    expect(result.newRevisions).toBe(4)
    expect(result.refused.map(({ record, code }) => `${record} ${code}`).sort()).toEqual([
      'version 5 needs-files',
      'version 6 damaged',
      'version 7 needs-files',
      'version 8 bad-time'
    ])
    const codes = async (text: string) =>
      (await imported([dumped(folder, text)])).result.refused.map(({ code }) => code)
    expect(new Set(await codes(dump(rows, '1999-01')))).toEqual(new Set(['needs-files']))
    expect(new Set(await codes(dump(rows, '../../elsewhere')))).toEqual(new Set(['unsafe']))
    rmSync(join(folder, 'articles'), { recursive: true })
    expect(await codes(dump(rows))).toEqual(['needs-files'])
    const other = tracked()
    symlinkSync(join(other.folder, 'articles'), join(folder, 'articles'))
    expect(await codes(dump(other.rows))).toEqual(['needs-files'])
  })
})

describe('text that was encoded twice', () => {
  const twice = (text: string): string => new TextDecoder('windows-1252').decode(Buffer.from(text))

  test.each(['The caf\u00e9 \u2013 \u201cclosed\u201d', '\u6c34\u66dc\u65e5', '\u0434\u043e\u043c'])(
    '%s is mended',
    (text) => {
      expect(mended(twice(text))).toBe(text)
    }
  )

  test.each([
    'plain',
    'caf\u00e9',
    'S\u00e3o \u00c3\u00a9',
    '\u00c3\u00a9t\u00c3\u00a9 \u6c34',
    '\u201cquoted\u201d \u2013 text',
    '\u00e2\u20ac'
  ])('%s stays as it is', (text) => {
    expect(mended(text)).toBe(text)
  })
})
