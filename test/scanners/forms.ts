/** The forms of a page as a program without a browser reads them: fields with what they hold, and the choices they offer. */
export interface Form {
  action: string;
  fields: Field[];
  buttons: Array<{ name: string; value: string }>;
}

export interface Field {
  kind: 'hidden' | 'text' | 'radio' | 'checkbox' | 'select';
  /** The type of an input: email, date, text. */
  type: string;
  name: string;
  value: string;
  /** Whether it is sent as the page stands. */
  isOn: boolean;
  options: string[];
}

export function formsOf(html: string, url: string): Form[] {
  return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/gi)].map(
    ([, attributes = '', inside = '']) => ({
      action: new URL(attribute(attributes, 'action') ?? url, url).href,
      fields: fieldsOf(inside),
      buttons: [...inside.matchAll(/<button\b([^>]*)>/gi)].map(([, button = '']) => ({
        name: attribute(button, 'name') ?? '',
        value: attribute(button, 'value') ?? '',
      })),
    }),
  );
}

/** Every address a page leads to. */
export function linksOf(html: string, url: string): string[] {
  const found = [...html.matchAll(/<(?:a|img|link|area)\b([^>]*)>/gi)].flatMap(([, attributes = '']) => {
    const address = attribute(attributes, 'href') ?? attribute(attributes, 'src');
    return address === undefined || address.startsWith('data:') ? [] : [new URL(address, url).href];
  });
  return [...new Set(found)];
}

function fieldsOf(html: string): Field[] {
  const inputs = [...html.matchAll(/<input\b([^>]*)>/gi)].map(([, attributes = '']): Field => {
    const type = attribute(attributes, 'type') ?? 'text';
    const isChoice = type === 'radio' || type === 'checkbox';
    return {
      kind: isChoice ? type : type === 'hidden' ? 'hidden' : 'text',
      type,
      name: attribute(attributes, 'name') ?? '',
      value: attribute(attributes, 'value') ?? (isChoice ? 'on' : ''),
      isOn: isChoice ? /\bchecked\b/i.test(attributes) : true,
      options: [],
    };
  });
  const areas = [...html.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/gi)].map(
    ([, attributes = '', value = '']): Field => ({
      kind: 'text',
      type: 'textarea',
      name: attribute(attributes, 'name') ?? '',
      value: unescaped(value),
      isOn: true,
      options: [],
    }),
  );
  const selects = [...html.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/gi)].map(
    ([, attributes = '', inside = '']): Field => {
      const options = [...inside.matchAll(/<option\b([^>]*)>/gi)].map(
        ([, option = '']) => attribute(option, 'value') ?? '',
      );
      const name = attribute(attributes, 'name') ?? '';
      return { kind: 'select', type: 'select', name, value: options[0] ?? '', isOn: true, options };
    },
  );
  return [...inputs, ...areas, ...selects].filter(({ name }) => name !== '');
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'i').exec(attributes);
  return found?.[1] === undefined ? undefined : unescaped(found[1]);
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
