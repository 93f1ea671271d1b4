import { createHash } from 'node:crypto'
import type { z } from 'zod'
import type { PackageFinding } from '../../../domain/package-findings.ts'
import { FileRefusal } from '../read-file.ts'
import { openZip, type Zip } from '../zip.ts'
import { PackageFault } from './fault.ts'
import { dataPackage, digestFile, manifest as manifestShape, type Manifest } from './lines.ts'
import { names, packageFormat } from './names.ts'

/** A package that was opened: what it says it holds. */
export interface PackageFile {
  readonly zip: Zip
  readonly manifest: Manifest
  /** The SHA-256 that every file has to have, by its path. */
  readonly listed: ReadonlyMap<string, string>
  /** How many bytes each comes to, unpacked. */
  readonly sizes: ReadonlyMap<string, number>
  /** What does not fit already. */
  readonly findings: readonly PackageFinding[]
}

/**
 * Opens a package as a hostile file. Throws `FileRefusal`: as `openZip`, `wrong-schema` for a ZIP archive that is none,
 * `newer-format`. What does not fit its own hashes is a finding.
 */
export async function openPackage(path: string): Promise<PackageFile> {
  const zip = await openZip(path)
  try {
    const manifest = checked(await readJson(zip, names.manifest))
    const { listed, findings } = await readListed(zip)
    const sizes = new Map(zip.entries.map(({ name, size }) => [name, size]))
    return { zip, manifest, listed, sizes, findings: [...findings, ...strays(zip, manifest, listed)] }
  } catch (error) {
    zip.close()
    throw error
  }
}

/** Each file has a line in the lists, so that these are as long as there are files. */
const mostBytes = (zip: Zip): number => 200_000 + 1000 * zip.entries.length

async function readJson(zip: Zip, name: string): Promise<{ bytes: Buffer; json: unknown }> {
  if (!zip.has(name)) throw new FileRefusal('wrong-schema', name)
  const bytes = await zip.read(name, mostBytes(zip))
  try {
    return { bytes, json: JSON.parse(bytes.toString()) as unknown }
  } catch {
    throw new FileRefusal('damaged', name)
  }
}

function checked({ json }: { readonly json: unknown }): Manifest {
  const { format, version } = (json ?? {}) as { format?: unknown; version?: unknown }
  if (format !== packageFormat.name) throw new FileRefusal('wrong-schema', `${names.manifest}: format`)
  if (Number(version) > packageFormat.version) throw new FileRefusal('newer-format', String(version))
  const read = manifestShape.safeParse(json)
  if (!read.success) throw new FileRefusal('wrong-schema', `${names.manifest}: ${whereOf(read.error)}`)
  return read.data
}

const whereOf = (error: z.ZodError): string => error.issues[0]?.path.join('.') ?? ''

const finding = (reason: PackageFinding['reason'], detail: string): PackageFinding => ({
  article: null,
  seq: null,
  reason,
  detail
})

/** The list of all files with their hashes, and whether it is the one whose hash lies beside it. */
async function readListed(zip: Zip): Promise<Pick<PackageFile, 'listed' | 'findings'>> {
  const list = await readJson(zip, names.dataPackage)
  const digest = digestFile.safeParse((await readJson(zip, names.digest)).json)
  const read = dataPackage.safeParse(list.json)
  if (!read.success) throw new FileRefusal('damaged', `${names.dataPackage}: ${whereOf(read.error)}`)
  const listed = new Map(read.data.resources.map(({ path, hash }) => [path, hash.slice('sha256:'.length)]))
  const hash = `sha256:${createHash('sha256').update(list.bytes).digest('hex')}`
  const fits = digest.success && digest.data.hash === hash
  return { listed, findings: fits ? [] : [finding('file', names.dataPackage)] }
}

function strays(zip: Zip, manifest: Manifest, listed: ReadonlyMap<string, string>): PackageFinding[] {
  const own = new Set<string>([names.dataPackage, names.digest])
  const added = zip.entries.filter(({ name }) => !listed.has(name) && !own.has(name))
  const gone = [...listed.keys()].filter((path) => !zip.has(path))
  const files = new Set(manifest.articles.map(({ file }) => file))
  const unnamed = [...listed.keys()].filter((path) => path.startsWith('palimpsest/articles/') && !files.has(path))
  const { counts, articles } = manifest
  const isCounted = counts.articles === articles.length && files.size === articles.length
  return [
    ...added.map(({ name }) => finding('file-added', name)),
    ...gone.map((path) => finding('file-missing', path)),
    ...unnamed.map((path) => finding('manifest', path)),
    ...(isCounted ? [] : [finding('manifest', 'articles')])
  ]
}

/** A file of a package, part by part; ends with `PackageFault` where it is not the one whose hash is listed. */
export async function* partsOf({ zip, listed }: PackageFile, name: string): AsyncGenerator<Buffer> {
  const expected = listed.get(name)
  if (!zip.has(name)) throw new PackageFault('file-missing', null, name)
  if (expected === undefined) throw new PackageFault('file-added', null, name)
  const hash = createHash('sha256')
  try {
    for await (const part of await zip.stream(name)) {
      hash.update(part as Buffer)
      yield part as Buffer
    }
  } catch (error) {
    if (error instanceof PackageFault || !(error instanceof Error)) throw error
    throw new PackageFault('unreadable', null, `${name}: ${error.message}`)
  }
  if (hash.digest('hex') !== expected) throw new PackageFault('file', null, name)
}
