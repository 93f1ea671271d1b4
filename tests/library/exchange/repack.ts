import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import { openPromise } from 'yauzl'
import { ZipFile } from 'yazl'
import { folder } from './package-kit.ts'

/** The files of an archive, by name, in their order. */
export type Files = Map<string, Buffer>

export async function unzip(path: string): Promise<Files> {
  const zip = await openPromise(path, { lazyEntries: true })
  const files: Files = new Map()
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)))
  return files
}

export async function zip(files: Files): Promise<string> {
  const archive = new ZipFile()
  for (const [name, bytes] of files) archive.addBuffer(bytes, name, { compress: !name.startsWith('archive/') })
  archive.end()
  const path = join(folder(), 'tampered.palimpsest')
  writeFileSync(path, await buffer(archive.outputStream))
  return path
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

/** Makes the lists of files anew, as somebody does who knows how a package works. */
export function listAnew(files: Files): void {
  const own = new Set(['datapackage.json', 'datapackage-digest.json'])
  const list = json(files, 'datapackage.json') as { resources: object[] }
  const resources = [...files].filter(([name]) => !own.has(name))
  list.resources = resources.map(([path, bytes]) => ({ path, hash: `sha256:${sha256(bytes)}`, bytes: bytes.length }))
  files.set('datapackage.json', Buffer.from(JSON.stringify(list)))
  const hash = `sha256:${sha256(files.get('datapackage.json')!)}`
  files.set('datapackage-digest.json', Buffer.from(JSON.stringify({ path: 'datapackage.json', hash })))
}

export const json = (files: Files, name: string): unknown => JSON.parse(files.get(name)!.toString())

/** Edits a text, and fails where the edit changes nothing. */
export function editText(files: Files, name: string, edit: (text: string) => string): void {
  const before = files.get(name)!.toString()
  const after = edit(before)
  if (after === before) throw new Error(`nothing to edit in ${name}`)
  files.set(name, Buffer.from(after))
}

export function editLines(files: Files, name: string, edit: (lines: string[]) => string[]): void {
  editText(files, name, (text) => `${edit(text.trimEnd().split('\n')).join('\n')}\n`)
}

const warc = 'archive/data.warc.gz'

/** Edits the records of the WARC, each as Latin 1 text. */
export function editRecords(files: Files, edit: (records: string[]) => string[]): void {
  const text = gunzipSync(files.get(warc)!).toString('latin1')
  const records = text.split(/(?<=\r\n\r\n)(?=WARC\/1\.1\r\n)/)
  files.set(warc, Buffer.concat(edit(records).map((record) => gzipSync(Buffer.from(record, 'latin1')))))
}

/** The SHA-256 of a text of Latin 1. */
export const sha256Of = (text: string): string => sha256(Buffer.from(text, 'latin1'))
