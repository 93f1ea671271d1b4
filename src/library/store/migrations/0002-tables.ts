/** The lists an article is counted in, for the row of `listing` that a trigger calls NEW or OLD. */
const counted = (row: 'NEW' | 'OLD', sign: '' | '-'): string => {
  const shown = `${row}.deleted_at IS NULL`
  const lists: readonly [name: string, condition: string, amount?: string][] = [
    ["'all'", shown],
    ["'versions'", shown, `${row}.versions`],
    ["'unread'", `${shown} AND ${row}.unread > 0`],
    ["'headline'", `${shown} AND ${row}.headline_changed`],
    ["'silent'", `${shown} AND ${row}.silent`],
    ["'starred'", `${shown} AND ${row}.starred`],
    ["'deleted'", `${row}.deleted_at IS NOT NULL`],
    [`'source:' || ${row}.source_id`, shown],
    [`'source-unread:' || ${row}.source_id`, `${shown} AND ${row}.unread > 0`],
    ["'trashed'", shown, `${row}.trashed`],
    [`'bytes:' || ${row}.source_id`, shown, `${row}.bytes`],
    ["'bytes-deleted'", `${row}.deleted_at IS NOT NULL`, `${row}.bytes`]
  ]
  return lists
    .map(([name, condition, amount]) => `SELECT ${name}, ${sign}${amount ?? 1} WHERE ${condition}`)
    .join('\nUNION ALL ')
}

const count = (row: 'NEW' | 'OLD', sign: '' | '-'): string =>
  `INSERT INTO tally (list, n) SELECT * FROM (${counted(row, sign)}) WHERE true
   ON CONFLICT (list) DO UPDATE SET n = n + excluded.n;`

/** All that the counts depend on. */
const tallied = (row: 'NEW' | 'OLD'): string =>
  ['source_id', 'versions', 'unread', 'headline_changed', 'silent', 'starred', 'deleted_at', 'trashed', 'bytes']
    .map((column) => `${row}.${column}`)
    .join(', ')

/**
 * The tables of version 2. Evidence (source, article, capture, body, pack, revision, record) is never changed once it
 * is written, but for a run of equal observations that grows; `change`, `listing`, `tally`, `block_key` and `search`
 * are derived and can be made anew; `reading`, `deletion`, `trash`, `keep` and the star are the reader's own.
 */
