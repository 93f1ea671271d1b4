// An application of one window without any defence but Chromium's own: what a watcher of hostile pages has to see something in.
const { app, BrowserWindow, session } = require('electron')
const path = require('node:path')

app.setPath('userData', path.join(app.getPath('home'), '.config/bare'))
app.on('ready', () => {
  // Electron would ask where to save.
  session.defaultSession.on('will-download', (_event, item) =>
    item.setSavePath(path.join(app.getPath('home'), 'Downloads', item.getFilename()))
  )
  void new BrowserWindow().loadURL('http://pages.example/start')
})
