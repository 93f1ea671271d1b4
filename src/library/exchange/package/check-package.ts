import type { PackageFinding } from '../../../domain/package-findings.ts'
import { ArticleReading, type ReadArticle } from './article-reading.ts'
import { findingOf, PackageFault } from './fault.ts'
import type { ListedArticle } from './lines.ts'
import { articleName, names } from './names.ts'
import { partsOf, type PackageFile } from './open-package.ts'
import { linesOf } from './split-lines.ts'
import { readPayloads, type PayloadSink } from './warc-payloads.ts'

/** The unpacked lines of an article at most, in bytes: all of it is held while it is read. */
const largestArticle = 64_000_000

/** Reads the file of an article, and checks all of it. Throws `PackageFault`. */
export async function readArticle(
  file: PackageFile,
  listed: ListedArticle,
  hasBody: (hash: string) => boolean
): Promise<ReadArticle> {
  if (listed.file !== articleName(listed.n)) throw new PackageFault('manifest', null, listed.file)
  const size = file.sizes.get(listed.file) ?? 0
  if (size > largestArticle) throw new PackageFault('unreadable', null, `${size} bytes`)
  const reading = new ArticleReading(listed, hasBody)
  for await (const line of linesOf(partsOf(file, listed.file))) reading.take(line)
  return reading.end()
}

/** Reads all bodies that a package holds into a sink; what does not fit is a finding, and what comes after it is not read. */
export async function readBodies(file: PackageFile, sink: PayloadSink): Promise<PackageFinding[]> {
  return await attempt(() => readPayloads(partsOf(file, names.archive), sink))
}

/** What a look through a package came to. */
export interface PackageCheck {
  readonly articles: number
  readonly versions: number
  readonly records: number
  /** Versions that were left out when it was made. */
  readonly withheld: number
  /** The first of each article and file. */
  readonly findings: readonly PackageFinding[]
}

/** Looks through a whole package, each file once. `between` is called after each article. */
export async function checkPackage(file: PackageFile, between: () => Promise<void>): Promise<PackageCheck> {
  const findings = [...file.findings]
  const bodies = new Set<string>()
  findings.push(...(await readBodies(file, { part: () => {}, end: (hash) => bodies.add(hash) })))
  const others = [...file.listed.keys()].filter(
    (path) => !path.startsWith('palimpsest/articles/') && path !== names.archive
  )
  for (const path of others) if (file.zip.has(path)) findings.push(...(await attempt(() => drain(partsOf(file, path)))))
  const sums = { articles: file.manifest.articles.length, versions: 0, records: 0, captures: 0, notes: 0 }
  let withheld = 0
  for (const listed of file.manifest.articles) {
    const found = await attempt(async () => {
      const read = await readArticle(file, listed, (hash) => bodies.has(hash))
      sums.versions += read.versions.length
      sums.records += read.article.chain.records
      sums.captures += read.captures.length
      sums.notes += read.notes.length
      withheld += read.withheld
    }, listed)
    findings.push(...found)
    await between()
  }
  const { counts } = file.manifest
  const isCounted = (Object.keys(counts) as (keyof typeof counts)[]).every((key) => counts[key] === sums[key])
  if (findings.length === 0 && !isCounted)
    findings.push({ article: null, seq: null, reason: 'manifest', detail: 'counts' })
  return { articles: sums.articles, versions: sums.versions, records: sums.records, withheld, findings }
}

async function drain(parts: AsyncIterable<Buffer>): Promise<void> {
  for await (const _ of parts);
}

async function attempt(work: () => Promise<void>, listed: ListedArticle | null = null): Promise<PackageFinding[]> {
  try {
    await work()
    return []
  } catch (error) {
    return [findingOf(error, listed === null ? null : nameOf(listed))]
  }
}

/** What an article is called in a finding. */
export const nameOf = ({ n, uid, headline }: ListedArticle): NonNullable<PackageFinding['article']> => ({
  n,
  uid,
  headline
})
