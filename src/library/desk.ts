import type { Answers, Events } from '../contract/contract.ts'
import type { Handlers } from '../contract/door.ts'
import { exportingRequests } from '../contract/exporting.ts'
import { filingRequests } from '../contract/filing.ts'
import { noiseRequests, type StoredNoiseRule } from '../contract/noise.ts'
import type { ArticleExports } from './exchange/export-articles.ts'
import type { Filed } from './filing.ts'
import { markingMany } from './marks.ts'
import type { NoisePreviewer } from './noise.ts'
import type { Outside } from './outside.ts'
import { inSlices } from './slices.ts'
import { articlesIn, dropRule, rulesFor } from './store/noise-rules.ts'
import type { Store } from './store/open.ts'

const deskRequests = { ...filingRequests, ...noiseRequests, ...exportingRequests }

export interface DeskOptions {
  readonly store: Store
  readonly nativeBinding?: string | undefined
  readonly now: () => Date
  readonly canWrite: () => boolean
  readonly tell: <K extends keyof Events>(event: K, payload: Events[K]) => void
  /** What prints; absent where there is no window that could. */
  readonly print: Outside['print'] | undefined
}

type Own = Handlers<typeof deskRequests, Pick<Answers, keyof typeof deskRequests>>

/** What a reader does with what is there: files it, folds its noise, takes it elsewhere. Loaded when first needed. */
export function deskHandlers({ store, nativeBinding, now, tell, canWrite, print }: DeskOptions): Own {
  const filed = ({ back, articles }: Filed) => {
    tell('changed', { articles })
    return back
  }
  const ruled = <R extends StoredNoiseRule | null>(rule: R): R => {
    if (rule !== null) tell('changed', { articles: articlesIn(store, rule.scope) })
    return rule
  }
  let looking: Promise<NoisePreviewer> | undefined
  const previewer = () => (looking ??= noise().then(({ NoisePreviewer }) => new NoisePreviewer(store)))
  let writing: Promise<ArticleExports> | undefined
  const articleExports = () =>
    (writing ??= import('./exchange/export-articles.ts').then(
      ({ ArticleExports }) => new ArticleExports({ store, nativeBinding, now, tell, canWrite })
    ))
  return {
    markMany: async (wanted) => {
      const back = await inSlices(markingMany(store, wanted))
      tell('changed', { articles: [...back.stars, ...back.reads].map(({ article }) => article) })
      return back
    },
    file: async (wanted) => filed((await filing()).file(store, wanted)),
    renameFolder: async ({ folder, to }) => filed((await filing()).renameFolder(store, folder, to)),
    renameSource: async ({ source, name }) => {
      const before = (await filing()).renameSource(store, source, name)
      if (before !== null) tell('changed', { articles: articlesIn(store, { kind: 'source', source }) })
      return before
    },
    previewNoise: async ({ scope, rule }) => (await previewer()).preview(scope, rule),
    cancelNoisePreview: async () => {
      if (looking !== undefined) (await looking).cancel()
      return null
    },
    addNoiseRule: async ({ scope, rule }) => ruled((await noise()).addRule(store, scope, rule, now().toISOString())),
    removeNoiseRule: ({ rule }) => ruled(dropRule(store, rule)),
    noiseRules: ({ article }) => rulesFor(store, article),
    exportPair: async (wanted) =>
      (await exporting()).exportPair(store, wanted, { now: now(), keeps: canWrite(), print }),
    exportArticles: async (wanted) => (await articleExports()).export(wanted),
    stopExport: async () => {
      if (writing !== undefined) (await writing).stop()
      return null
    },
    saveText: async ({ path, text }) => (await exporting()).saveText(path, text)
  }
}

const filing = () => import('./filing.ts')
const noise = () => import('./noise.ts')
const exporting = () => import('./exchange/export.ts')
