// Run by Electron: an image of every size, drawn by Chromium. Small ones come from a drawing of their own.
import { app, BrowserWindow } from 'electron'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../run/root.mjs'
import { icns, ico } from './containers.mjs'

const folder = join(ROOT, 'resources/icon')
const sizes = [16, 32, 48, 64, 128, 256, 512, 1024]
const smallest = 48 // pixels from which on the full drawing is clear

async function draw() {
  await app.whenReady()
  const window = new BrowserWindow({ show: false })
  await window.loadURL('data:text/html,')
  mkdirSync(join(folder, 'png'), { recursive: true })
  const images = []
  for (const size of sizes) {
    const svg = readFileSync(join(folder, size < smallest ? 'icon-small.svg' : 'icon.svg'), 'utf8')
    /** @type {string} */
    const png = await window.webContents.executeJavaScript(inPage(svg, size))
    const bytes = Buffer.from(png.slice(png.indexOf(',') + 1), 'base64')
    writeFileSync(join(folder, 'png', `${size}x${size}.png`), bytes)
    images.push({ size, png: bytes })
  }
  writeFileSync(join(folder, 'icon.ico'), ico(images))
  writeFileSync(join(folder, 'icon.icns'), icns(images))
  app.quit()
}

/**
 * What the page runs: its last value is the image as a data URL.
 * @param {string} svg
 * @param {number} size
 */
function inPage(svg, size) {
  const sized = svg.replace('<svg ', `<svg width="${size}" height="${size}" `)
  return `(async () => {
    const image = new Image()
    image.src = ${JSON.stringify(`data:image/svg+xml,${encodeURIComponent(sized)}`)}
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = canvas.height = ${size}
    canvas.getContext('2d').drawImage(image, 0, 0, ${size}, ${size})
    return canvas.toDataURL('image/png')
  })()`
}

// Not awaited: the application becomes ready only after this file has been run.
draw().catch((/** @type {unknown} */ error) => {
  console.error(error)
  app.exit(1)
})
