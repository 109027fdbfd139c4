import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import type { Language } from '../domain/language.ts';

/** An HTML document that loads nothing and runs nothing: its head, with its style inside, around a body. */
export function Document(props: { language: Language; title: string; style: string; children?: Child }) {
  const { language, title, style, children } = props;
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={language}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <meta name="robots" content="noindex, nofollow" />
          <title>{title}</title>
          <link rel="icon" href="data:," />
          <style>{raw(style)}</style>
        </head>
        {children}
      </html>
    </>
  );
}
