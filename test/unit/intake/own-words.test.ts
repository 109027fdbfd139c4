import { describe, expect, test } from 'vitest';
import { ownWords } from '../../../functions/intake/own-words.ts';

const WORDS = 'It is SH-10001.';
const QUOTE = '> Hello,\n> we need your number.';
/** What is taken off a mail that begins with the words. */
const takenOff = (below: string) => ownWords(`${WORDS}\n\n${below}`);

describe('what stands below a heading is history', () => {
  test.each([
    'On Fri, Nov 20, 2026 at 8:05 AM Sample Shop wrote:\n\nHello\nwe need',
    'Em 20/11/2026 08:05, refunds@shop.example escreveu:\n\nOlá\ntexto',
    'Em sexta-feira, 20 de novembro de 2026, Sample Shop <r@shop.example> escreveu:\n\nOlá',
    'No dia sexta-feira, 20 de novembro de 2026 às 08:05, Sample Shop <r@shop.example> escreveu:\n\nOlá',
    'Sample Shop <r@shop.example> escreveu no dia sexta, 20/11/2026 à(s) 08:05:\n\nOlá',
    'De: Sample Shop [mailto:r@shop.example]\nEnviada em: sexta-feira, 20 de novembro de 2026 08:05\nPara: Ana\nAssunto: RES: x\n\nOlá',
    'De: Sample Shop\nEnviado: sexta-feira, 20 de novembro de 2026 08:05:33\nPara: Ana Souza\nAssunto: x\n\nOlá',
    'De: Sample Shop <r@s.example>\nData: sexta-feira, 20 de novembro de 2026 08:05\nPara: Ana\nCc: B\nAssunto: x\n\nOlá',
    'De: "Sample Shop" <r@s.example>\nEnviada: 2026/11/20 08:05:01\nPara: ana@uol.example\nAssunto: x\n\nOlá',
    '---------- Mensagem original ----------\nDe: Shop\nData: 20 nov\n\nOlá',
    '-----Original Message-----\n\nHi',
    '*-----Original Message-----*\n*From:* Shop\n\nHi',
    '----- Original Message -----\nFrom: "Shop" <r@s.example>\nTo: "E" <e@e.example>\nSent: Friday, November 20, 2026 8:05:12 AM\nSubject: x\n\nHi',
    'From: "Shop" <r@s.example>\nTo: "E" <e@e.example>\nSent: Friday, November 20, 2026 8:05:12 AM\nSubject: x\n\nHi',
    '--- On Fri, 11/20/26, Sample Shop <r@s.example> wrote:\n\nFrom: Sample Shop <r@s.example>\nSubject: x\nTo: e@e.example\nDate: Friday, November 20, 2026, 8:05 AM\n\nHi',
    '________________________________\n From: Sample Shop <r@s.example>\nTo: e@e.example \nSent: Friday, November 20, 2026 8:05 AM\nSubject: x\n \n\nHi',
    '> Date: Fri, 20 Nov 2026 08:05:12 +0000\n> From: r@s.example\n> To: e@e.example\n> Subject: x\n> \n> Hi',
    'Date: Fri, 20 Nov 2026 08:05:12 +0000\nSubject: x\nFrom: r@s.example\nTo: e@e.example\n\nHi',
    '-------- Original Message --------\nSubject: x\nFrom: Shop <r@s.example>\nDate: Fri, November 20, 2026 8:05 am\nTo: e@e.example\n\nHi',
    '"Sample Shop" <r@s.example> wrote on 11/20/2026 08:05:12 AM:\n\n> Hi\n> there',
    'Sample Shop <r@s.example> wrote on 11/20/2026 08:05:12 AM:\n\nHi',
    'Shop wrote:\n> Hi there, which?',
    'Sample Shop escreveu:\n\n> Oi',
    'Sample Shop <r@s.example> wrote:\n\nHi',
    'On Fri, Nov 20, 2026 at 8:05 AM Sample Shop <r@s.example<mailto:r@s.example>> wrote:\n\nHi',
    'On Nov 20, 2026, at 8:05 AM, Sample Shop <r@s.example<mailto:r@s.example>> wrote:\n\n\nHi',
    'On Fri, Nov 20, 2026 at 8:05 AM Sample Shop\n<r@s.example<mailto:r@s.example>>\nwrote:\n\nHi',
    'On Fri, 20 Nov at 8:05 AM , Sample Shop <r@s.example> wrote:\n\nHi',
    'On Fri, 20 Nov at 8:05 AM , Sample Shop <r@s.example> wrote:',
    '2026-11-20 8:05 GMT-03:00 Sample Shop <r@s.example>:\n> Olá',
    'Op vr 20 nov 2026 om 08:05 schreef Shop <s@shop.example>\n\n> Hi',
    'On November 20, 2026, Sample Shop <r@s.example> wrote:\n\nHi',
    'On November 20, 2026 at 8:05 AM GMT r@s.example wrote:\n\nHi',
    'On 20 Nov 2026, 08:05 +0000, Sample Shop <r@s.example>, wrote:\n> Hi',
    'On 20 Nov 2026 at 08:05 +0000, Sample Shop <r@s.example>, wrote:\nHi',
    '> Hello Emily,\n> Which order is it? Please tell us.',
    '> 在 2026年11月20日，08:05，Sample Shop <r@s.example> 写道：\n> \n> Hi',
    '> 2026/11/20 8:05、Sample Shop <r@s.example>のメール:\n> Hi',
    '> Le 20 nov. 2026 à 08:05, Sample Shop <r@s.example> a écrit :\n> \n> Hi',
    'De : Sample Shop <r@s.example>\nEnvoyé : vendredi 20 novembre 2026 08:05\nÀ : E\nObjet : x\n\nHi',
    'De: Sample Shop <r@s.example>\nEnviado el: viernes, 20 de noviembre de 2026 8:05\nPara: E\nAsunto: x\n\nHi',
    'Da: Sample Shop <r@s.example>\nInviato: venerdì 20 novembre 2026 08:05\nA: E\nOggetto: x\n\nHi',
    '差出人: Shop <r@s.example>\n送信日時: 2026年11月20日 8:05\n宛先: E\n件名: x\n\nHi',
    'От: Shop <r@s.example>\nОтправлено: 20 ноября 2026 г. 8:05\nКому: E\nТема: x\n\nHi',
    'From: Shop <r@s.example> Sent: Friday, November 20, 2026 8:05 AM To: E Subject: x Hi',
    '##- Please type your reply above this line -##\n\nHi',
    '--- Responda acima desta linha ---\n\nHi',
    'From: Shop\nSent: Friday, November 20, 2026 08:05\nTo: e@e.example\nReply To: r@s.example\nSubject: x\n\nHi',
    'On Fri, Nov 20, 2026 at 8:05 AM Sample Shop <r@s.example> wrote:',
    '-------- Original message --------From: s@shop.example Date: 11/20/26  8:05 AM  (GMT+00:00) To: e@mail.example Subject: Kettle \n    \nWhich address?',
    '> On Nov 20, 2026, at 08:05, Shop <s@shop.example> wrote:\n> \n> Here is everything that we know of your parcel so far, page by page\n<https://shop.example/parcels/1>.\n> ',
    '----------- Original Message -----------\nFrom: "Shop"\nDate: Friday, November 20th 2026 at 8:05 am\nSubject: Kettle\nTo: "Emily" ,\nCc: "Tom"\n\n> Hello Emily.\n> \n >\n > Two addresses : which ?\n >\n > Yours\n> Shop',
    '\u200eOn 20/11/2026, 08:05, "Sample Shop" <r@s.example> wrote:\n\n    Hi',
    'At 08:05 AM 11/20/2026, Sample Shop wrote:\n>Hi\n>there',
    '20 Nov 2026, 08:05 by r@s.example:\n\n> Hi',
    '20 de nov. de 2026, 08:05 por r@s.example:\n\n> Oi',
    'Пятница, 20 ноября 2026, 8:05 +03:00 от Shop <r@s.example>:\n \n>Hi',
    'Gesendet: Freitag, 20. November 2026 um 08:05 Uhr\nVon: "Shop" <r@s.example>\nAn: e@e.example\nBetreff: x\n\nHi',
    ' \n\nSent: Friday, November 20, 2026 at 8:05 AM\nFrom: "Shop" <r@s.example>\nTo: e@e.example\nSubject: x\n\nHi',
    '------------------&nbsp;Original&nbsp;------------------\nFrom: "Shop"<r@s.example>;\nDate: Fri\n\nHi',
    '------------------ 原始邮件 ------------------\n发件人: "Shop"<r@s.example>;\n发送时间: 2026年11月20日\n\nHi',
    'At 2026-11-20 08:05:12, "Shop" <r@s.example> wrote:\n\n>Hi',
    'On Nov 20, 2026, at 8:05 AM, Sample Shop <r@s.example> wrote:\n\n\ufeffHi',
    'On 20/11/26 08:05, Sample Shop wrote:\n>Hi\n>>x',
    'On Fri, Nov 20, 2026 at 8:05 AM Sample Shop [r@s.example] wrote:\nHi',
  ])('%s', (below) => {
    expect(takenOff(below)).toMatchObject({ words: WORDS, signature: '' });
  });
});

