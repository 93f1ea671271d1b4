/**
 * How a report looks: the colours and marks of the reader, in light and dark, on screen and on paper. Fonts are named so that
 * browsers on one computer choose the same, in every script; nothing depends on how one of them balances lines.
 */
export const reportStyle = `
:root { color-scheme: light dark; --ink: #17191d; --ink-2: #474c54; --line: #e2e4e7; --paper: #fff; --sunk: #f4f5f6;
  --add: #0b4a94; --add-bg: #e0eefd; --add-line: #1f72d6; --del: #8c3a06; --del-bg: #fdebda; --del-line: #c4590f;
  --mov: #5c2f98;
  --serif-scripts: "Noto Serif", "DejaVu Serif", "Noto Naskh Arabic", "Geeza Pro", "Noto Serif Hebrew", "Arial Hebrew",
    "Noto Serif Devanagari", "Kohinoor Devanagari", "Noto Serif Thai", Thonburi, "Nirmala UI", "Leelawadee UI";
  --sans-scripts: "Noto Sans", "DejaVu Sans", "Noto Sans Arabic", "Geeza Pro", "Noto Sans Hebrew", "Arial Hebrew",
    "Noto Sans Devanagari", "Kohinoor Devanagari", "Noto Sans Thai", Thonburi, "Nirmala UI", "Leelawadee UI";
  --han: "WenQuanYi Micro Hei";
  --serif: Georgia, "Liberation Serif", "Times New Roman", var(--serif-scripts), var(--han), serif;
  --sans: "Segoe UI", "Helvetica Neue", "Liberation Sans", Arial, var(--sans-scripts), var(--han), sans-serif;
  --mono: Menlo, Consolas, "Liberation Mono", "DejaVu Sans Mono", "Courier New", monospace; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e9eb; --ink-2: #b7bbc2; --line: #2a2c31; --paper: #1b1c1f;
  --sunk: #141517; --add: #b3d6ff; --add-bg: #173252; --add-line: #5aa2f5; --del: #f6c199; --del-bg: #422813;
  --del-line: #e58a45; --mov: #d5bdf8; } }
* { box-sizing: border-box; }
:lang(ja) { --han: "Hiragino Mincho ProN", "Yu Mincho", "Noto Serif CJK JP", "Noto Serif JP", "WenQuanYi Micro Hei"; }
:lang(zh) { --han: "Songti SC", SimSun, "Noto Serif CJK SC", "Noto Serif SC", "WenQuanYi Micro Hei"; }
:lang(zh-Hant), :lang(zh-TW), :lang(zh-HK) { --han: "Songti TC", PMingLiU, "Noto Serif CJK TC", "Noto Serif TC"; }
:lang(ko) { --han: AppleMyungjo, Batang, "Noto Serif CJK KR", "Noto Serif KR", "WenQuanYi Micro Hei"; }
body { margin: 0 auto; padding: 40px 24px 64px; max-width: 752px; background: var(--paper); color: var(--ink);
  font: 16px/24px var(--sans); overflow-wrap: anywhere; text-rendering: geometricPrecision; }
h1 { font: 600 32px/40px var(--serif); margin: 4px 0 16px; }
h2 { font-size: 18px; line-height: 24px; margin: 40px 0 12px; padding-block-start: 16px; border-block-start: 1px solid var(--line); }
h3 { font-size: 16px; line-height: 24px; margin: 20px 0 8px; }
h4 { margin: 20px 0 8px; }
p { margin: 0 0 12px; }
.what, small, dt, th, figcaption, .legend { color: var(--ink-2); }
small { font-size: 13px; line-height: 16px; }
.what { margin: 0; font-weight: 600; }
.summary { font-size: 18px; line-height: 28px; margin-block-start: 16px; }
dl { margin: 8px 0; }
dl div { display: grid; grid-template-columns: 176px 1fr; gap: 4px 16px; padding-block: 2px; }
dd { margin: 0; }
ol, ul { padding-inline-start: 24px; margin: 0; }
li { margin-block: 6px; }
article { font: 19px/31px var(--serif); }
article p, article blockquote, article h3, article h4 { margin: 0 0 16px; }
article h3 { font-size: 28px; line-height: 40px; }
article h4 { font-size: 20px; line-height: 31px; }
article blockquote { padding-inline-start: 24px; font-style: italic; }
article small { font: 13px/20px var(--sans); }
:lang(ko) { word-break: keep-all; }
ins { color: var(--add); background: var(--add-bg); text-decoration: underline 2px var(--add-line); text-underline-offset: 4px; }
del { color: var(--del); background: var(--del-bg); text-decoration: line-through 1.5px var(--del-line); }
article del + ins { margin-inline-start: 4px; }
.came, .went, .moved, .left { padding-inline-start: 12px; border-inline-start: 4px solid var(--add-line); }
.went { border-inline-start-style: double; border-inline-start-color: var(--del-line); }
.moved, .left { border-inline-start: 4px dotted var(--mov); }
.left { color: var(--ink-2); }
figure { margin: 0 0 16px; }
figcaption { font-size: 14px; line-height: 20px; }
svg { display: block; width: 100%; height: auto; font: 13px var(--sans); }
svg line { stroke: var(--ink-2); stroke-width: 1.5; }
svg text { fill: var(--ink); }
.seen { fill: var(--add-line); stroke: var(--paper); stroke-width: 1.5; }
.first { fill: var(--paper); stroke: var(--ink); stroke-width: 2; }
.failed { fill: var(--paper); stroke: var(--del-line); stroke-width: 1.5; stroke-dasharray: 3 2; }
table { width: 100%; border-collapse: collapse; font-size: 14px; line-height: 20px; }
th { text-align: start; font-weight: 600; white-space: nowrap; }
td:first-child { width: 34%; }
td, th { padding: 6px 12px 6px 0; border-block-end: 1px solid var(--line); vertical-align: top; }
.number { text-align: end; padding-inline-end: 0; font-variant-numeric: tabular-nums; }
code, pre { font: 13px/20px var(--mono); }
code { line-height: 16px; }
pre { margin: 8px 0; padding: 12px; max-height: 384px; overflow: auto; background: var(--sunk); white-space: pre-wrap; }
summary { padding-block: 8px; font-weight: 600; cursor: pointer; list-style: none; }
summary::before { content: "+"; content: "+" / ""; display: inline-block; width: 20px; line-height: 16px; }
details[open] > summary::before { content: "\\2212"; content: "\\2212" / ""; }
details article { padding-block-start: 8px; }
.version { break-inside: avoid; }
@media (max-width: 576px) { dl div { grid-template-columns: 1fr; gap: 0; } svg text { font-size: 22px; } }
@page { size: A4; margin: 18mm 18mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
@media print {
  :root { color-scheme: light; --ink: #17191d; --ink-2: #474c54; --line: #cfd2d7; --paper: #fff; --add: #0b4a94;
    --add-bg: #e0eefd; --add-line: #1f72d6; --del: #8c3a06; --del-bg: #fdebda; --del-line: #c4590f; --mov: #5c2f98; }
  body { max-width: none; padding: 0; font-size: 11pt; line-height: 16pt; orphans: 3; widows: 3; print-color-adjust: exact;
    -webkit-print-color-adjust: exact; }
  article { font-size: 12pt; line-height: 18pt; }
  code { font-size: 8pt; line-height: 16pt; }
  h1, h2, h3, h4, summary, thead, .legend { break-after: avoid; }
  h1, h2, h3, h4, li, tr, figure, blockquote, dl div { break-inside: avoid; }
  thead { display: table-header-group; }
  .screen, summary::before { display: none; }
  details.whole::details-content { content-visibility: visible; }
}
`
