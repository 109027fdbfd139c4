import { readFileSync } from 'node:fs';

/** The mails intake is measured on: as people write them, and one sentence over and over, which needs no fixture to compare. */

const head = (type: string, subject: string) =>
  [
    'Received: from mx.mail.example by inbound.shop.example with ESMTPS; Mon, 2 Nov 2026 10:00:02 +0000',
    'From: Emily Carter <emily.carter@mail.example>',
    'To: refunds@shop.example',
    `Subject: ${subject}`,
    'Date: Mon, 2 Nov 2026 10:00:00 +0000',
    'Message-ID: <bench@mail.example>',
    'MIME-Version: 1.0',
    `Content-Type: ${type}; charset=utf-8`,
    'Content-Transfer-Encoding: 8bit',
    '',
    '',
  ].join('\r\n');

const repeated = 'The kettle from order SH-10001 stopped working after six weeks and I would like a refund. ';

/** What somebody writes who wants to be understood. */
const letter = [
  'Hello,',
  'I hope I have the right address for this, because the form on your page would not take my message.',
  'In the middle of September I ordered a glass kettle from you, and the order number is SH-10001.',
  'It arrived three days later, well packed, and for the first weeks I was really happy with it.',
  'My husband and I drink a lot of tea, so it was used four or five times a day, but never for anything else.',
  'Two weeks ago the lid began to stick, and when I pressed the button a little harder the hinge came off.',
  'I could still boil water with it by putting the lid on by hand, so I did not think of writing to anybody.',
  'Last Thursday, though, it stopped working altogether: the lamp goes on, there is a click, and nothing gets warm.',
  'I tried another socket, I took the base apart as far as the leaflet says one may, and I cleaned the contacts.',
  'A neighbour who repairs such things for a living had a look and says the heating element is burnt through.',
  'He also says that this does not happen to an element that was made as it should be, whatever one does to it.',
  'I know that the thirty days in which one may send things back are over, and I would not ask if it were a whim.',
  'But a kettle that costs 89.90 and lasts for six weeks is not what I expected from a shop that my sister praised so much.',
  'The reason I am asking for my money back rather than for another one is that I have lost trust in this model.',
  'Reading what others write about it, I see that I am not the only one whose hinge broke in the second month.',
  'If it helps, I can send you pictures of the hinge and of the element, and I have kept the box and the invoice.',
  'I would bring it back myself if there were a place of yours near Leeds; otherwise please tell me how to send it.',
  'Could you also say how long it usually takes? My birthday is in three weeks and the family will be visiting.',
  'You can reach me by mail at any time, or by phone in the evening, as I teach during the day.',
  'Please do not think that I am angry, as these things happen, and your people on the phone were very kind.',
  'I only want to know whether something can be done for me although I am late, and if not, then why not.',
  'My colleague had a similar case with another shop this spring, and they settled it within a few days.',
  'She sent the broken part in an envelope, they looked at it, and the money was on her card by the weekend.',
  'I mention it because I would gladly do the same, if that is of any use to those who make these kettles.',
  'Thank you for reading all of this, and for whatever you can do.',
  'Kind regards,',
  'Emily Carter',
];

const style = `<style><!-- ${'p.MsoNormal, li.MsoNormal, div.MsoNormal {margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif;} a:link {color:#0563C1;} '.repeat(12)} --></style>`;
const paragraphs = letter.map(
  (line) =>
    `<p class="MsoNormal" style="margin-bottom:6.0pt;line-height:115%"><span lang="EN-GB" style="font-size:11.0pt;font-family:&quot;Calibri&quot;,sans-serif;color:#1F497D">${line}<o:p></o:p></span></p>\r\n`,
);
const earlier = (level: number) =>
  `<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b>From:</b> refunds@shop.example<br><b>Sent:</b> Monday, ${level} October 2026 09:0${level}<br><b>To:</b> Emily Carter<br><b>Subject:</b> Kettle</p></div>${paragraphs.join('')}`;

const outlook = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>${style}</head><body lang="EN-GB"><div class="WordSection1">\r\n${paragraphs.join('')}${[1, 2, 3].map(earlier).join('')}</div></body></html>`;

const mail = (type: string, body: string) => Buffer.from(head(type, 'Kettle') + body);
const fixture = (name: string) => readFileSync(`test/fixtures/mail/${name}.eml`);

const sized = (name: string, raw: Buffer) => ({ name: `${name}, ${(raw.length / 1024).toFixed(1)} KB`, raw });

export const mails: ReadonlyArray<{ name: string; raw: Buffer }> = [
  sized('text, a letter', mail('text/plain', letter.join('\r\n'))),
  sized('text, one sentence 30 times', mail('text/plain', repeated.repeat(30))),
  sized('HTML, a letter and what it answers', mail('text/html', outlook)),
  sized(
    'HTML, one sentence 240 times',
    mail('text/html', `<div class="m"><p style="margin:0">${repeated}</p></div>`.repeat(240)),
  ),
  ...['en-headphones-changed-mind', 'pt-cesta-chegou-atrasada', 'en-lamp-damaged-with-photo'].map((name) =>
    sized(name, fixture(name)),
  ),
];
