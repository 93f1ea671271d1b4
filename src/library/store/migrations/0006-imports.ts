import type { Step } from './step.ts'

/** Version 6: where imported observations come from: the file, and what they are called in it. No evidence by itself. */
const statements: readonly string[] = [
  `CREATE TABLE import (
     id       INTEGER PRIMARY KEY AUTOINCREMENT,
     at       TEXT NOT NULL,
     name     TEXT NOT NULL,
     format   TEXT NOT NULL,
     -- SHA-256 of the file; null for a folder.
     hash     BLOB,
     -- The zone that was said to hold for times without one.
     zone     TEXT,
     articles INTEGER NOT NULL DEFAULT 0,
     versions INTEGER NOT NULL DEFAULT 0,
     known    INTEGER NOT NULL DEFAULT 0,
     refused  INTEGER NOT NULL DEFAULT 0
   ) STRICT`,
  `CREATE TABLE imported (
     capture_id    INTEGER PRIMARY KEY REFERENCES capture (id) ON DELETE CASCADE,
     import_id     INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
     -- Its key in the file, and its time as the file writes it.
     original_id   TEXT,
     original_time TEXT
   ) STRICT`,
  'CREATE INDEX imported_import ON imported (import_id)'
]

export function imports(step: Step): void {
  for (const sql of statements) step.exec(sql)
}
