// Loaded into the app's main process by the tests alone. A debugger that attaches to a window while its first page is
// on the way (as Playwright does) can wait for that page for ever: give it a blank one to attach to first.
// It also keeps the processes that main starts, so that a test can speak in the place of the library.
const { app, utilityProcess } = require('electron')

// The app is to see the command line a user would have typed.
process.argv.splice(process.argv.indexOf('-r'), 2)

app.on('browser-window-created', (_event, window) => {
  const load = window.loadURL.bind(window)
  window.loadURL = async (url, options) => {
    await load('about:blank')
    return load(url, options)
  }
})

const fork = utilityProcess.fork.bind(utilityProcess)
globalThis.startedProcesses = []
utilityProcess.fork = (...args) => {
  const started = fork(...args)
  globalThis.startedProcesses.push(started)
  return started
}
