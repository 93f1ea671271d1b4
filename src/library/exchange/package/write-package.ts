import { CallFailure } from '../../../contract/failure.ts'
import { software } from '../../store/revisions.ts'
import { Spool } from '../../store/spool.ts'
import type { ArticlesWanted, ArticlesWriter } from '../export-articles.ts'
import { archive, archiveLists } from '../warc-out/archive.ts'
import { articleToWrite, type ArticleToWrite } from './article-lines.ts'
import { articleName, mostArticles, names, packageFormat, packageType } from './names.ts'
import { readme } from './readme.ts'
import { script } from './verify-script.ts'
import { ZipOut, type Content, type Resource } from './zip-out.ts'

/** Writes articles with all that proves them: a WACZ 1.1.1 that also holds their histories (docs/format.md). */
export const writePackage: ArticlesWriter = (wanted) => new Writing(wanted, true).parts()

/** Writes the kept bodies of articles as a plain WACZ 1.1.1. */
export const writeWacz: ArticlesWriter = (wanted) => new Writing(wanted, false).parts()

const lists = { resources: 'resources', articles: 'articles' } as const

/** The order is such that the hash of every file is known when the list of all is written, which is the last. */
class Writing {
  readonly #wanted: ArticlesWanted
  readonly #withHistory: boolean
  readonly #spool: Spool
  readonly #counts = { articles: 0, versions: 0, captures: 0, records: 0, notes: 0 }
  #title = ''

  constructor(wanted: ArticlesWanted, withHistory: boolean) {
    if (wanted.articles.length > mostArticles)
      throw new CallFailure('bad-arguments', `more than ${mostArticles} articles`)
    this.#wanted = wanted
    this.#withHistory = withHistory
    this.#spool = new Spool(wanted.store)
  }

  async *parts(): AsyncGenerator<Uint8Array> {
    const zip = await ZipOut.begin(this.#wanted.now)
    yield* zip.bytes(() => this.#fill(zip))
  }

  async #fill(zip: ZipOut): Promise<void> {
    if (this.#withHistory) {
      await this.#add(zip, names.type, [packageType], true)
      await this.#add(zip, names.readme, [readme])
      await this.#add(zip, names.script, [script])
    }
    await this.#add(zip, names.archive, this.#archive(), true)
    await this.#add(zip, names.index, this.#ended(archiveLists.index))
    await this.#add(zip, names.pages, this.#pages())
    if (this.#withHistory) await this.#addHistories(zip)
    const { hash } = await zip.add(names.dataPackage, this.#dataPackage())
    const digest = { path: names.dataPackage, hash: `sha256:${hash}` }
    await zip.add(names.digest, [`${JSON.stringify(digest, null, 2)}\n`])
  }

  async #add(zip: ZipOut, path: string, content: Content, stored = false): Promise<void> {
    this.#list(await zip.add(path, content, { stored }))
  }

  #list({ path, hash, bytes }: Resource): void {
    const resource = { name: path.slice(path.lastIndexOf('/') + 1), path, hash: `sha256:${hash}`, bytes }
    this.#spool.add(lists.resources, '', JSON.stringify(resource))
  }

  #archive(): AsyncGenerator<Buffer> {
    const { store, articles, now, madeBy, done } = this.#wanted
    const name = names.archive.slice('archive/'.length)
    // With histories each article is gone through twice.
    const half = (count: number) => done(this.#withHistory ? Math.floor(count / 2) : count)
    return archive({ store, spool: this.#spool, articles, now, madeBy, name, done: half })
  }

  async #addHistories(zip: ZipOut): Promise<void> {
    const { store, articles, notes, done } = this.#wanted
    for (const [i, id] of articles.entries()) {
      const written = articleToWrite(store, id, notes)
      if (written !== undefined) await this.#addHistory(zip, written)
      await done(Math.floor((articles.length + i + 1) / 2))
    }
    await this.#add(zip, names.manifest, this.#manifest())
  }

  async #addHistory(zip: ZipOut, written: ArticleToWrite): Promise<void> {
    const { article, chain, captures, versions, notes } = written
    const n = ++this.#counts.articles
    await this.#add(zip, articleName(n), written.lines)
    const headline = written.headline.slice(0, 300).toWellFormed()
    this.#title = headline
    const listed = { n, file: articleName(n), uid: article.uid, url: article.url, headline, chain }
    this.#spool.add(lists.articles, '', JSON.stringify(listed))
    this.#counts.captures += captures
    this.#counts.versions += versions
    this.#counts.records += chain.records
    this.#counts.notes += notes
  }

  get #named(): string {
    const { length } = this.#wanted.articles
    return length === 1 && this.#title !== '' ? this.#title : `${length} article${length === 1 ? '' : 's'}`
  }

  *#manifest(): Generator<string> {
    const { name: format, version } = packageFormat
    const { madeBy, now } = this.#wanted
    const about = { format, version, madeBy, software, madeAt: now.toISOString(), title: this.#named }
    yield* this.#object({ ...about, counts: this.#counts }, 'articles', lists.articles)
  }

  *#dataPackage(): Generator<string> {
    const created = this.#wanted.now.toISOString()
    const about = { profile: 'data-package', wacz_version: '1.1.1', title: this.#named, software, created }
    yield* this.#object(about, 'resources', lists.resources)
  }

  /** A JSON object whose last member is a list, one line an item. */
  *#object(about: object, member: string, list: string): Generator<string> {
    yield `${JSON.stringify(about).slice(0, -1)},${JSON.stringify(member)}:[`
    let between = '\n'
    for (const line of this.#spool.lines(list)) {
      yield `${between}${line}`
      between = ',\n'
    }
    yield '\n]}\n'
  }

  *#ended(list: string): Generator<string> {
    for (const line of this.#spool.lines(list)) yield `${line}\n`
  }

  *#pages(): Generator<string> {
    yield `${JSON.stringify({ format: 'json-pages-1.0', id: 'pages', title: 'All pages' })}\n`
    yield* this.#ended(archiveLists.pages)
  }
}