describe('who wrote it when, above quoted lines', () => {
  test.each([
    'On 20 Nov 2026, at 08.05, Shop wrote:',
    'On Fri, Nov 20, 2026 at 8:05 AM Sample Shop wrote:',
    'On Fri, Nov 20, 2026 at 8:05 AM\nSample Shop Customer Care\n<refunds@shop.example> wrote:',
    'Em sex., 20 de nov. de 2026 às 08:05, Sample Shop\nAtendimento <refunds@shop.example>\nescreveu:',
    'A sexta, 20/11/2026, 08:05, Sample Shop <r@shop.example> escreveu:',
    'Em sex, 20 de nov de 2026 às 08:05, Sample Shop\n<r@shop.example> escreveu:',
    '2026-11-20 8:05 GMT-03:00 Sample Shop <r@s.example>:',
    'On 20/11/2026 08:05, Shop via Helpdesk wrote:',
    'On 20 November 2026 08:05:12 Sample Shop <r@s.example> wrote:',
    'Em 20 de nov de 2026, 08:05, em 08:05, Sample Shop <r@s.example> escreveu:',
    'On Nov 20 2026, at 8:05 am, Sample Shop <r@s.example> wrote:',
    'On Fri, Nov 20, 2026 at 8:05 AM, Sample Shop < r@s.example > wrote:',
    'pt., 20 lis 2026 o 08:05 Sample Shop <r@s.example> napisał(a):',
    'pá 20. 11. 2026 v 8:05 odesílatel Sample Shop <r@s.example> napsal:',
    'Sample Shop <r@s.example>, 20 Kas 2026 Cum, 08:05 tarihinde şunu yazdı:',
    'Sample Shop <r@s.example> ezt írta (időpont: 2026. nov. 20., P, 8:05):',
    'Sample Shop <r@s.example> 于2026年11月20日周五 08:05写道：',
    '2026년 11월 20일 (금) 오전 8:05, Sample Shop <r@s.example>님이 작성:',
    'vin., 20 nov. 2026, 08:05 Sample Shop <r@s.example> a scris:',
    'Op vr 20 nov 2026 om 08:05 schreef Sample Shop <r@s.example>:',
    'fre. 20. nov. 2026 kl. 08.05 skrev Sample Shop <r@s.example>:',
    'pe 20. marrask. 2026 klo 8.05 Sample Shop (r@s.example) kirjoitti:',
    'Il giorno ven 20 nov 2026 alle ore 08:05 Sample Shop <r@s.example> ha\nscritto:',
    'El 20 nov 2026, a las 8:05, Sample Shop <r@s.example> escribió:',
    'On Fri, Nov 20, 2026, 8:05 AM Sample Shop <r@s.example> wrote:',
    'On Fri, 2026-11-20 at 08:05 +0000, Sample Shop wrote:',
    'On Friday, 20 November 2026 08:05:12 GMT Sample Shop wrote:',
    'On Fri, 20 Nov 2026 08:05:12 +0000\nSample Shop <r@s.example> wrote:',
  ])('%s', (attribution) => {
    expect(takenOff(`${attribution}\n\n${QUOTE}`)).toEqual({
      words: WORDS,
      signature: '',
      rest: `${attribution}\n\n${QUOTE}`,
    });
    expect(ownWords(`${attribution}\n${QUOTE}\n\n${WORDS}`).words).toBe(WORDS);
  });
});

