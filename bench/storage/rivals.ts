import Database from 'better-sqlite3'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants, deflateRawSync } from 'node:zlib'
import { plainText, type History } from './histories.ts'
import { tableSizes } from './ours.ts'

const textsOf = ({ texts }: History): Buffer[] => texts.map((text) => Buffer.from(plainText(text)))
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** One row a revision with its full text, and a full-text index on every one that reads the text from that row. */
export function fullTexts(histories: readonly History[]): { readonly text: number; readonly index: number } {
  const db = new Database(':memory:')
  db.exec('CREATE TABLE full_text (id INTEGER PRIMARY KEY, article INTEGER, at TEXT, text TEXT)')
  db.exec(
    "CREATE VIRTUAL TABLE fts USING fts5 (text, content = 'full_text', content_rowid = 'id', tokenize = 'unicode61')"
  )
  const insert = db.prepare('INSERT INTO full_text (article, at, text) VALUES (?, ?, ?)')
  for (const [article, history] of histories.entries()) {
    for (const text of textsOf(history)) insert.run(article, '2020-01-01T00:00:00.000Z', text.toString())
  }
  db.exec("INSERT INTO fts (fts) VALUES ('rebuild'); INSERT INTO fts (fts) VALUES ('optimize')")
  const sizes = tableSizes(db)
  db.close()
  return {
    text: sizes.get('full_text')!,
    index: sum([...sizes].filter(([name]) => name.startsWith('fts')).map(([, size]) => size))
  }
}

export const brotli = (bytes: Buffer): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length

/** Brotli for every text by itself. */
export const brotliEach = (histories: readonly History[]): number => sum(histories.flatMap(textsOf).map(brotli))

/** Deflate with the text before as its dictionary, a whole text every 16. */
export const deflateChain = (histories: readonly History[]): number =>
  sum(
    histories.flatMap((history) => {
      const texts = textsOf(history)
      return texts.map((text, i) => {
        const dictionary = i % 16 === 0 ? undefined : texts[i - 1]!.subarray(-32_768)
        return deflateRawSync(text, { level: 9, ...(dictionary === undefined ? {} : { dictionary }) }).length
      })
    })
  )

/** Git's pack of the same texts as files, one commit for the first versions, one for the second and so on. */
export function gitPack(histories: readonly History[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'palimpsest-bench-git-'))
  const git = (args: readonly string[], input?: Buffer) =>
    execFileSync('git', args, {
      cwd: folder,
      stdio: ['pipe', 'ignore', 'ignore'],
      ...(input === undefined ? {} : { input })
    })
  git(['init', '-q'])
  git(['fast-import', '--quiet'], importStream(histories.map(textsOf)))
  git(['gc', '--aggressive', '--prune=now', '-q'])
  const packs = join(folder, '.git/objects/pack')
  return sum(
    readdirSync(packs)
      .filter((name) => name.endsWith('.pack'))
      .map((name) => statSync(join(packs, name)).size)
  )
}

function importStream(articles: readonly (readonly Buffer[])[]): Buffer {
  const parts: (string | Buffer)[] = []
  const longest = Math.max(...articles.map((texts) => texts.length))
  for (let version = 0; version < longest; version++) {
    parts.push(`commit refs/heads/main\ncommitter bench <bench@example.org> ${1_600_000_000 + version} +0000\ndata 0\n`)
    for (const [article, texts] of articles.entries()) {
      const text = texts[version]
      if (text !== undefined) parts.push(`M 100644 inline ${article}.txt\ndata ${text.length}\n`, text, '\n')
    }
  }
  return Buffer.concat(parts.map((part) => Buffer.from(part)))
}
