/** How a report looks: the colours and marks of the reader, in light and dark, on screen and on paper. */
export const reportStyle = `
:root { color-scheme: light dark; --ink: #17191d; --ink-2: #474c54; --line: #e2e4e7; --paper: #fff;
  --add: #0b4a94; --add-bg: #e0eefd; --add-line: #1f72d6; --del: #8c3a06; --del-bg: #fdebda; --del-line: #c4590f;
  --mov: #5c2f98; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e9eb; --ink-2: #b7bbc2; --line: #2a2c31; --paper: #1b1c1f;
  --add: #b3d6ff; --add-bg: #173252; --add-line: #5aa2f5; --del: #f6c199; --del-bg: #422813; --del-line: #e58a45;
  --mov: #d5bdf8; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 46rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font: 650 2rem/1.2 Georgia, serif; margin: .25rem 0 1rem; text-wrap: balance; }
h2 { font-size: 1.0625rem; margin: 2.5rem 0 .75rem; padding-block-start: 1rem; border-block-start: 1px solid var(--line); }
h3, h4 { margin: 1.25rem 0 .5rem; }
.what, small, dt, .legend { color: var(--ink-2); }
.what { margin: 0; font-weight: 600; }
.summary { font-size: 1.125rem; }
dl { margin: .5rem 0; }
dl div { display: grid; grid-template-columns: 11rem 1fr; gap: .25rem 1rem; padding-block: .125rem; }
dd { margin: 0; }
ol, ul { padding-inline-start: 1.5rem; }
li { margin-block: .375rem; }
article { font: 1.1875rem/1.62 Georgia, serif; }
article h3 { font-size: 1.75rem; line-height: 1.2; }
ins { color: var(--add); background: var(--add-bg); text-decoration: underline 2px var(--add-line); text-underline-offset: .25em; }
del { color: var(--del); background: var(--del-bg); text-decoration: line-through 1.5px var(--del-line); }
.came, .went, .moved, .left { padding-inline-start: .75rem; border-inline-start: 4px solid var(--add-line); }
.went { border-inline-start-style: double; border-inline-start-color: var(--del-line); }
.moved, .left { border-inline-start: 4px dotted var(--mov); }
.left { color: var(--ink-2); }
code { font: .8125rem/1.5 ui-monospace, monospace; }
.version { break-inside: avoid; }
@media (max-width: 36rem) { dl div { grid-template-columns: 1fr; } }
@media print { body { max-width: none; padding: 0; } }
`
