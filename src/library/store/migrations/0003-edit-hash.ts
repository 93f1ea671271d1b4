import type { Step } from './step.ts'

/** The hashes among the edits of a change, each once. */
const fill = (row: string): string => `INSERT INTO edit_hash (hash, revision_id)
  SELECT DISTINCT json_extract(value, '$.hash'), ${row}.revision_id FROM json_each(${row}.edits)
  WHERE json_extract(value, '$.hash') IS NOT NULL;`

/**
 * Version 3: where else the same edit was made is found by its hash. The table is an index over the edits that `change`
 * holds, and kept in step with them by triggers; a change that is replaced fires none that says it was deleted.
 */
const statements = [
  `CREATE TABLE edit_hash (
     hash        TEXT NOT NULL,
     revision_id INTEGER NOT NULL,
     PRIMARY KEY (hash, revision_id)
   ) STRICT, WITHOUT ROWID`,
  'CREATE INDEX edit_hash_revision ON edit_hash (revision_id)',
  `CREATE TRIGGER change_added AFTER INSERT ON change BEGIN
     DELETE FROM edit_hash WHERE revision_id = NEW.revision_id; ${fill('NEW')} END`,
  `CREATE TRIGGER change_removed AFTER DELETE ON change BEGIN
     DELETE FROM edit_hash WHERE revision_id = OLD.revision_id; END`
]

export function editHash(step: Step): void {
  for (const sql of statements) step.exec(sql)
}
