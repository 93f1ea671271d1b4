#!/usr/bin/env node
// Stands in for fpm when electron-builder makes a .deb or .rpm where fpm cannot be downloaded (CUSTOM_FPM_PATH): what fpm
// does is little more than to call dpkg-deb or rpmbuild. Understands just what electron-builder says to fpm.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { understand } from './fpm/arguments.mjs'
import { makeDeb } from './fpm/deb.mjs'
import { makeRpm } from './fpm/rpm.mjs'
import { layOut } from './fpm/tree.mjs'

const said = understand(process.argv.slice(2))
const make = { deb: makeDeb, rpm: makeRpm }[said.one.t ?? '']
if (said.one.s !== 'dir' || make === undefined) throw new Error('makes only .deb and .rpm packages, from folders')
const root = mkdtempSync(join(tmpdir(), 'package-'))
try {
  make(said, root, layOut(said.sources, root))
} finally {
  rmSync(root, { recursive: true, force: true })
}
