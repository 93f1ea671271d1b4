// The configuration that people's installers are made with, around a hull in the shape of Electron (hulls.ts).
const config = require('../../electron-builder.config.cjs')

module.exports = {
  ...config,
  electronDist: process.env['PALIMPSEST_HULL'],
  electronVersion: '45.4.1',
  directories: { ...config.directories, output: process.env['PALIMPSEST_HULL_OUTPUT'] },
  // For the stand-in alone.
  afterPack: undefined,
  // Signing anew after the fuses were set is done by a program of macOS.
  electronFuses: { ...config.electronFuses, resetAdHocDarwinSignature: false }
}
