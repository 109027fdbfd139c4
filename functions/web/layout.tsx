import type { Child } from 'hono/jsx';
import type { Language } from '../domain/language.ts';
import { pageCatalogue } from './catalogue/index.ts';
import { Document } from './document.tsx';
import { STYLE } from './style.ts';

interface PageProps {
  language: Language;
  title: string;
  /** `wide` is for the desk's tables; everything else is read best at `narrow`. */
  width?: 'narrow' | 'wide';
  /** Whose page this is, shown above it. */
  brand?: string;
  /** Links beside the brand. */
  nav?: Child;
  children?: Child;
}

/** The whole HTML document around a page: self-contained, light and dark, no scripts. */
export function Page({ language, title, width = 'narrow', brand, nav, children }: PageProps) {
  return (
    <Document language={language} title={title} style={STYLE}>
      <body class={width}>
        <a class="skip" href="#content">
          {pageCatalogue[language].skip}
        </a>
        {(brand || nav) && (
          <header class="bar">
            <div>
              <span class="brand">{brand}</span>
              {nav && <nav>{nav}</nav>}
            </div>
          </header>
        )}
        <main id="content" tabindex={-1}>
          {children}
        </main>
      </body>
    </Document>
  );
}
