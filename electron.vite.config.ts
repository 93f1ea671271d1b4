import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'
import { writeGuide } from './scripts/guide/pages.mjs'

// Syntax is lowered to what the oldest runtime we develop on understands (Electron 33: Node 20.18, Chrome 130);
// electron-vite would otherwise take the targets of the electron package in node_modules.
const node = 'node20.18'

/** Where this build asks for new versions (docs/technotes/updates.md); nowhere where nothing is given. */
const updates = process.env['PALIMPSEST_UPDATES'] ?? ''

export default defineConfig({
  main: {
    // The user guide is part of the application, as pages that need no network.
    plugins: [{ name: 'guide', closeBundle: () => writeGuide(import.meta.dirname, resolve('out/guide')) }],
    define: { builtUpdates: JSON.stringify(updates) },
    build: {
      target: node,
      minify: true,
      externalizeDeps: { include: ['@bokuweb/zstd-wasm', 'better-sqlite3', 'piscina'] },
      rollupOptions: {
        input: {
          start: resolve('src/main/start.ts'),
          index: resolve('src/main/index.ts'),
          cli: resolve('src/cli/palimpsest.ts'),
          'backup-worker': resolve('src/library/backup-worker.ts'),
          'page-worker': resolve('src/library/watch/page-worker.ts'),
          'library-process': resolve('src/main/library-process.ts')
        }
      }
    }
  },
  preload: {
    build: {
      target: node,
      minify: true,
      externalizeDeps: false,
      rollupOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } }
    }
  },
  renderer: {
    plugins: [react()],
    build: {
      target: 'chrome130',
      minify: true,
      modulePreload: { polyfill: false },
      // What the first frame needs is one file: as sixty it took a tenth of a second to ask for.
      rollupOptions: {
        output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } },
        // The window takes constants and types of the contract, never its schemas: unused, they are left out.
        treeshake: { manualPureFunctions: ['z'] }
      }
    }
  }
})
