import type { Migration } from './step.ts'

const tables = `
CREATE TABLE source (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL,
  homepage TEXT,
  folder   TEXT
) STRICT;
CREATE UNIQUE INDEX source_name ON source (name, coalesce(homepage, ''));

CREATE TABLE article (
  id        INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES source (id) ON DELETE RESTRICT,
  url       TEXT UNIQUE,
  lang      TEXT,
  dir       TEXT NOT NULL CHECK (dir IN ('ltr', 'rtl'))
) STRICT;
CREATE INDEX article_source ON article (source_id);

CREATE TABLE capture (
  id         INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  first_at   TEXT NOT NULL,
  last_at    TEXT NOT NULL CHECK (last_at >= first_at),
  count      INTEGER NOT NULL CHECK (count > 0),
  outcome    TEXT NOT NULL,
  status     INTEGER,
  error      TEXT,
  -- Where the observation came from when it was not our own check: the name of the file, and its hash.
  origin     TEXT,
  body_hash  BLOB
) STRICT;
CREATE INDEX capture_time ON capture (article_id, first_at, id);

CREATE TABLE block (
  id         INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  hash       BLOB NOT NULL,
  kind       TEXT NOT NULL,
  text       TEXT NOT NULL,
  links      TEXT,
  src        TEXT,
  UNIQUE (article_id, hash)
) STRICT;
CREATE INDEX block_hash ON block (hash);

CREATE TABLE revision (
  id          INTEGER PRIMARY KEY,
  article_id  INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  number      INTEGER NOT NULL CHECK (number > 0),
  capture_id  INTEGER NOT NULL UNIQUE REFERENCES capture (id) ON DELETE RESTRICT,
  blocks      TEXT NOT NULL CHECK (json_type(blocks) = 'array'),
  headline_id INTEGER REFERENCES block (id),
  claims      TEXT NOT NULL CHECK (json_type(claims) = 'array'),
  text_hash   BLOB NOT NULL,
  text_format INTEGER NOT NULL,
  words       INTEGER NOT NULL,
  UNIQUE (article_id, number)
) STRICT;
CREATE INDEX revision_text ON revision (article_id, text_hash);

CREATE TABLE change (
  revision_id      INTEGER PRIMARY KEY REFERENCES revision (id) ON DELETE CASCADE,
  against_id       INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
  words_added      INTEGER NOT NULL,
  words_removed    INTEGER NOT NULL,
  minor            INTEGER NOT NULL,
  headline_changed INTEGER NOT NULL,
  noted            INTEGER NOT NULL,
  summary          TEXT NOT NULL
) STRICT;

CREATE TABLE reading (
  article_id  INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  revision_id INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE
) STRICT;
`

/**
 * The first tables. Immutable content (capture, block, revision) is apart from what is derived from it (`change`) and
 * from the reader's own state (`reading`). Blocks are content-addressed per article; a revision is a list of their ids,
 * in which an id may occur twice. Times are ISO 8601 UTC text, which sorts as time does.
 */
export const first: Migration = (step) => {
  for (const statement of tables.split(/;\n/)) if (statement.trim() !== '') step.exec(statement)
}
