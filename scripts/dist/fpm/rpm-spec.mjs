import { readFileSync } from 'node:fs'

const scripts = { 'after-install': '%post', 'before-remove': '%preun', 'after-remove': '%postun' }

/**
 * What rpmbuild is told. No %prep, %build or %install: all is in its place already.
 * @param {import('./arguments.mjs').Said} said
 * @param {string} root
 * @param {readonly import('./tree.mjs').Laid[]} laid
 * @returns {string} the text of a .spec file
 */
export function specOf(said, root, laid) {
  return `${heads(said)}
%global debug_package %{nil}
%global __os_install_post %{nil}
%global _build_id_links none

%description
${plain(said.one.description)}

${scriptlets(said)}
%files
%defattr(-, root, root)
${fileLines(said, root, laid)}
`
}

/** @param {import('./arguments.mjs').Said} said */
function heads({ one, depends }) {
  const fields = {
    Name: one.name,
    Version: one.version,
    Release: one.iteration ?? '1',
    Summary: (one['rpm-summary'] ?? one.description)?.split('\n')[0],
    License: one.license,
    Group: one.category,
    URL: one.url,
    Vendor: one.vendor,
    Packager: one.maintainer,
    AutoReqProv: 'no'
  }
  const given = Object.entries(fields).filter(([, value]) => value)
  const all = [...given, ...depends.map((name) => ['Requires', name])]
  return all.map(([name, value]) => `${name}: ${plain(value)}\n`).join('')
}

/** @param {import('./arguments.mjs').Said} said */
function scriptlets({ one }) {
  const said = Object.entries(scripts).filter(([option]) => one[option])
  return said.map(([option, name]) => `${name}\n${plain(readFileSync(one[option] ?? '', 'utf8'))}\n`).join('')
}

/**
 * Folders that the system has anyway do not belong to the package.
 * @param {import('./arguments.mjs').Said} said
 * @param {string} root
 * @param {readonly import('./tree.mjs').Laid[]} laid
 */
function fileLines({ directories }, root, laid) {
  const lines = laid.flatMap(({ path, isFolder }) => {
    const there = path.slice(root.length)
    if (!isFolder) return [`"${plain(there)}"`]
    return directories.some((one) => `${there}/`.startsWith(`${one}/`)) ? [`%dir "${plain(there)}"`] : []
  })
  return lines.join('\n')
}

/**
 * A text in which rpmbuild finds no macros.
 * @param {string | undefined} text
 */
const plain = (text = '') => text.replaceAll('%', '%%')
