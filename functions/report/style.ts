/**
 * The style sheet of the report: part of the file, so that it needs nothing else. The colours of the plots are told apart without red
 * and green, and in print by their lightness. On paper every table is open.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f7f4ef; --card: #fff; --ink: #27221d; --muted: #665d53; --line: #e4ddd3; --accent: #1c6b58;
  --warn: #774b00; --warn-soft: #fcf2dc;
  --one: #0b6a94; --two: #63b0d3; --three: #c4620a; --four: #a49a8e; --quiet: #27221d;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #181614; --card: #221f1c; --ink: #eee9e2; --muted: #b3a99c; --line: #3a352f; --accent: #82cfb8;
    --warn: #f0c878; --warn-soft: #392e16;
    --one: #3f9fcb; --two: #a5d6ec; --three: #f0954a; --four: #7d746a; --quiet: #eee9e2;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word;
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
}
main { max-width: 47rem; margin-inline: auto; padding: 2rem 1rem 3.5rem; }
h1, h2, h3 { line-height: 1.25; font-weight: 650; text-wrap: balance; }
h1 { font-size: 1.75rem; margin: 0 0 .3em; letter-spacing: -.01em; }
h2 { font-size: 1.3rem; margin: 0 0 .6em; }
h2 .what { display: block; color: var(--muted); font-size: .9375rem; font-weight: 500; margin-bottom: .2rem; }
p, ul, figure { margin: 0 0 1em; }
a { color: var(--accent); text-underline-offset: .15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.muted, figcaption { color: var(--muted); font-size: .9375rem; }
main > section, .out { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1.25rem; margin-bottom: 1.25rem; }
@media (min-width: 40rem) { main > section, .out { padding: 1.5rem 1.75rem; } h1 { font-size: 2rem; } }
.out { border-left: 5px solid var(--accent); }
.out h2 { font-size: 1.1rem; }
.out ul { margin: 0; padding-left: 1.2em; }
.out > :last-child, main > section > :last-child { margin-bottom: 0; }
.alarm { background: var(--warn-soft); border-left: 4px solid var(--warn); border-radius: 0 10px 10px 0; padding: .7rem 1rem; }
code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .9em; overflow-wrap: anywhere; }
figcaption { margin-bottom: .4rem; }
.plot { display: block; width: 100%; height: auto; font: 13px/1.2 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", Arial, sans-serif; fill: currentColor; }
.plot text { white-space: pre; }
.wide { display: none; }
@media (min-width: 40rem) { .wide { display: block; } .narrow { display: none; } }
details { border-top: 1px solid var(--line); padding-top: .6rem; }
summary { cursor: pointer; font-weight: 600; padding-block: .3rem; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; margin: .6rem 0 1.2rem; font-size: .9375rem; }
caption { text-align: left; font-weight: 600; padding-block: .3rem; }
th, td { padding: .4rem 0 .4rem .9rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; font-variant-numeric: tabular-nums; }
th { font-weight: 600; color: var(--muted); }
:is(th, td):first-child { text-align: left; padding-left: 0; }
tbody th { color: var(--ink); font-weight: 500; overflow-wrap: anywhere; min-width: 6.5rem; }
td { white-space: nowrap; }
@media print {
  :root { color-scheme: light; --paper: #fff; --card: #fff; --ink: #000; --muted: #444; --line: #bbb; --accent: #000; --warn: #000; --warn-soft: #fff;
    --one: #0b6a94; --two: #8cc8e4; --three: #c4620a; --four: #b9b2a9; --quiet: #000; }
  @page { margin: 16mm 14mm; }
  body { font-size: 10.5pt; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main { max-width: none; padding: 0; }
  main > section, .out { border-radius: 0; border: 0; border-top: 1px solid var(--line); padding: 1rem 0 0; }
  .wide { display: block; } .narrow { display: none; }
  figure, .alarm, tr { break-inside: avoid; }
  h2, figcaption, caption { break-after: avoid; }
  summary { display: none; }
  details::details-content { content-visibility: visible; display: block; }
  .scroll { overflow: visible; }
  table { font-size: 8.5pt; }
  th, td { padding-left: .5rem; white-space: normal; hyphens: auto; overflow-wrap: anywhere; }
  tbody th { min-width: 4.5rem; }
}
`;
