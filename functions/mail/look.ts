/** How mails look. Styles are inline, because some mail readers drop style sheets; the sheet only adds the dark scheme. */
const FONT =
  "font-family:-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue','Noto Sans',Arial,sans-serif;";
const BREAK = 'overflow-wrap:anywhere;word-break:break-word;';

const text = (size: number, line: number, colour: string) =>
  `${FONT}${BREAK}font-size:${size}px;line-height:${line}px;color:${colour};`;

export const colours = {
  paper: '#f7f4ef',
  card: '#ffffff',
  ink: '#27221d',
  muted: '#665d53',
  line: '#e4ddd3',
  accent: '#1c6b58',
  accentInk: '#ffffff',
  soft: '#e6f2ee',
  quote: '#f6f2ec',
  info: '#e8f1f8',
  warn: '#fcf2dc',
} as const;

export const look = {
  body: `margin:0;padding:0;background:${colours.paper};`,
  preheader: 'display:none;max-height:0;overflow:hidden;mso-hide:all;font-size:1px;line-height:1px;',
  frame: 'padding:24px 12px 32px;',
  column: 'max-width:600px;margin:0 auto;',
  brand: `${text(15, 22, colours.muted)}padding:0 8px 12px;font-weight:600;`,
  card: `${text(16, 25, colours.ink)}background:${colours.card};border:1px solid ${colours.line};border-radius:14px;padding:28px 24px 24px;`,
  footer: `${text(13, 20, colours.muted)}padding:16px 8px 0;`,
  title: `${text(24, 31, colours.ink)}margin:0 0 16px;font-weight:650;letter-spacing:-.2px;`,
  heading: `${text(17, 24, colours.ink)}margin:28px 0 10px;font-weight:650;`,
  paragraph: 'margin:0 0 16px;',
  small: `${text(14, 21, colours.muted)}margin:0 0 16px;`,
  table: 'width:100%;border-collapse:collapse;margin:0 0 16px;',
  figure: `padding:16px 18px;background:${colours.soft};border-radius:12px;`,
  figureLabel: `${text(14, 20, colours.muted)}`,
  figureValue: `${text(26, 34, colours.ink)}font-weight:650;`,
  label: `${FONT}font-size:14px;line-height:21px;color:${colours.muted};padding:5px 14px 5px 0;vertical-align:top;text-align:left;font-weight:400;width:28%;overflow-wrap:normal;word-break:normal;`,
  value: `${text(16, 23, colours.ink)}padding:4px 0;vertical-align:top;`,
  source: `${text(13, 19, colours.muted)}`,
  item: `${text(16, 24, colours.ink)}padding:8px 12px 8px 0;vertical-align:top;border-top:1px solid ${colours.line};`,
  number: `${text(16, 24, colours.accent)}padding:8px 10px 8px 0;vertical-align:top;border-top:1px solid ${colours.line};font-weight:650;width:20px;`,
  mark: `${text(16, 24, colours.ink)}padding:8px 0;vertical-align:top;text-align:right;white-space:nowrap;border-top:1px solid ${colours.line};font-weight:650;width:48px;`,
  quote: `${text(16, 25, colours.ink)}padding:12px 16px;background:${colours.quote};border-left:4px solid #857a6e;border-radius:0 10px 10px 0;white-space:pre-wrap;`,
  info: `${text(15, 23, colours.ink)}padding:12px 16px;background:${colours.info};border-left:4px solid #215880;border-radius:0 10px 10px 0;`,
  warn: `${text(15, 23, colours.ink)}padding:12px 16px;background:${colours.warn};border-left:4px solid #774b00;border-radius:0 10px 10px 0;`,
  action: 'width:100%;max-width:340px;border-collapse:separate;margin:4px 0 16px;',
  choices: 'width:100%;border-collapse:separate;margin:0 0 8px;',
  buttonCell: `background:${colours.accent};border-radius:10px;mso-padding-alt:12px 26px;`,
  choiceCell: `border:1px solid ${colours.accent};border-radius:10px;mso-padding-alt:10px 18px;`,
  button: `${FONT}display:block;font-size:16px;line-height:24px;font-weight:650;color:${colours.accentInk};text-decoration:none;padding:12px 20px;border-radius:10px;`,
  choice: `${FONT}display:block;font-size:16px;line-height:24px;font-weight:600;color:${colours.accent};text-decoration:none;padding:10px 18px;`,
  shortcuts: `${FONT}margin:0 0 8px;color:${colours.accent};`,
  shortcut: `display:inline-block;font-size:15px;line-height:22px;font-weight:600;color:${colours.accent};text-decoration:none;padding:10px 14px;margin:0 4px 8px 0;border:1px solid ${colours.accent};border-radius:10px;`,
  quiet: `${text(14, 21, colours.muted)}margin:0 0 12px;`,
  quietLink: `display:inline-block;padding:6px 0;margin:0 14px 0 0;color:${colours.muted};text-decoration:underline;`,
  itemLink: `color:${colours.accent};`,
  link: `${FONT}font-size:16px;line-height:24px;color:${colours.accent};`,
} as const;

/**
 * What Word, by which Outlook shows mails, needs beside the styles: letters that it has, and pixels of the size that everybody else's have.
 */
export const FOR_WORD = `<!--[if mso]><xml><o:OfficeDocumentSettings xmlns:o="urn:schemas-microsoft-com:office:office"><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><style type="text/css">body,table,td,th,div,p,a,h1,h2{font-family:'Segoe UI',Arial,sans-serif !important;}</style><![endif]-->`;

/** The dark scheme, by the class each part carries. */
export const DARK = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .paper { background: #181614 !important; }
  .card { background: #221f1c !important; }
  .card, .line { border-color: #3a352f !important; }
  .ink { color: #eee9e2 !important; }
  .muted { color: #b3a99c !important; }
  .soft { background: #1d3830 !important; }
  .quote { background: #2b2723 !important; border-color: #91877b !important; }
  .info { background: #1c3245 !important; border-color: #a2ccec !important; }
  .warn { background: #392e16 !important; border-color: #f0c878 !important; }
  .accent { color: #82cfb8 !important; border-color: #82cfb8 !important; }
  .accent.line { border-color: #3a352f !important; }
  .button { background: #82cfb8 !important; color: #0e2820 !important; }
}
@media (max-width: 480px) {
  .card { padding: 22px 18px 18px !important; }
}
`;
