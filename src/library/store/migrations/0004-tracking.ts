import type { Step } from './step.ts'

/**
 * Version 4: articles are followed on the web. What is seen there is evidence like any other and lies in `capture` and
 * `revision`; these tables say what is followed, when it is looked at next, and what was done. They can all be changed.
 */
const trackingTables: readonly string[] = [
  `CREATE TABLE feed (
     -- Never given twice: an undo must not meet another feed.
     id            INTEGER PRIMARY KEY AUTOINCREMENT,
     url           TEXT NOT NULL UNIQUE,
     title         TEXT NOT NULL,
     source_id     INTEGER NOT NULL REFERENCES source (id) ON DELETE RESTRICT,
     pace          TEXT NOT NULL,
     -- Milliseconds since 1970; null where it is not looked at.
     next_at       INTEGER,
     last_at       TEXT,
     outcome       TEXT,
     etag          TEXT,
     last_modified TEXT,
     failures      INTEGER NOT NULL DEFAULT 0
   ) STRICT`,
  'CREATE INDEX feed_due ON feed (next_at) WHERE next_at IS NOT NULL',
  'CREATE INDEX feed_source ON feed (source_id)',
  // What feeds and lists named: known again by its key, and waiting until it shows an article.
  `CREATE TABLE entry (
     id        INTEGER PRIMARY KEY,
     key       TEXT NOT NULL UNIQUE,
     url       TEXT NOT NULL,
     title     TEXT,
     published TEXT,
     feed_id   INTEGER REFERENCES feed (id) ON DELETE CASCADE,
     folder    TEXT,
     pace      TEXT NOT NULL,
     next_at   INTEGER,
     tries     INTEGER NOT NULL DEFAULT 0
   ) STRICT`,
  'CREATE INDEX entry_due ON entry (next_at) WHERE next_at IS NOT NULL',
  'CREATE INDEX entry_feed ON entry (feed_id) WHERE feed_id IS NOT NULL',
  `CREATE TABLE tracking (
     article_id    INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
     pace          TEXT NOT NULL,
     reading       TEXT NOT NULL,
     next_at       INTEGER,
     last_at       TEXT,
     -- Of the last complete response that showed the article.
     etag          TEXT,
     last_modified TEXT,
     body_hash     BLOB,
     -- What read the newest text: another one reads it anew first.
     extractor     TEXT,
     -- What the schedule has learnt.
     history       TEXT NOT NULL CHECK (json_type(history) = 'object'),
     -- Parts of the page that change by themselves.
     volatile      TEXT NOT NULL DEFAULT '[]' CHECK (json_type(volatile) = 'array'),
     checks        INTEGER NOT NULL DEFAULT 0,
     refusals      INTEGER NOT NULL DEFAULT 0
   ) STRICT`,
  'CREATE INDEX tracking_due ON tracking (next_at) WHERE next_at IS NOT NULL',
  `CREATE TABLE address (
     -- The address without what differs between twins.
     key        TEXT PRIMARY KEY,
     article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
     url        TEXT NOT NULL,
     at         TEXT NOT NULL
   ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX address_article ON address (article_id)',
  `CREATE TABLE held (
     -- A text that was kept apart and is not compared until the reader says so, or a second look does.
     capture_id INTEGER PRIMARY KEY REFERENCES capture (id) ON DELETE CASCADE,
     article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
     host       TEXT NOT NULL,
     why        TEXT NOT NULL,
     at         TEXT NOT NULL,
     text_hash  BLOB NOT NULL,
     words      INTEGER NOT NULL,
     before     INTEGER NOT NULL
   ) STRICT`,
  'CREATE INDEX held_article ON held (article_id)',
  'CREATE INDEX held_host ON held (host, at)',
  `CREATE TABLE attachment (
     capture_id INTEGER NOT NULL REFERENCES capture (id) ON DELETE CASCADE,
     kind       TEXT NOT NULL,
     hash       BLOB NOT NULL,
     PRIMARY KEY (capture_id, kind)
   ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX attachment_hash ON attachment (hash)',
  `CREATE TABLE host (
     name         TEXT PRIMARY KEY,
     retry_at     TEXT,
     failures     INTEGER NOT NULL,
     robots       TEXT,
     robots_until TEXT,
     -- Since when it cannot be read, where it cannot.
     robots_since TEXT
   ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE activity (
     id       INTEGER PRIMARY KEY AUTOINCREMENT,
     at       TEXT NOT NULL,
     what     TEXT NOT NULL,
     url      TEXT NOT NULL,
     article_id INTEGER REFERENCES article (id) ON DELETE CASCADE,
     feed_id  INTEGER REFERENCES feed (id) ON DELETE CASCADE,
     title    TEXT NOT NULL,
     source   TEXT NOT NULL,
     outcome  TEXT NOT NULL,
     status   INTEGER,
     detail   TEXT NOT NULL,
     version  TEXT,
     added    INTEGER NOT NULL
   ) STRICT`,
  'CREATE INDEX activity_article ON activity (article_id) WHERE article_id IS NOT NULL',
  'CREATE INDEX activity_feed ON activity (feed_id) WHERE feed_id IS NOT NULL',
  'CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID'
]

export function tracking(step: Step): void {
  for (const sql of trackingTables) step.exec(sql)
}