describe('what a program or a company puts below the words is the signature', () => {
  test.each([
    'Sent from my Huawei phone',
    'Enviado a partir do meu smartphone Samsung Galaxy.',
    'Enviado via iPhone',
    'Enviado pelo meu celular Motorola',
    'Sent from Outlook for Android<https://aka.ms/x>',
    'Obter Outlook para iOS<https://aka.ms/x>',
    'Obtenha o Outlook para Android',
    'Sent from Outlook',
    'Sent from my Verizon, Samsung Galaxy smartphone',
    'Sent via the Samsung Galaxy S21 5G, an AT&T 5G smartphone',
    'Sent from Yahoo Mail for iPhone',
    'Enviado do Yahoo Mail para iPhone',
    '[Sent from Yahoo Mail for iPhone](https://overview.mail.yahoo.com/?.src=iOS)',
    'Sent from Gmail Mobile',
    '-- \nSent from my Android phone with K-9',
    'Sent from the all new AOL app for Android',
    'Sent from Proton Mail for iOS',
    'Enviado com Proton Mail',
    'Sent from my T-Mobile 4G LTE Device',
    '---\nThis email has been checked for viruses by Avast antivirus software.\nhttps://www.avast.com/antivirus',
    'Virus-free.www.avast.com',
    'Não contém vírus.www.avast.com',
    'Livre de vírus. www.avast.com',
    'Von meinem iPhone gesendet',
    'Enviado do Correio para Windows 10',
    'Sent from my MacBook Pro',
    'Please consider the environment before printing this email.',
    'Sent from my iPad',
    'Sent from my iPhone. Please excuse typos.',
    'Enviado do meu iPhone, desculpe os erros.',
    'This email and any files transmitted with it are confidential and intended solely for the use of the individual or entity to whom they are addressed. If you have received this email in error please notify the system manager.',
    'AVISO LEGAL\nEsta mensagem é confidencial e destinada exclusivamente ao destinatário. Caso a tenha recebido por engano, favor eliminar.',
    'As informações contidas nesta mensagem e em seus anexos são confidenciais, de uso exclusivo do destinatário. Se você recebeu este e-mail por engano, favor informar o remetente e excluí-lo.',
  ])('%s', (signature) => {
    expect(takenOff(signature)).toEqual({ words: WORDS, signature, rest: '' });
    expect(takenOff(`${signature}\n\nOn 20/11/2026 08:05, Shop wrote:\n${QUOTE}`)).toMatchObject({
      words: WORDS,
      signature,
    });
  });
});

