import type {
  Deleted,
  KeepingAnswers,
  keepingRequests,
  Restored,
  RetentionResult,
  SourcedRule,
  Storage
} from '../contract/keeping.ts'
import type { Handlers } from '../contract/door.ts'
import { compacting } from './compact.ts'
import { findRevision } from './content.ts'
import { emptying } from './purge.ts'
import type { KeepingOptions } from './keeping-tasks.ts'
import { rulingOver } from './retention.ts'
import { inSlices } from './slices.ts'
import { fileBytes, logBytes, pagesOf } from './store/compact.ts'
import { putKeep, removeKeep } from './store/keeps.ts'
import { tallyOf } from './store/listing.ts'
import type { Store } from './store/open.ts'
import { articleSizes, searchBytes, sourceSizes } from './store/sizes.ts'
import { deletionOf, type Act } from './store/trash.ts'
import {
  deleting,
  doomedArticles,
  doomedRevisions,
  recentlyDeleted,
  restoreRevision,
  restoring,
  waiting,
  type Doomed
} from './trash.ts'

/** Deleting, undoing it, deleting for good, pins, the rule, and the size of things. */
export function keepingHandlers(
  options: KeepingOptions
): Handlers<typeof keepingRequests, KeepingAnswers & Record<string, unknown>> {
  const { store, now } = options
  return {
    deleteArticles: ({ articles }) => remove(options, doomedArticles(store, articles), 'reader'),
    deleteRevisions: ({ revisions }) => remove(options, doomedRevisions(store, revisions), 'reader'),
    restore: async ({ deletion, article }) => told(options, await inSlices(restoring(store, deletion, article))),
    restoreArticle: async ({ article }) => {
      const deletion = deletionOf(store, article)
      const none: Restored = { articles: [], versions: 0 }
      return deletion === undefined ? none : told(options, await inSlices(restoring(store, deletion, article)))
    },
    restoreRevision: ({ revision }) => told(options, restoreRevision(store, revision)),
    recentlyDeleted: () => recentlyDeleted(store),
    emptyDeleted: async () => {
      const { touched, ...purged } = await inSlices(emptying(store, now()))
      options.tell('changed', { articles: touched })
      await inSlices(compacting(store, now()))
      return purged
    },
    keep: ({ revision, reason, kept }) => {
      const { article } = findRevision(store, revision)
      if (kept) putKeep(store, revision, reason)
      else removeKeep(store, revision, reason)
      options.tell('changed', { articles: [article] })
      return null
    },
    previewRetention: async ({ rule }) => (await inSlices(rulingOver(store, rule, now()))).preview,
    applyRetention: ({ rule, digest }) => applyRule(options, rule, digest),
    storage: () => storage(store),
    articleSizes: ({ source }) => articleSizes(store, source, 1000),
    compact: () => inSlices(compacting(store, now()))
  }
}

async function remove(
  { store, now, tell }: KeepingOptions,
  doomed: readonly Doomed[],
  reason: Act['reason']
): Promise<Deleted | null> {
  const deleted = await inSlices(deleting(store, doomed, { at: now().toISOString(), reason }))
  if (deleted !== null) tell('changed', { articles: doomed.map(({ article }) => article) })
  return deleted
}

function told({ tell }: KeepingOptions, restored: Restored): Restored {
  if (restored.articles.length > 0) tell('changed', { articles: restored.articles })
  return restored
}

async function applyRule(options: KeepingOptions, rule: SourcedRule, digest: string): Promise<RetentionResult> {
  const { preview, doomed } = await inSlices(rulingOver(options.store, rule, options.now()))
  if (preview.digest !== digest) return { state: 'changed', preview }
  return { state: 'applied', deleted: await remove(options, doomed, 'rule') }
}

async function storage(store: Store): Promise<Storage> {
  return {
    path: store.name,
    bytes: fileBytes(store),
    log: logBytes(store),
    free: pagesOf(store).free,
    search: await inSlices(searchBytes(store)),
    sources: sourceSizes(store),
    deleted: { ...waiting(store), bytes: tallyOf(store, 'bytes-deleted') }
  }
}
