import { Spool } from '../../store/spool.ts'
import type { ArticlesWriter } from '../export-articles.ts'
import { archive } from './archive.ts'

/** Writes the kept bodies of articles as one WARC 1.1 file, a gzip member a record. */
export const writeWarc: ArticlesWriter = ({ store, articles, now, madeBy, done }) =>
  archive({ store, spool: new Spool(store), articles, now, madeBy, name: 'data.warc.gz', done })
