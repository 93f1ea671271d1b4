/** What a package is called inside, and its version: a reader refuses a higher one by name. */
export const packageFormat = { name: 'palimpsest-package', version: 1 } as const

/**
 * What systems call a package. It is the whole of a package's first file, not deflated, as in an EPUB: so it stands at a fixed
 * place near the beginning, by which a package is known whatever it is called (resources/linux/mime.xml).
 */
export const packageType = 'application/vnd.palimpsest+zip'

/** The files of a package. Those of the first group are a WACZ's (WACZ 1.1.1); the others are our own. */
export const names = {
  archive: 'archive/data.warc.gz',
  index: 'indexes/index.cdxj',
  pages: 'pages/pages.jsonl',
  dataPackage: 'datapackage.json',
  digest: 'datapackage-digest.json',
  manifest: 'palimpsest/package.json',
  script: 'verify.py',
  readme: 'README.txt',
  type: 'mimetype'
} as const

/** The file of the `n`th article, counted from 1. */
export const articleName = (n: number): string => `palimpsest/articles/${n}.jsonl`

/** So many articles at most are in one package: a ZIP is read by its central directory, which lies in memory. */
export const mostArticles = 150_000
