import { raw } from 'hono/html';
import { oneLine } from '../wording/plain.ts';
import type { MailDocument } from './blocks.ts';
import { BlockView } from './html-blocks.tsx';
import { Table } from './html-table.tsx';
import { colours, DARK, FOR_WORD, look } from './look.ts';

/** The HTML part of a mail: one column, no images, nothing loaded from anywhere. */
export function renderHtml(mail: MailDocument): string {
  return String(
    <>
      {raw('<!doctype html>')}
      <html lang={mail.language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="supported-color-schemes" content="light dark" />
          <meta name="format-detection" content="telephone=no, date=no, address=no" />
          <title>{oneLine(mail.subject)}</title>
          <style>{raw(DARK)}</style>
          {raw(FOR_WORD)}
        </head>
        <body class="paper" style={look.body}>
          <div style={look.preheader}>{oneLine(mail.preheader)}</div>
          {/* A mail is read inside its reader's own page: this tells a screen reader where it begins, and in what language it is. */}
          {/* biome-ignore lint/a11y/useSemanticElements: some mail programs take an <article> out, and leave a role where it is */}
          <div
            role="article"
            aria-roledescription="email"
            aria-label={oneLine(mail.subject)}
            lang={mail.language}
          >
            <Table class="paper" bgcolor={colours.paper}>
              <tr>
                <td align="center" style={look.frame}>
                  {raw('<!--[if mso]><table role="presentation" width="600"><tr><td><![endif]-->')}
                  <Table style={look.column}>
                    <tr>
                      <td class="muted" style={look.brand}>
                        {oneLine(mail.brand)}
                      </td>
                    </tr>
                    <tr>
                      <td class="card ink" align="left" bgcolor={colours.card} style={look.card}>
                        <h1 class="ink" style={look.title}>
                          {oneLine(mail.title)}
                        </h1>
                        {mail.blocks.map((block) => (
                          <BlockView block={block} />
                        ))}
                      </td>
                    </tr>
                    <tr>
                      <td class="muted" align="left" style={look.footer}>
                        {mail.footer.map((line) => (
                          <div>{oneLine(line)}</div>
                        ))}
                      </td>
                    </tr>
                  </Table>
                  {raw('<!--[if mso]></td></tr></table><![endif]-->')}
                </td>
              </tr>
            </Table>
          </div>
        </body>
      </html>
    </>,
  );
}
