import { plainText, type History } from './histories.ts'
import { newStore, readingTimes, storeAll, tableSizes } from './ours.ts'
import { brotliEach, deflateChain, fullTexts, gitPack } from './rivals.ts'

/** Bytes for the same histories by different schemes. */
export interface Sizes {
  readonly versions: number
  /** The texts themselves as UTF-8. */
  readonly plain: number
  readonly text: number
  readonly index: number
  readonly fullText: number
  readonly fullIndex: number
  readonly brotli: number
  readonly deflate: number
  readonly git: number
}

/** Stores histories by every scheme; `times` are those of reading two versions from ours, in milliseconds. */
export function measure(histories: readonly History[]): { readonly sizes: Sizes; readonly times: readonly number[] } {
  const texts = histories.flatMap((history) => history.texts)
  const full = fullTexts(histories)
  const { text, index, times } = measureOurs(histories)
  const sizes = {
    versions: texts.length,
    text,
    index,
    fullText: full.text,
    fullIndex: full.index,
    plain: texts.reduce((total, one) => total + Buffer.byteLength(plainText(one)), 0),
    brotli: brotliEach(histories),
    deflate: deflateChain(histories),
    git: gitPack(histories)
  }
  return { sizes, times }
}

/** The index is merged into one segment, as compaction in the background does and as that of the full texts is. */
function measureOurs(histories: readonly History[]) {
  const store = newStore()
  store.pragma('synchronous = OFF')
  storeAll(store, histories)
  const times = readingTimes(store)
  store.exec("INSERT INTO search (search) VALUES ('optimize')")
  const tables = [...tableSizes(store)]
  store.close()
  const sum = (names: RegExp) => tables.reduce((total, [name, size]) => total + (names.test(name) ? size : 0), 0)
  return { text: sum(/^(pack|revision)$/), index: sum(/^(search|block_key)/), times }
}

export const add = (a: Sizes, b: Sizes): Sizes => ({
  versions: a.versions + b.versions,
  plain: a.plain + b.plain,
  text: a.text + b.text,
  index: a.index + b.index,
  fullText: a.fullText + b.fullText,
  fullIndex: a.fullIndex + b.fullIndex,
  brotli: a.brotli + b.brotli,
  deflate: a.deflate + b.deflate,
  git: a.git + b.git
})

export const smaller = ({ text, index, fullText, fullIndex }: Sizes): number => (fullText + fullIndex) / (text + index)
export const againstGit = ({ text, git }: Sizes): number => text / git

const cells = (values: readonly (string | number)[]): string => values.map((one) => String(one).padStart(10)).join('')

const sizeNames = ['plain', 'row each', 'brotli', 'deflate', 'git gc', 'ours', 'its index', 'our index'] as const

export const header = `${' '.repeat(24)}${cells(['versions', ...sizeNames, 'smaller', 'to git'])}`

/** A row of the table: bytes a version, then our two ratios. */
export function line(name: string, sizes: Sizes): string {
  const { versions, plain, fullText, brotli, deflate, git, text, fullIndex, index } = sizes
  const each = [plain, fullText, brotli, deflate, git, text, fullIndex, index].map((size) =>
    Math.round(size / versions)
  )
  const ratios = [smaller(sizes), againstGit(sizes)].map((ratio) => ratio.toFixed(2))
  return name.padEnd(24) + cells([versions, ...each, ...ratios])
}
