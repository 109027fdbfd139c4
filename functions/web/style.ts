/**
 * The one style sheet of every page. It is part of the page, so a page needs nothing but itself, and it is constant, so
 * the content security policy can allow it by its hash. Classes: card, facts, list, table, stack (a table whose rows become
 * blocks on a phone), chips, mail-view, badge, notice, field, choice, button, quote, muted; tones: good, warn, bad, info.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f7f4ef; --card: #ffffff; --ink: #27221d; --muted: #665d53; --line: #e4ddd3; --control: #857a6e;
  --accent: #1c6b58; --accent-ink: #ffffff; --accent-soft: #e6f2ee; --quote: #f6f2ec;
  --good: #1d6443; --good-soft: #e5f3ea; --warn: #774b00; --warn-soft: #fcf2dc;
  --bad: #99291f; --bad-soft: #fcecea; --info: #215880; --info-soft: #e8f1f8;
  --shadow: 0 1px 2px rgb(60 45 30 / .06), 0 6px 24px rgb(60 45 30 / .05);
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #181614; --card: #221f1c; --ink: #eee9e2; --muted: #b3a99c; --line: #3a352f; --control: #91877b;
    --accent: #82cfb8; --accent-ink: #0e2820; --accent-soft: #1d3830; --quote: #2b2723;
    --good: #8fd6ab; --good-soft: #1b3526; --warn: #f0c878; --warn-soft: #392e16;
    --bad: #f4aaa0; --bad-soft: #41231f; --info: #a2ccec; --info-soft: #1c3245;
    --shadow: none;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3 { line-height: 1.25; margin: 0 0 .6em; font-weight: 650; text-wrap: balance; }
h1 { font-size: 1.6rem; letter-spacing: -.01em; }
h2 { font-size: 1.2rem; }
h3 { font-size: 1.0625rem; }
.card > :is(h2, h3):not(:first-child) { margin-top: 1.5em; }
p, ul, ol, dl, blockquote, table, fieldset { margin: 0 0 1em; }
:where(.card, .notice, .field, .quote, blockquote, fieldset, li, dd) > :last-child { margin-bottom: 0; }
a { color: var(--accent); text-underline-offset: .15em; }
code, pre, .mono { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .9em; }
pre { white-space: pre-wrap; margin: 0 0 1em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
main:focus { outline: none; }
.skip { position: absolute; left: -999em; top: .5rem; padding: .5rem 1rem; background: var(--card); border-radius: 8px; z-index: 1; }
.skip:focus { left: .5rem; }
.bar { border-bottom: 1px solid var(--line); background: var(--card); }
.bar > div, main {
  width: 100%; max-width: 42rem; margin-inline: auto; padding-inline: max(1rem, env(safe-area-inset-left));
}
.wide .bar > div, .wide main { max-width: 76rem; }
.measure { max-width: 42rem; }
.bar > div { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; padding-block: .75rem; }
.brand { font-weight: 650; margin-right: auto; }
.bar nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
.bar nav a { color: var(--ink); text-decoration: none; padding-block: .2rem; border-bottom: 2px solid transparent; }
.bar nav a:hover { border-color: var(--line); }
.bar nav a[aria-current] { border-color: var(--accent); font-weight: 600; }
main { padding-block: 1.75rem 3.5rem; }
main > h1 { margin-block: 0 .35em; }
main > h1 + :is(.card, .notice) { margin-top: 1.25rem; }
.lead { font-size: 1.125rem; margin-bottom: 1.25em; }
.eyebrow { color: var(--muted); font-size: .9375rem; margin: 0 0 .25rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1.25rem; margin-bottom: 1.25rem; box-shadow: var(--shadow); }
@media (min-width: 40rem) { .card { padding: 1.5rem 1.75rem; } h1 { font-size: 1.85rem; } main { padding-block-start: 2.5rem; } }
.columns { display: grid; gap: 0 1.25rem; align-items: start; }
@media (min-width: 62rem) { .columns { grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); } }
.muted { color: var(--muted); }
.small { font-size: .9375rem; }
.facts { display: grid; grid-template-columns: minmax(min-content, 5.75rem) minmax(0, 1fr); gap: .5rem .9rem; }
.facts dt { color: var(--muted); font-size: .9375rem; padding-top: .1rem; overflow-wrap: normal; }
.facts dd { margin: 0; min-width: 0; }
.facts .source { display: block; color: var(--muted); font-size: .875rem; }
@media (min-width: 34rem) {
  .facts { grid-template-columns: minmax(8.5rem, 11rem) minmax(0, 1fr); gap: .6rem 1.25rem; }
}
.list { list-style: none; padding: 0; }
.list > li { padding-block: .7rem; border-top: 1px solid var(--line); }
.list > li:first-child { border-top: 0; padding-top: 0; }
.list > li:last-child { padding-bottom: 0; }
.split { display: flex; gap: .25rem 1rem; justify-content: space-between; align-items: baseline; }
.split > :first-child { min-width: 0; }
.weight { flex: none; font-variant-numeric: tabular-nums; font-weight: 600; white-space: nowrap; }
.quote, blockquote { margin-inline: 0; padding: .8rem 1rem; background: var(--quote); border-left: 4px solid var(--control); border-radius: 0 10px 10px 0; white-space: pre-wrap; }
.badge { display: inline-block; padding: .1em .65em; border-radius: 99px; font-size: .875rem; font-weight: 600; background: var(--quote); color: var(--ink); white-space: nowrap; }
.notice { border-radius: 12px; padding: 1rem 1.15rem; margin-bottom: 1.25rem; background: var(--info-soft); color: var(--ink); border-left: 4px solid var(--info); }
.notice h2 { font-size: 1.0625rem; margin-bottom: .35em; }
.notice.good { background: var(--good-soft); border-color: var(--good); }
.notice.warn { background: var(--warn-soft); border-color: var(--warn); }
.notice.bad { background: var(--bad-soft); border-color: var(--bad); }
.badge.good { background: var(--good-soft); color: var(--good); }
.badge.warn { background: var(--warn-soft); color: var(--warn); }
.badge.bad { background: var(--bad-soft); color: var(--bad); }
.badge.info { background: var(--info-soft); color: var(--info); }
.scroll { overflow-x: auto; margin-bottom: 1.25rem; }
.card > .scroll:last-child { margin-bottom: 0; }
.table { width: 100%; border-collapse: collapse; font-size: 1rem; margin: 0; }
.table th { text-align: left; font-size: .9375rem; font-weight: 600; color: var(--muted); white-space: nowrap; }
.table th, .table td { padding: .6rem .9rem .6rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
.table tr:last-child td { border-bottom: 0; }
.table .number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.table td { overflow-wrap: break-word; }
.table td > :last-child { margin-bottom: 0; }
.table :is(.mono, time) { white-space: nowrap; }
@media (max-width: 62rem) {
  .stack, .stack tbody, .stack tr, .stack td { display: block; }
  .stack thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .stack tr { padding-block: .8rem; border-bottom: 1px solid var(--line); }
  .stack tr:first-child { padding-top: 0; }
  .stack tr:last-child { padding-bottom: 0; border-bottom: 0; }
  .table.stack td { border: 0; padding: .1rem 0; text-align: left; overflow-wrap: anywhere; white-space: normal; }
  .stack td:empty { display: none; }
  .stack td[data-label]::before { content: attr(data-label) ": "; color: var(--muted); font-size: .9375rem; }
}
.chips { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0; }
.chips a { display: inline-block; padding: .25rem .85rem; border: 1px solid var(--control); border-radius: 99px; background: var(--card); color: var(--ink); text-decoration: none; }
.chips a[aria-current] { border-color: var(--accent); background: var(--accent-soft); font-weight: 600; }
.mail-view { display: block; width: 100%; height: min(80vh, 56rem); border: 1px solid var(--line); border-radius: 10px; background: #fff; }
fieldset { border: 0; padding: 0; min-width: 0; }
legend { font-weight: 650; font-size: 1.2rem; padding: 0; margin-bottom: .6rem; }
.field { margin-bottom: 1.25rem; }
.field > label:not(.tick), .label { display: block; font-weight: 600; margin-bottom: .25rem; }
.hint { display: block; color: var(--muted); font-size: .9375rem; font-weight: 400; margin-bottom: .4rem; }
.error { display: block; color: var(--bad); font-weight: 600; margin-bottom: .4rem; }
input:not([type=radio], [type=checkbox], [type=hidden]), select, textarea {
  width: 100%; font: inherit; color: var(--ink); background: var(--card); border: 1px solid var(--control); border-radius: 9px; padding: .6rem .75rem; min-height: 2.9rem;
}
textarea { min-height: 8rem; resize: vertical; line-height: 1.5; }
[aria-invalid=true] { border: 2px solid var(--bad) !important; }
input.short { max-width: 14rem; }
input[type=radio], input[type=checkbox] { width: 1.35rem; height: 1.35rem; margin: .13rem 0 0; accent-color: var(--accent); flex: none; }
.choice { border: 1px solid var(--control); border-radius: 11px; padding: .85rem 1rem; margin-bottom: .6rem; background: var(--card); }
.choice:has(> label > input:checked) { border-color: var(--accent); background: var(--accent-soft); box-shadow: inset 0 0 0 1px var(--accent); }
.choice > label, .tick { display: flex; gap: .8rem; align-items: flex-start; font-weight: 600; cursor: pointer; }
.choice > label > span > .hint { margin: .1rem 0 0; }
.choice > .field { margin: .8rem 0 0 2.15rem; }
@media (max-width: 30rem) { .choice > .field { margin-left: 0; } }
.choice:has(> label > input:not(:checked)) > .field, form:has(#declined:checked) > .note, form:has(#alternative:checked, #declined:checked) > .way,
form:has(#ask:checked, #hand-over:checked, #conflict:checked, #away:checked) > :is(.way, .against, .note, .internal) { display: none; }
fieldset > fieldset > legend { font-size: 1.0625rem; color: var(--muted); margin-bottom: .5rem; }
fieldset > fieldset + fieldset { margin-top: 1.75rem; }
.letter { border: 1px solid var(--line); border-radius: 11px; padding: 1rem 1.15rem; margin-bottom: 1rem; }
h4 { margin: 0 0 .4em; line-height: 1.3; font-size: 1rem; }
:not(h2) + h4 { margin-top: 1.1em; }
form:has(#approved:checked, #part-approved:checked) > .unless-approved, form:has(#alternative:checked) > .unless-alternative,
form:has(#declined:checked) > .unless-declined { display: none; }
.figure { background: var(--accent-soft); border-radius: 12px; padding: .9rem 1.1rem; }
.figure > * { display: block; }
.figure > strong { font-size: 1.65rem; line-height: 1.3; }
.after { margin: .8rem 0 0; }
.list .source { display: block; color: var(--muted); font-size: .875rem; }
.photo { display: block; max-width: 100%; max-height: 24rem; height: auto; border-radius: 10px; margin-bottom: .5rem; background: var(--quote); }
.button { display: inline-block; font: inherit; font-weight: 650; text-align: center; text-decoration: none; cursor: pointer; color: var(--accent-ink); background: var(--accent); border: 1px solid var(--accent); border-radius: 10px; padding: .7rem 1.4rem; min-height: 2.9rem; }
.buttons { display: flex; flex-wrap: wrap; gap: .75rem; }
.button:hover { filter: brightness(1.08); }
.button.quiet { background: transparent; color: var(--accent); }
@media (max-width: 30rem) { form > .button, form > .buttons > .button { width: 100%; } }
@media (forced-colors: active) { .button, .badge, .notice { border: 1px solid; } }
@media print { .bar, .skip, form { display: none; } body { background: none; } }
`;
