import type { AboutFile } from '../../../contract/importing.ts'
import type { Content } from '../../../domain/revision.ts'
import { packageFindingWords, type PackageFinding } from '../../../domain/package-findings.ts'
import { breathe } from '../../slices.ts'
import type { Document, Received, State } from '../document.ts'
import { FileRefusal } from '../read-file.ts'
import type { FormatReader, Found, Opened, Reading } from '../reader.ts'
import { beginsAsZip, openZip } from '../zip.ts'
import type { ReadArticle, ReadVersion } from './article-reading.ts'
import { checkPackage, nameOf, readArticle, readBodies } from './check-package.ts'
import { findingOf } from './fault.ts'
import { KeptBodies, ReceivedLater } from './kept-bodies.ts'
import type { CaptureLine, ListedArticle } from './lines.ts'
import { names, packageFormat } from './names.ts'
import { openPackage, type PackageFile } from './open-package.ts'

const mostFindings = 20

/** Reads packages (docs/format.md). An article of which anything does not fit its hashes is refused, and the others are taken. */
export const packageReader: FormatReader = {
  format: `${packageFormat.name}/${packageFormat.version}`,
  fits: isPackage,
  about,
  read
}

async function isPackage({ path, head }: Opened): Promise<boolean> {
  if (!beginsAsZip(head)) return false
  try {
    const zip = await openZip(path)
    zip.close()
    return zip.has(names.manifest)
  } catch (error) {
    // One that is no archive, or a hostile one, is for the next reader to refuse.
    if (error instanceof FileRefusal) return false
    throw error
  }
}

async function about({ path }: Opened, { signal }: Reading): Promise<AboutFile> {
  const file = await openPackage(path)
  try {
    const { findings } = await checkPackage(file, async () => {
      await breathe()
      signal.throwIfAborted()
    })
    const { madeBy, software, madeAt, title } = file.manifest
    const verdict = findings.length === 0 ? 'intact' : 'tampered'
    return { madeBy, software, madeAt, title, verdict, findings: findings.slice(0, mostFindings).map(inWords) }
  } finally {
    file.zip.close()
  }
}

function inWords(finding: PackageFinding): string {
  const { article, seq, detail } = finding
  const place = [article === null ? '' : article.headline, seq === null ? '' : `record ${seq}`].filter(Boolean)
  const where = place.length === 0 ? '' : `${place.join(', ')}: `
  return `${where}${packageFindingWords(finding)}${detail === '' ? '' : ` (${detail})`}`
}

async function* read({ path }: Opened, { scratch, signal }: Reading): AsyncGenerator<Found> {
  const file = await openPackage(path)
  const bodies = new KeptBodies(await scratch())
  try {
    for (const finding of [...file.findings, ...(await readBodies(file, bodies))]) yield refused(finding)
    bodies.close()
    for (const listed of file.manifest.articles) {
      yield await foundIn(file, listed, bodies)
      signal.throwIfAborted()
    }
  } finally {
    bodies.close()
    file.zip.close()
  }
}

async function foundIn(file: PackageFile, listed: ListedArticle, bodies: KeptBodies): Promise<Found> {
  try {
    const article = await readArticle(file, listed, (hash) => bodies.has(hash))
    return documentOf(article, listed, bodies)
  } catch (error) {
    return refused(findingOf(error, nameOf(listed)))
  }
}

function refused({ article, seq, reason, detail }: PackageFinding): Found {
  const record = article === null ? detail : article.headline || article.uid
  const place = [reason, seq === null ? '' : `record ${seq}`, article === null ? '' : detail].filter(Boolean).join(', ')
  return { kind: 'refused', record, code: 'tampered', detail: place }
}

function documentOf(read: ReadArticle, listed: ListedArticle, bodies: KeptBodies): Found {
  const { uid, url, lang, dir, source } = read.article
  if (url !== null && !isWeb(url)) return { kind: 'refused', record: listed.headline, code: 'unsafe', detail: url }
  const homepage = source.homepage !== null && isWeb(source.homepage) ? source.homepage : null
  const facts = { source: { ...source, homepage }, url, lang, dir }
  const shown = new Map(read.versions.map((version) => [version.capture, version]))
  const states = read.captures.flatMap((capture) =>
    stateOf(read, { uid, capture, shown: shown.get(capture.n), bodies })
  )
  const times = new Map(read.versions.map(({ seq, claim }) => [seq, claim.capturedAt]))
  const notes = read.notes.map(({ seq, edit, text, createdAt, updatedAt }) => {
    const version = seq === null ? null : (times.get(seq) ?? null)
    return { version, edit, text, createdAt, updatedAt }
  })
  const document: Document = { facts, states, ...(notes.length === 0 ? {} : { notes }) }
  return { kind: 'document', document }
}

const isWeb = (url: string): boolean => /^https?:\/\//i.test(url) && URL.canParse(url)

interface Shown {
  readonly uid: string
  readonly capture: CaptureLine
  readonly shown: ReadVersion | undefined
  readonly bodies: KeptBodies
}

/** An observation whose text is gone cannot be stored: it was one of a text, and would say that there was none. */
function stateOf(read: ReadArticle, { uid, capture, shown, bodies }: Shown): State[] {
  const { n, at, until, count, outcome, status, error } = capture
  if (shown === undefined && outcome === 'changed') return []
  const content: Content | null =
    shown === undefined ? null : { blocks: shown.blocks.map((place) => read.blocks[place]!), claims: shown.claims }
  const original = { id: shown?.hash ?? `${uid}#${n}`, time: at }
  const seen = { at: iso(at), until: iso(until), count, outcome, status, error }
  return [{ ...seen, content, original, received: receivedWith(capture, shown, bodies) }]
}

const iso = (time: string): string => new Date(time).toISOString()

function receivedWith(capture: CaptureLine, shown: ReadVersion | undefined, bodies: KeptBodies): Received {
  const { url, finalUrl, record, bodySha256 } = capture
  const headers = capture.headers === null ? null : (JSON.parse(capture.headers) as Record<string, string>)
  const facts = { url, finalUrl, headers, extractor: shown?.claim.extractor }
  if (shown !== undefined && record !== null) return new ReceivedLater(facts, bodies, bodySha256!)
  return { ...facts, ...(bodySha256 === null ? {} : { bodyHash: Buffer.from(bodySha256, 'hex') }) }
}
