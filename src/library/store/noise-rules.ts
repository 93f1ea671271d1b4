import { noiseRule, type NoiseScope, type StoredNoiseRule } from '../../contract/noise.ts'
import type { NoiseRule } from '../../domain/noise-rule.ts'
import type { Store } from './open.ts'
import { pluck, prepare } from './statement.ts'

interface Raw {
  readonly id: number
  readonly article: number | null
  readonly source: number | null
  readonly rule: string
  readonly of: string
  readonly createdAt: string
}

const query = `
  SELECT n.id, n.article_id AS article, n.source_id AS source, n.rule, n.created_at AS createdAt,
         coalesce(s.name, l.headline, '') AS of
  FROM noise_rule n LEFT JOIN source s ON s.id = n.source_id LEFT JOIN listing l ON l.article_id = n.article_id`

/** The rules that hold for an article: its own and those of its source; all there are where none is named. */
export function rulesFor(store: Store, article: number | null): StoredNoiseRule[] {
  if (article === null) return prepare<[], Raw>(store, `${query} ORDER BY n.id`).all().flatMap(toRule)
  const where = 'n.article_id = ? OR n.source_id = (SELECT source_id FROM article WHERE id = ?)'
  return prepare<[number, number], Raw>(store, `${query} WHERE ${where} ORDER BY n.id`)
    .all(article, article)
    .flatMap(toRule)
}

/** One that this version does not understand folds nothing. */
function toRule({ id, article, source, rule: json, of, createdAt }: Raw): StoredNoiseRule[] {
  const rule = noiseRule.safeParse(JSON.parse(json))
  const scope = scopeOf(article, source)
  return rule.success && scope !== null ? [{ id, rule: rule.data, scope, of, createdAt }] : []
}

function scopeOf(article: number | null, source: number | null): NoiseScope | null {
  if (article !== null) return { kind: 'article', article }
  return source === null ? null : { kind: 'source', source }
}

interface NewRule {
  readonly scope: NoiseScope
  readonly rule: NoiseRule
  readonly at: string
}

export function putRule(store: Store, { scope, rule, at }: NewRule): StoredNoiseRule {
  const [article, source] = scope.kind === 'article' ? [scope.article, null] : [null, scope.source]
  const { lastInsertRowid } = prepare(
    store,
    'INSERT INTO noise_rule (article_id, source_id, rule, created_at) VALUES (?, ?, ?, ?)'
  ).run(article, source, JSON.stringify(rule), at)
  return ruleAt(store, Number(lastInsertRowid))!
}

/** Takes a rule away; answers it, or null where it was gone. */
export function dropRule(store: Store, id: number): StoredNoiseRule | null {
  const rule = ruleAt(store, id)
  prepare(store, 'DELETE FROM noise_rule WHERE id = ?').run(id)
  return rule ?? null
}

function ruleAt(store: Store, id: number): StoredNoiseRule | undefined {
  const raw = prepare<[number], Raw>(store, `${query} WHERE n.id = ?`).get(id)
  return raw === undefined ? undefined : toRule(raw)[0]
}

/** The articles in a scope that are not deleted, the last changed first. */
export function articlesIn(store: Store, scope: NoiseScope): number[] {
  const [column, id] = scope.kind === 'article' ? ['article_id', scope.article] : ['source_id', scope.source]
  const sql = `SELECT article_id FROM listing WHERE ${column} = ? AND deleted_at IS NULL ORDER BY changed_at DESC`
  return pluck<[number], number>(store, sql).all(id)
}
