import { describe, expect, it } from 'vitest';
import { senderIn } from '../../../functions/intake/forward/sender.ts';
import { sentOn } from '../../../functions/intake/forward/sent-on.ts';

const ana = { address: 'ana@mail.example', name: 'Ana Souza' };

describe('who a From line names', () => {
  it.each([
    'Ana Souza <ana@mail.example>',
    '*Ana Souza* <ana@mail.example>',
    '"Ana Souza" <ana@mail.example>',
    "'Ana Souza' <ana@mail.example>",
    'Ana Souza [mailto:ana@mail.example]',
    'Ana Souza [ana@mail.example]',
    '"Ana Souza" <mailto:ana@mail.example>',
    'Ana Souza <ana@mail.example<mailto:ana@mail.example>>',
    'Ana Souza <ana@mail.example> <mailto:ana@mail.example>',
    'Ana Souza (ana@mail.example)',
    'Ana Souza ana@mail.example',
    'Ana Souza < ana@mail.example >',
    'desk@mail.example [mailto:desk@mail.example] On Behalf Of Ana Souza <ana@mail.example>',
    'desk@mail.example em nome de Ana Souza <ana@mail.example>',
  ])('%s', (line) => expect(senderIn(line)).toEqual(ana));

  it.each([
    'ana@mail.example',
    '<ana@mail.example>',
    'ana@mail.example <ana@mail.example>',
    '[mailto:ana@mail.example]',
  ])('%s, who gave no name', (line) =>
    expect(senderIn(line)).toEqual({ address: 'ana@mail.example', name: '' }),
  );

  it.each<[string, string]>([
    ['Ana Souza', 'Ana Souza'],
    ['list@mail.example [mailto:list@mail.example] On Behalf Of Ana Souza', 'Ana Souza'],
    [
      'Ana Souza </O=SHOP/OU=EXCHANGE/CN=RECIPIENTS/CN=ANA>',
      'Ana Souza </O=SHOP/OU=EXCHANGE/CN=RECIPIENTS/CN=ANA>',
    ],
  ])('%s gives no address', (line, name) => expect(senderIn(line)).toEqual({ address: undefined, name }));

  it('two addresses and no brackets give none, for nobody can say which', () => {
    expect(senderIn('ana@mail.example, rui@mail.example').address).toBeUndefined();
  });

  it.each([
    'victim@mail.example <mallory@evil.example>',
    'Victim <victim@mail.example> <mallory@evil.example>',
    'x on behalf of Victim <victim@mail.example> <mallory@evil.example>',
    'victim@mail.example [mailto:mallory@evil.example]',
    '"victim@mail.example" mallory <mallory@evil.example>',
  ])('an address as a name changes nothing: %s', (line) =>
    expect(senderIn(line).address).toBe('mallory@evil.example'),
  );
});

describe('the day a passed-on mail was sent', () => {
  it.each([
    'Fri, Nov 20, 2026 at 8:05 AM',
    'Friday, November 20, 2026 8:05 AM',
    'Friday, 20 November 2026 at 08:05',
    'Fri, 20 Nov 2026 08:05:00 +0000',
    'On Friday, November 20th, 2026 at 8:05 AM',
    'sexta-feira, 20 de novembro de 2026 08:05',
    'sex., 20 de nov. de 2026 às 08:05',
    'Freitag, 20. November 2026 08:05',
    '20/11/2026 08:05',
    '11/20/2026 8:05 AM',
    '2026-11-20 08:05',
    '20.11.2026 08:05',
  ])('%s', (written) => expect(sentOn(written, '2026-11-23')).toBe('2026-11-20'));

  it('is the later of two readings that is not after the day it was passed on', () => {
    expect(sentOn('03/04/2026 10:00', '2026-04-05')).toBe('2026-04-03');
    expect(sentOn('03/04/2026 10:00', '2026-03-09')).toBe('2026-03-04');
  });

  it('is unknown where no day is named', () => expect(sentOn('yesterday?', '2026-04-05')).toBeUndefined());
});