describe('a person’s sentences are words, whatever they look like', () => {
  test.each([
    'The parcel was sent from my office in Porto.',
    'Sent from Lisbon on 3 March, arrived broken.',
    'Enviado de Lisboa para o Porto.',
    'Hi\n\nFrom: Lisbon To: Porto\nDate: 3 March 2026\n\nBye',
    'Hi,\nmy flight\nFrom: Lisbon\nTo: Porto\nDate: 3/3/2026 10:00\nPrice: 30 EUR\n\nBye',
    'On 3 March 2026 at 10:00, the seller wrote:\nYour refund is on its way.\n\nIt is not.',
    'I was told on 3/3/2026 at 10:00:\nwait.',
    'Contact: Emily <e@e.example>\nOrder date: 3/3/2026 10:00\nThanks:',
    'Order: SH-10001\n--\nProblem: broken\n--\nWish: refund',
    'Problem ----- Original Message ----- is what I see',
    'My options:\n> Refund of 50 EUR\n> New kettle\nWhich?',
    'Em 3/3/2026 às 10:00 comprei a chaleira e no dia 5 ela escreveu no visor:\nERRO 5',
    'On Friday, November 20, 2026 at 8:05 AM the kettle display wrote:\nERROR',
    'Best regards, Maria\n___________\nCarter & Sons',
    'Disclaimer: I am no expert.',
    'Please keep this confidential.',
    'I bought it from: Shop\nDate: 20/11/2026\nSubject of complaint: kettle',
    'Get Outlook: no. I want a kettle.',
    'Yesterday I wrote to refunds@shop.example:\nWhere is my money?\nNobody answered.',
    'Support (help@x.example) wrote on 3/3/2026 at 10:00 that it is fine.\nIt is not.',
    'On 20/11/2026 08:05 Maria from your support (maria@shop.example) wrote to me that I get it.\nNothing came.',
  ])('%s', (text) => {
    expect(ownWords(text)).toEqual({ words: text, signature: '', rest: '' });
  });
});

