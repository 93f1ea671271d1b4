import { byteStream, unpackedHead } from './byte-stream.ts'
import { FileRefusal } from './read-file.ts'
import type { Opened, Reading } from './reader.ts'
import { readDump, type Wanted } from './sql-dump.ts'
import { Staging } from './staging.ts'
import type { Tables } from './tables.ts'

const known = new WeakMap<Opened, Promise<ReadonlySet<string>>>()
const mostNames = 1000

const beginsAsDump = (head: string): boolean =>
  /^\s*(--|\/\*|#|SET |PRAGMA foreign_keys|BEGIN|CREATE |INSERT |COPY |DROP TABLE|USE )/i.test(head) &&
  /^(-- MySQL dump|-- MariaDB dump|-- PostgreSQL database dump|CREATE TABLE|INSERT INTO|COPY \S+ \()/im.test(head)

/** The names of the tables of a dump, in lower case; none where the file is no dump. Its statements begin a line each. */
export function dumpNames(file: Opened): Promise<ReadonlySet<string>> {
  const names = known.get(file) ?? (beginsAsDump(unpackedHead(file)) ? findNames(file) : Promise.resolve(new Set()))
  known.set(file, names)
  return names
}

const statement =
  /^(?:CREATE TABLE|INSERT (?:IGNORE )?INTO|COPY) (?:IF NOT EXISTS )?(?:[`"]?\w+[`"]?\.)?[`"]?(\w+)[`"]?[ (]/gim
const longestStart = 300

async function findNames(file: Opened): Promise<Set<string>> {
  const names = new Set<string>()
  let rest = ''
  try {
    for await (const part of byteStream(file)) {
      const text = rest + part.toString('latin1')
      for (const [, name] of text.matchAll(statement)) names.add(name!.toLowerCase())
      if (names.size > mostNames) return names
      const line = text.lastIndexOf('\n')
      // A part that begins within a line must not look like the beginning of one.
      rest = text.length - line > longestStart ? ' ' : text.slice(line)
    }
  } catch (error) {
    // What can be read of a broken file may still be a dump; reading it says what is wrong.
    if (!(error instanceof FileRefusal)) throw error
  }
  return names
}

export interface DumpTables {
  readonly tables: Tables
  /** What ended the reading early; the rows before that are there. */
  readonly fault: FileRefusal | null
  readonly close: () => void
}

/** Wanted tables of a dump, each with the columns that its rows are found by. */
export type WantedTables = Readonly<Record<string, Wanted[string] & { readonly keys: readonly string[] }>>

/** Reads the wanted tables of a dump into a place where they can be looked up. Throws `FileRefusal`, as `readDump` does. */
export async function stageDump(file: Opened, how: Reading, wanted: WantedTables): Promise<DumpTables> {
  const staged = Object.entries(wanted).map(([table, { needs, may = [], keys }]) => [
    table,
    { columns: [...needs, ...may], keys }
  ])
  const staging = await Staging.open(how, Object.fromEntries(staged) as Parameters<typeof Staging.open>[1])
  try {
    const fault = await fill(staging, file, how, wanted)
    return { tables: staging.tables, fault, close: () => staging.close() }
  } catch (error) {
    staging.close()
    throw error
  }
}

async function fill(staging: Staging, file: Opened, how: Reading, wanted: Wanted): Promise<FileRefusal | null> {
  try {
    for await (const { table, values } of readDump(byteStream(file, how.signal), wanted))
      await staging.add(table, values)
  } catch (error) {
    if (error instanceof FileRefusal && error.code === 'truncated') return error
    throw error
  }
  return null
}
