import { type Form, formsOf, linksOf } from './forms.ts';
import type { Client, Prey } from './target.ts';
import { tamper, tamperings } from './tokens.ts';

/** What a program does with a mail before, after or instead of the person it was written to. */
export type Behaviour = (client: Client, prey: Prey, random: () => number) => Promise<void>;

const pick = <T>(list: readonly T[], random: () => number): T | undefined =>
  list[Math.floor(random() * list.length)];

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };
const post = (client: Client, url: string, fields: Record<string, string>) =>
  client.ask(url, { method: 'POST', headers: FORM, body: new URLSearchParams(fields).toString() });

/** What a form sends as it stands. */
function standing({ fields }: Form): Record<string, string> {
  return Object.fromEntries(fields.filter(({ isOn }) => isOn).map(({ name, value }) => [name, value]));
}

/** One of the choices a form offers. */
function chosen({ fields }: Form, random: () => number): Record<string, string> {
  const choice = pick(
    fields.filter(({ kind }) => kind === 'radio'),
    random,
  );
  return choice ? { [choice.name]: choice.value } : {};
}

/** Every button of a form; one without a name is pressed all the same. */
const buttonsOf = ({ buttons }: Form) =>
  (buttons.length > 0 ? buttons : [{ name: '', value: '' }]).map(
    ({ name, value }): Record<string, string> => (name === '' ? {} : { [name]: value }),
  );

async function formsBehind(client: Client, links: readonly string[]): Promise<Form[]> {
  const pages = await Promise.all(links.map((link) => client.ask(link)));
  return pages.flatMap(({ html, url }) => formsOf(html, url));
}

/** One of a mail's links: with thousands of sessions all of them have their turn. */
const one = (links: readonly string[], random: () => number): string[] => [pick(links, random) ?? []].flat();

async function askAll(client: Client, links: readonly string[], init?: RequestInit): Promise<void> {
  for (const link of links) await client.ask(link, init);
}

/** The headers with which mail gateways, chats and browsers look at links ahead of people. */
const PREVIEWS: Array<Record<string, string>> = [
  { 'User-Agent': 'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)' },
  { 'User-Agent': 'Mozilla/5.0 (compatible; SkypeUriPreview Preview/0.5)' },
  { 'User-Agent': 'facebookexternalhit/1.1' },
  { 'User-Agent': 'WhatsApp/2.23.20 A' },
  { 'User-Agent': 'GoogleImageProxy' },
  { 'User-Agent': 'Barracuda Sentinel (EE)' },
  { Purpose: 'prefetch' },
  { 'Sec-Purpose': 'prefetch;prerender' },
  { 'X-Moz': 'prefetch' },
  { 'X-HTTP-Method-Override': 'POST', 'X-HTTP-Method': 'POST' },
  { Range: 'bytes=0-1023' },
];