describe('answers beside the quote', () => {
  const heading = 'On 20/11/2026 08:05, Shop <s@shop.example> wrote:';

  test('between quoted lines are words', () => {
    const text = `${heading}\n> Which order?\nSH-10001\n> And where do you live?\n\n12 Mill Lane`;
    expect(ownWords(text)).toEqual({
      words: 'SH-10001\n\n12 Mill Lane',
      signature: '',
      rest: `${heading}\n> Which order?\n\n> And where do you live?`,
    });
  });

  test('below headers that stand above quoted lines are words', () => {
    const headers = 'From: Shop <s@shop.example>\nSent: Friday, 20 November 2026 08:05\nSubject: x';
    expect(ownWords(`${headers}\n\n${QUOTE}\n\n${WORDS}`).words).toBe(WORDS);
  });

  test('are not the ends of quoted lines that a server wrapped', () => {
    const long = '> we have received your request, and a person will read it as soon as it is';
    expect(ownWords(`${WORDS}\n\n${heading}\n${long}\npossible\n> for us.`).words).toBe(WORDS);
  });

  test('a quote with nobody named above it is a quote', () => {
    expect(ownWords(`> Which order is it? Please tell us.\n\n${WORDS}`).words).toBe(WORDS);
  });

  test('a mail that is only a quote has no words', () => {
    expect(ownWords(`${heading}\n${QUOTE}`)).toEqual({
      words: '',
      signature: '',
      rest: `${heading}\n${QUOTE}`,
    });
    expect(ownWords(QUOTE)).toEqual({ words: '', signature: '', rest: QUOTE });
    expect(ownWords(' \r\n ')).toEqual({ words: '', signature: '', rest: '' });
  });
});

describe('a forwarded mail', () => {
  const forwarded =
    '---------- Forwarded message ---------\nFrom: Courier <c@courier.example>\n\nLeft in the rain.';

  test('stays with the words, whole', () => {
    expect(ownWords(`See below.\n\n${forwarded}\n-- \nThe courier`).words).toBe(
      `See below.\n\n${forwarded}\n-- \nThe courier`,
    );
  });

  test('the signature above it is taken off', () => {
    const apple = 'Begin forwarded message:\n\n> From: Courier\n> Subject: Your parcel';
    expect(ownWords(`See below.\n\nSent from my iPhone\n\n${apple}`)).toEqual({
      words: `See below.\n\n${apple}`,
      signature: 'Sent from my iPhone',
      rest: '',
    });
    expect(ownWords(`Veja.\n\n> Início da mensagem reencaminhada:\n> \n> De: Loja`).rest).toBe('');
  });

  test('inside the history is history', () => {
    const quoted = forwarded.replace(/^/gm, '> ');
    expect(takenOff(`On 20/11/2026 08:05, Shop wrote:\n${quoted}`).words).toBe(WORDS);
  });
});

describe('a signature', () => {
  test('below the delimiter is taken off, long text below it is not', () => {
    expect(takenOff('-- \nEmily Carter\n12 Mill Lane').signature).toBe('-- \nEmily Carter\n12 Mill Lane');
    const long = Array.from({ length: 20 }, (_, at) => `I tried thing ${at}.`).join('\n');
    expect(takenOff(`--\n${long}`)).toEqual({ words: `${WORDS}\n\n--\n${long}`, signature: '', rest: '' });
  });

  test('a closing and a name are words', () => {
    expect(takenOff('Best regards,\nMaria Silva').words).toBe(`${WORDS}\n\nBest regards,\nMaria Silva`);
  });

  test('words below a telephone’s line are words', () => {
    expect(takenOff('Sent from my iPhone\n\nPS: call me.')).toEqual({
      words: `${WORDS}\n\nPS: call me.`,
      signature: 'Sent from my iPhone',
      rest: '',
    });
  });
});