export const evidenceTables: readonly string[] = [
  `CREATE TABLE library (
     id       INTEGER PRIMARY KEY CHECK (id = 1),
     -- How many articles there are, and records all chains have together: what vanished whole is missed.
     articles INTEGER NOT NULL,
     records  INTEGER NOT NULL
   ) STRICT`,
  'INSERT INTO library VALUES (1, 0, 0)',
  `CREATE TABLE source (
     id       INTEGER PRIMARY KEY,
     name     TEXT NOT NULL,
     homepage TEXT,
     folder   TEXT,
     seal     BLOB NOT NULL
   ) STRICT`,
  "CREATE UNIQUE INDEX source_name ON source (name, coalesce(homepage, ''))",
  `CREATE TABLE article (
     id        INTEGER PRIMARY KEY,
     -- The same in every library the article is copied to.
     uid       TEXT NOT NULL UNIQUE,
     -- Null once it was deleted for good: then only its chain is left.
     source_id INTEGER REFERENCES source (id) ON DELETE RESTRICT,
     url       TEXT UNIQUE,
     lang      TEXT,
     dir       TEXT NOT NULL CHECK (dir IN ('ltr', 'rtl')),
     seal      BLOB NOT NULL
   ) STRICT`,
  'CREATE INDEX article_source ON article (source_id)',
  `CREATE TABLE body (
     hash    BLOB PRIMARY KEY,
     size    INTEGER NOT NULL,
     -- The body this one is compressed against.
     base    BLOB REFERENCES body (hash) ON DELETE RESTRICT,
     depth   INTEGER NOT NULL,
     data    BLOB NOT NULL
   ) STRICT`,
  'CREATE INDEX body_base ON body (base) WHERE base IS NOT NULL',
  `CREATE TABLE capture (
     id         INTEGER PRIMARY KEY,
     article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE RESTRICT,
     -- A run of equal observations: the first, the last, and how many.
     first_at   TEXT NOT NULL,
     last_at    TEXT NOT NULL CHECK (last_at >= first_at),
     count      INTEGER NOT NULL CHECK (count > 0),
     outcome    TEXT NOT NULL,
     status     INTEGER,
     error      TEXT,
     -- The name of the file it came from when it was not our own check.
     origin     TEXT,
     -- Null where they are the article's own address.
     url        TEXT,
     final_url  TEXT,
     headers    TEXT,
     -- SHA-256 of the bytes as received; they are in body where they were kept.
     body_hash  BLOB,
     -- Whether they were kept when this was stored: then they must be there.
     body_kept  INTEGER NOT NULL,
     seal       BLOB NOT NULL
   ) STRICT`,
  'CREATE INDEX capture_time ON capture (article_id, first_at, id)',
  "CREATE INDEX capture_showing ON capture (article_id, last_at) WHERE outcome IN ('unchanged', 'not-modified')",
  'CREATE INDEX capture_body ON capture (body_hash) WHERE body_hash IS NOT NULL',
  `CREATE TABLE pack (
     -- The id of its first block; the others follow.
     id         INTEGER PRIMARY KEY,
     count      INTEGER NOT NULL CHECK (count > 0),
     -- The blocks whose text was the dictionary, as stretches of numbers.
     dictionary TEXT NOT NULL,
     depth      INTEGER NOT NULL,
     data       BLOB NOT NULL
   ) STRICT`,
  `CREATE TABLE block_key (
     key      INTEGER NOT NULL,
     block_id INTEGER NOT NULL,
     PRIMARY KEY (key, block_id)
   ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE maker (
     id          INTEGER PRIMARY KEY,
     software    TEXT NOT NULL,
     extractor   TEXT NOT NULL,
     text_format INTEGER NOT NULL,
     UNIQUE (software, extractor, text_format)
   ) STRICT`,
  `CREATE TABLE revision (
     -- Never given twice, so that no window can take a new text for one it read before that was deleted.
     id         INTEGER PRIMARY KEY AUTOINCREMENT,
     article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE RESTRICT,
     number     INTEGER NOT NULL,
     letter     TEXT NOT NULL,
     capture_id INTEGER NOT NULL UNIQUE REFERENCES capture (id) ON DELETE RESTRICT,
     seq        INTEGER NOT NULL,
     blocks     TEXT NOT NULL CHECK (json_type(blocks) = 'array'),
     headline   INTEGER,
     claims     TEXT NOT NULL CHECK (json_type(claims) = 'array'),
     text_hash  BLOB NOT NULL,
     words      INTEGER NOT NULL,
     maker_id   INTEGER NOT NULL REFERENCES maker (id) ON DELETE RESTRICT,
     UNIQUE (article_id, number, letter)
   ) STRICT`,
  `CREATE TABLE record (
     article_id  INTEGER NOT NULL REFERENCES article (id) ON DELETE RESTRICT,
     seq         INTEGER NOT NULL CHECK (seq > 0),
     kind        TEXT NOT NULL CHECK (kind IN ('revision', 'deletion')),
     -- Null once the revision was deleted for good, and for the record of a deletion.
     revision_id INTEGER,
     -- The canonical JSON of a deletion; a revision's is made from its columns.
     json        TEXT,
     hash        BLOB NOT NULL,
     PRIMARY KEY (article_id, seq)
   ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE chain_head (
     article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE RESTRICT,
     -- The last record; 0 and zeros for an article without one.
     seq        INTEGER NOT NULL,
     hash       BLOB NOT NULL,
     -- How many captures the article has, so that one that vanished is missed.
     captures   INTEGER NOT NULL
   ) STRICT`,
  `CREATE TABLE change (
     revision_id      INTEGER PRIMARY KEY REFERENCES revision (id) ON DELETE CASCADE,
     against_id       INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
     words_added      INTEGER NOT NULL,
     words_removed    INTEGER NOT NULL,
     minor            INTEGER NOT NULL,
     headline_changed INTEGER NOT NULL,
     noted            INTEGER NOT NULL,
     silent           INTEGER NOT NULL,
     summary          TEXT NOT NULL,
     edits            TEXT NOT NULL CHECK (json_type(edits) = 'array'),
     -- The version of the rules of comparing that made this.
     rules            INTEGER NOT NULL
   ) STRICT`,
  'CREATE INDEX change_against ON change (against_id)',
  'CREATE INDEX change_rules ON change (rules)',
  `CREATE TABLE reading (
     article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
     -- When the newest version that was read was first seen: a time outlives that version's deletion.
     until      TEXT NOT NULL
   ) STRICT`,
  'CREATE TABLE star (article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE) STRICT',
  `CREATE TABLE deletion (
     -- One act of deleting, which is undone as one. Never used again, so that an old undo cannot meet a new deletion.
     id     INTEGER PRIMARY KEY AUTOINCREMENT,
     at     TEXT NOT NULL,
     reason TEXT NOT NULL CHECK (reason IN ('reader', 'rule'))
   ) STRICT`,
  `CREATE TABLE trash (
     revision_id INTEGER PRIMARY KEY REFERENCES revision (id) ON DELETE CASCADE,
     deletion_id INTEGER NOT NULL REFERENCES deletion (id) ON DELETE RESTRICT
   ) STRICT`,
  'CREATE INDEX trash_deletion ON trash (deletion_id)',
  `CREATE TABLE trash_article (
     article_id  INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
     deletion_id INTEGER NOT NULL REFERENCES deletion (id) ON DELETE RESTRICT
   ) STRICT`,
  'CREATE INDEX trash_article_deletion ON trash_article (deletion_id)',
  `CREATE TABLE tombstone (
     -- The observation that showed a version which was deleted for good: where the gap stands in time.
     capture_id INTEGER PRIMARY KEY REFERENCES capture (id) ON DELETE RESTRICT,
     article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE RESTRICT,
     -- Its place in the chain, its name, and the hash of its text: the same text seen again is no new version.
     seq        INTEGER NOT NULL,
     number     INTEGER NOT NULL,
     letter     TEXT NOT NULL,
     text_hash  BLOB NOT NULL,
     deleted_at TEXT NOT NULL,
     seal       BLOB NOT NULL
   ) STRICT`,
  'CREATE INDEX tombstone_article ON tombstone (article_id, number)',
  `CREATE TABLE keep (
     revision_id INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
     reason      TEXT NOT NULL CHECK (reason IN ('pinned', 'cited', 'exported')),
     PRIMARY KEY (revision_id, reason)
   ) STRICT, WITHOUT ROWID`,
  `CREATE TABLE listing (
     article_id       INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
     source_id        INTEGER NOT NULL,
     folder           TEXT,
     headline         TEXT NOT NULL,
     first_at         TEXT NOT NULL,
     last_at          TEXT NOT NULL,
     outcome          TEXT NOT NULL,
     status           INTEGER,
     -- When the newest revision, and the newest that is more than a minor change, was first seen.
     changed_at       TEXT NOT NULL,
     telling_at       TEXT,
     versions         INTEGER NOT NULL,
     -- Changes newer than the last version read, and those of them that are more than minor.
     unseen           INTEGER NOT NULL,
     unread           INTEGER NOT NULL,
     headline_changed INTEGER NOT NULL,
     silent           INTEGER NOT NULL,
     starred          INTEGER NOT NULL,
     deleted_at       TEXT,
     -- Versions that were deleted by themselves.
     trashed          INTEGER NOT NULL,
     -- What the newest change is called, whether it is minor, when the largest was, and all of them as bars.
     summary          TEXT NOT NULL,
     minor            INTEGER NOT NULL,
     largest_at       TEXT,
     bars             TEXT NOT NULL CHECK (json_type(bars) = 'array'),
     -- What its texts and raw bodies take up in the file.
     bytes            INTEGER NOT NULL DEFAULT 0,
     search_format    INTEGER NOT NULL
   ) STRICT`,
  // The columns after the id are there so that the order of a whole list is read from its index alone.
  'CREATE INDEX listing_all ON listing (changed_at, article_id, deleted_at) WHERE deleted_at IS NULL',
  'CREATE INDEX listing_recent ON listing (telling_at, article_id, deleted_at) WHERE deleted_at IS NULL',
  `CREATE INDEX listing_unread ON listing (changed_at, article_id, deleted_at, unread)
     WHERE deleted_at IS NULL AND unread > 0`,
  `CREATE INDEX listing_headline ON listing (changed_at, article_id, deleted_at, headline_changed)
     WHERE deleted_at IS NULL AND headline_changed = 1`,
  `CREATE INDEX listing_silent ON listing (changed_at, article_id, deleted_at, silent)
     WHERE deleted_at IS NULL AND silent = 1`,
  `CREATE INDEX listing_starred ON listing (changed_at, article_id, deleted_at, starred)
     WHERE deleted_at IS NULL AND starred = 1`,
  'CREATE INDEX listing_source ON listing (source_id, changed_at, article_id, deleted_at) WHERE deleted_at IS NULL',
  `CREATE INDEX listing_folder ON listing (folder, changed_at, article_id, deleted_at)
     WHERE deleted_at IS NULL AND folder IS NOT NULL`,
  'CREATE INDEX listing_deleted ON listing (deleted_at, article_id) WHERE deleted_at IS NOT NULL',
  'CREATE INDEX listing_search ON listing (search_format)',
  'CREATE TABLE tally (list TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID',
  `CREATE TRIGGER listing_added AFTER INSERT ON listing BEGIN ${count('NEW', '')} END`,
  // Most checks find nothing new, and then no count changes.
  `CREATE TRIGGER listing_changed AFTER UPDATE ON listing WHEN (${tallied('OLD')}) IS NOT (${tallied('NEW')})
   BEGIN ${count('OLD', '-')} ${count('NEW', '')} END`,
  `CREATE TRIGGER listing_removed AFTER DELETE ON listing BEGIN ${count('OLD', '-')} END`,
  'CREATE TABLE upkeep (name TEXT PRIMARY KEY, at TEXT NOT NULL, detail TEXT NOT NULL) STRICT, WITHOUT ROWID',
  // The column that most words are in comes first: every occurrence in a later one takes two bytes more.
  `CREATE VIRTUAL TABLE search USING fts5 (
     text, headline, mark, content = '', contentless_delete = 1,
     tokenize = "unicode61 remove_diacritics 0 categories 'L* N* M* Co'")`
]
