#!/usr/bin/env node
// Stands in for 7-Zip where that cannot be downloaded (ELECTRON_BUILDER_7ZIP_PATH): to make a .tar.gz, electron-builder asks it
// for no more than to compress one file, `a … made.tar.gz from.tar`.
import { createReadStream, createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

const [to = '', from = ''] = process.argv.slice(-2)
if (process.argv[2] !== 'a' || !to.endsWith('.gz')) throw new Error('compresses only single files, with gzip')
await pipeline(createReadStream(from), createGzip({ level: 6 }), createWriteStream(to))
