import type { Step } from './step.ts'

/**
 * Version 5: what a reader makes of what changed. None of it is evidence, and all of it can be changed: notes, changes that
 * were looked at, rules that fold what the reader calls noise, searches to come back to.
 */
const statements: readonly string[] = [
  `CREATE TABLE note (
     id          INTEGER PRIMARY KEY AUTOINCREMENT,
     article_id  INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
     -- On a version, or on a change by the hash of its edit; on the article where both are null.
     revision_id INTEGER REFERENCES revision (id) ON DELETE CASCADE,
     edit_hash   TEXT,
     text        TEXT NOT NULL,
     created_at  TEXT NOT NULL,
     updated_at  TEXT NOT NULL
   ) STRICT`,
  'CREATE INDEX note_article ON note (article_id)',
  'CREATE INDEX note_revision ON note (revision_id) WHERE revision_id IS NOT NULL',
  `CREATE TABLE review (
     article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
     edit_hash  TEXT NOT NULL,
     at         TEXT NOT NULL,
     PRIMARY KEY (article_id, edit_hash)
   ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE noise_rule (
     id         INTEGER PRIMARY KEY AUTOINCREMENT,
     -- Where it holds: for one article, or for all of a source.
     article_id INTEGER REFERENCES article (id) ON DELETE CASCADE,
     source_id  INTEGER REFERENCES source (id) ON DELETE CASCADE,
     rule       TEXT NOT NULL CHECK (json_type(rule) = 'object'),
     created_at TEXT NOT NULL,
     CHECK ((article_id IS NULL) <> (source_id IS NULL))
   ) STRICT`,
  'CREATE INDEX noise_rule_article ON noise_rule (article_id) WHERE article_id IS NOT NULL',
  'CREATE INDEX noise_rule_source ON noise_rule (source_id) WHERE source_id IS NOT NULL',
  `CREATE TABLE saved_search (
     id         INTEGER PRIMARY KEY AUTOINCREMENT,
     name       TEXT NOT NULL,
     query      TEXT NOT NULL CHECK (json_type(query) = 'object'),
     notify     INTEGER NOT NULL CHECK (notify IN (0, 1)),
     created_at TEXT NOT NULL,
     -- Up to which revision it was looked through for a notice.
     seen       INTEGER NOT NULL
   ) STRICT`
]

export function notes(step: Step): void {
  for (const sql of statements) step.exec(sql)
}