export const behaviours: Record<string, Behaviour> = {
  'opens every link': (client, { links }) => askAll(client, links),
  'opens a link again and again': async (client, { links }, random) => {
    const again = one(links, random);
    for (let time = 0; time < 5; time++) await askAll(client, again);
  },
  'asks for the head of every link': (client, { links }) => askAll(client, links, { method: 'HEAD' }),
  'asks what a link allows': async (client, { links }, random) => {
    for (const method of ['OPTIONS', 'PROPFIND', 'PUT', 'DELETE', 'PATCH'])
      await askAll(client, one(links, random), { method });
  },
  'opens every link at the same time': async (client, { links }) => {
    await Promise.all([...links, ...links].map((link) => client.ask(link)));
  },
  'looks at every link ahead of people': async (client, { links }, random) => {
    for (const link of one(links, random)) {
      const headers = PREVIEWS[Math.floor(random() * PREVIEWS.length)] ?? {};
      await client.ask(link, { headers });
    }
  },
  'follows every link of every page': async (client, { links }, random) => {
    for (const link of one(links, random)) {
      const { html, url } = await client.ask(link);
      await askAll(client, linksOf(html, url).slice(0, 20));
    }
  },
  'adds what it likes to a link': async (client, { links }, random) => {
    const more = [
      'choice=approved',
      'choice=approved&confirm=1&do=decide',
      'action=approve',
      '_method=POST&choice=approved',
    ];
    for (const link of one(links, random))
      for (const query of more) await client.ask(`${link}${link.includes('?') ? '&' : '?'}${query}`);
  },
  'presses every button of the page as it stands': async (client, { links }, random) => {
    for (const form of await formsBehind(client, one(links, random)))
      for (const button of buttonsOf(form)) await post(client, form.action, { ...standing(form), ...button });
  },
  'presses on, on every page that comes back': async (client, { links }, random) => {
    let forms = await formsBehind(client, one(links, random));
    for (let time = 0; time < 5 && forms[0]; time++) {
      const [form] = forms;
      const [button = {}] = buttonsOf(form).slice(-1);
      const { html, url } = await post(client, form.action, { ...standing(form), ...button });
      forms = formsOf(html, url);
    }
  },
  'takes a choice and presses every button': async (client, { links }, random) => {
    for (const form of await formsBehind(client, one(links, random)))
      for (const button of buttonsOf(form))
        await post(client, form.action, { ...standing(form), ...chosen(form, random), ...button });
  },
  'ticks everything, selects everything, and presses every button': async (client, { links }, random) => {
    for (const form of await formsBehind(client, one(links, random))) {
      const ticked = form.fields.map(({ name, kind, value, options }) => {
        const option = options[Math.floor(random() * options.length)] ?? '';
        return [name, kind === 'select' ? option : value] as const;
      });
      for (const button of buttonsOf(form))
        await post(client, form.action, { ...Object.fromEntries(ticked), ...button });
    }
  },
  'fills in every field with something, takes a choice and presses every button': async (
    client,
    { links },
    random,
  ) => {
    for (const form of await formsBehind(client, one(links, random))) {
      const filled = form.fields.map(({ name, kind, type, value, options }): [string, string] => {
        if (kind === 'select') return [name, options.at(-1) ?? ''];
        return [name, kind === 'text' ? (FILLED[type] ?? 'test') : value];
      });
      for (const button of buttonsOf(form))
        await post(client, form.action, {
          ...Object.fromEntries(filled),
          ...chosen(form, random),
          ...button,
        });
    }
  },
  'sends the same form many times at once': async (client, { links }) => {
    const [form] = await formsBehind(client, links.slice(0, 1));
    if (!form) return;
    const [button = {}] = buttonsOf(form).slice(-1);
    await Promise.all(
      Array.from({ length: 5 }, () =>
        post(client, form.action, { ...standing(form), choice: 'approved', ...button }),
      ),
    );
  },
  'sends the form without having opened the page': async (client, { links }, random) => {
    for (const link of one(links, random))
      for (const mark of ['', 'x', new URL(link).pathname.split('/').at(-1) ?? ''])
        await post(client, link, { mark, choice: 'declined', reason: 'test', action: 'approve' });
  },
  'sends one page’s form to another link': async (client, { links, foreign }, random) => {
    const forms = await formsBehind(client, one(foreign, random));
    for (const form of forms)
      for (const link of one(links, random))
        await post(client, link, { ...standing(form), choice: 'declined', reason: 'test' });
  },
  'sends the form as something else': async (client, { links }) => {
    const [form] = await formsBehind(client, links.slice(0, 1));
    if (!form) return;
    const fields = { ...standing(form), choice: 'declined', reason: 'test' };
    const file = new FormData();
    for (const [name, value] of Object.entries(fields)) file.set(name, value);
    const types = { 'Content-Type': 'application/json' };
    await client.ask(form.action, { method: 'POST', headers: types, body: JSON.stringify(fields) });
    await client.ask(form.action, { method: 'POST', body: file });
    await client.ask(form.action, {
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
      body: 'choice=declined',
    });
  },
  'opens links that are meant for something else, and presses every button': async (
    client,
    { foreign },
    random,
  ) => {
    for (const form of await formsBehind(client, one(foreign, random)))
      for (const button of buttonsOf(form)) await post(client, form.action, { ...standing(form), ...button });
  },
  'tampers with every link': async (client, { links }, random) => {
    const ways = Object.values(tamperings);
    for (const link of one(links, random)) {
      const way = ways[Math.floor(random() * ways.length)];
      if (!way) continue;
      const changed = tamper(link, way, random);
      const { html, url } = await client.ask(changed);
      await post(client, changed, { choice: 'declined', reason: 'test', mark: 'x' });
      for (const form of formsOf(html, url)) await post(client, form.action, standing(form));
    }
  },
};

/** Those that choose for a person: what stops them is what is typed, where the policy has it typed. */
export const choosing: readonly string[] = Object.keys(behaviours).filter((name) =>
  /takes? a choice|ticks everything|sends the same form many times/.test(name),
);

/** What form fillers write, by the type of the field. */
const FILLED: Record<string, string> = {
  email: 'test@example.com',
  date: '2026-11-20',
  number: '1',
  tel: '5555555555',
};
