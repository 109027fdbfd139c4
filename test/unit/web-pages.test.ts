import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { STYLE } from '../../functions/web/style.ts';
import { awaiting } from '../support/sample-cases.ts';
import { openPages, type Pages } from '../support/web.ts';

let pages: Pages;
let path: string;
beforeAll(async () => {
  pages = await openPages();
  const found = await pages.store(awaiting('hostile'));
  path = await pages.decidePath(found.id);
});
afterAll(() => pages.close());

describe('every page', () => {
  test('allows nothing but itself: its one sheet by hash, its form to its own origin', async () => {
    const { response, html } = await pages.get(path);
    const hash = createHash('sha256').update(STYLE).digest('base64');
    expect(response.headers.get('content-security-policy')).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
    );
    expect(html).toContain(`<style>${STYLE}</style>`);
    expect(html).not.toMatch(/<script|\son\w+="|\sstyle="|javascript:/i);
  });

  test.each([
    ['a decision page', () => path, 200],
    ['a page that is not there', () => '/nothing', 404],
    ['a link that is not ours', () => '/decide/abc', 404],
    ['the root', () => '/', 404],
  ])('%s is neither kept, indexed, framed, sniffed nor told to others', async (_, where, status) => {
    const { response } = await pages.get(where());
    expect(response.status).toBe(status);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex, nofollow',
      'content-type': 'text/html; charset=UTF-8',
    });
  });

  test('shows what a hostile customer wrote as text', async () => {
    const { html } = await pages.get(path);
    expect(html).toContain('&lt;/td&gt;&lt;/table&gt;&lt;style&gt;*{display:none}&lt;/style&gt;');
    expect(html).not.toMatch(/<img|<b>|href="https:\/\/evil/);
  });
});

describe('what cannot be answered is said kindly', () => {
  test('a page that is not there, in the shop’s language, without details', async () => {
    const { html } = await pages.get('/decide/eyJ.eyJ.abc');
    expect(html).toContain('This page does not exist');
    expect(html.replace(STYLE, '')).not.toMatch(/error|signature|JWS|stack/i);
  });

  test('a form that is far too large', async () => {
    const { status, html } = await pages.post(path, { reason: 'x'.repeat(100_000) });
    expect(status).toBe(413);
    expect(html).toContain('That was too much text');
  });

  test('a failure of ours: a number to name, the cause in the log, nothing of either’s secrets in the other', async () => {
    vi.spyOn(pages.services.cases, 'load').mockRejectedValueOnce(new Error('table on fire'));
    const { status, html, response } = await pages.get(path);
    expect(status).toBe(500);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    const incident = /tell us this number: ([0-9a-f]{8})/.exec(html)?.[1] ?? 'none';
    const logged = pages.logged.join('\n');
    expect(logged).toContain(incident);
    expect(html).not.toContain('table on fire');
    expect(logged).not.toContain(path.split('/').at(-1));
  });
});

describe('colours are readable in both schemes (WCAG 2.2, AA)', () => {
  const [light, dark] = STYLE.split('@media (prefers-color-scheme: dark)').map((part) =>
    Object.fromEntries(
      [...part.matchAll(/--([\w-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
    ),
  );
  const texts = [
    ['ink', 'paper'],
    ['ink', 'card'],
    ['ink', 'quote'],
    ['ink', 'accent-soft'],
    ['ink', 'info-soft'],
    ['ink', 'good-soft'],
    ['ink', 'warn-soft'],
    ['ink', 'bad-soft'],
    ['muted', 'paper'],
    ['muted', 'card'],
    ['muted', 'accent-soft'],
    ['accent', 'card'],
    ['accent', 'paper'],
    ['accent', 'bad-soft'],
    ['accent-ink', 'accent'],
    ['bad', 'card'],
    ['bad', 'accent-soft'],
    ['good', 'good-soft'],
    ['warn', 'warn-soft'],
    ['bad', 'bad-soft'],
    ['info', 'info-soft'],
  ] as const;
  const edges = [
    ['control', 'card'],
    ['control', 'paper'],
    ['accent', 'card'],
    ['accent', 'paper'],
    ['accent', 'accent-soft'],
  ] as const;

  describe.each([
    ['light', light],
    ['dark', dark],
  ])('%s', (_, palette) => {
    test.each(texts)('%s on %s is at least 4.5 to 1', (ink, ground) => {
      expect(contrast(palette?.[ink], palette?.[ground])).toBeGreaterThanOrEqual(4.5);
    });
    test.each(edges)('%s beside %s is at least 3 to 1', (ink, ground) => {
      expect(contrast(palette?.[ink], palette?.[ground])).toBeGreaterThanOrEqual(3);
    });
  });
});

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a = '', b = ''): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((place) => {
    const part = Number.parseInt(colour.slice(place, place + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
