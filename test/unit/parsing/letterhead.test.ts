import { describe, expect, it } from 'vitest';
import { parseMail } from '../../../functions/adapters/parse-mail.ts';

const KB = 1024;
interface Picture {
  cid: string;
  type?: string;
  bytes: number;
  disposition?: string;
}

/** A mail of HTML with pictures; gives the sizes of those that are taken for what the customer shows. */
async function shown(html: string, pictures: Picture[]) {
  const part = ({ cid, type = 'image/png', bytes, disposition = 'inline' }: Picture) =>
    [
      '--b',
      `Content-Type: ${type}`,
      `Content-Disposition: ${disposition}; filename="${cid}.bin"`,
      `Content-ID: <${cid}>`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.alloc(bytes, cid).toString('base64').replace(/.{76}/g, '$&\r\n'),
    ].join('\r\n');
  const raw = [
    'From: maria@example.com',
    'Content-Type: multipart/related; boundary=b',
    '',
    '--b',
    'Content-Type: text/html',
    '',
    html,
    ...pictures.map(part),
    '--b--',
  ];
  const { attachments } = await parseMail(Buffer.from(raw.join('\r\n')));
  expect(attachments).toHaveLength(pictures.length);
  return attachments.filter(({ decoration }) => !decoration).map(({ name }) => name.replace('.bin', ''));
}

describe('a picture in the text', () => {
  const said = '<p>The lid is broken, see:</p><img src="cid:photo"><p>Maria</p>';

  it('is a photo when it has a photo’s type and size, as Apple Mail and Outlook set them', async () => {
    expect(await shown(said, [{ cid: 'photo', type: 'image/jpeg', bytes: 60 * KB }])).toEqual(['photo']);
    expect(await shown(said, [{ cid: 'photo', bytes: 30 * KB }])).toEqual(['photo']);
  });

  it('is decoration when it is tiny, or of a type that only drawings have', async () => {
    expect(await shown(said, [{ cid: 'photo', bytes: 4 * KB }])).toEqual([]);
    expect(await shown(said, [{ cid: 'photo', type: 'image/gif', bytes: 80 * KB }])).toEqual([]);
    expect(await shown(said, [{ cid: 'photo', type: 'image/svg+xml', bytes: 80 * KB }])).toEqual([]);
  });

  it.each([
    '<div class="gmail_signature">',
    '<div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature">',
    '<div id="Signature">',
    '<div id="ms-outlook-mobile-signature">',
    '<div id="AppleMailSignature">',
    '<pre class="moz-signature" cols="72">',
    '<div class="ydp1a2b3c4dsignature">',
  ])('is decoration when it is a logo in a signature: %s', async (signature) => {
    const html = `${said}${signature}Maria<br><img src="cid:logo"></div>`;
    const pictures = [
      { cid: 'photo', type: 'image/jpeg', bytes: 60 * KB },
      { cid: 'logo', bytes: 40 * KB },
    ];
    expect(await shown(html, pictures)).toEqual(['photo']);
  });

  it('is a photo even below a signature when it is larger than any logo', async () => {
    const html = '<p>See below.</p><div class="gmail_signature">Maria</div><img src="cid:photo">';
    expect(await shown(html, [{ cid: 'photo', type: 'image/jpeg', bytes: 300 * KB }])).toEqual(['photo']);
  });

  it('is all that is said where there are no words', async () => {
    expect(await shown('<img src="cid:photo">', [{ cid: 'photo', bytes: 4 * KB }])).toEqual(['photo']);
  });
});

describe('what is attached', () => {
  it('is an attachment whatever its size, unless the text refers to it', async () => {
    const pictures = [{ cid: 'tiny', bytes: 1 * KB, disposition: 'attachment' }];
    expect(await shown('<p>See the picture.</p>', pictures)).toEqual(['tiny']);
  });

  it('is an attachment when it is no picture', async () => {
    const pictures = [{ cid: 'bill', type: 'application/pdf', bytes: 1 * KB }];
    expect(await shown('<p>See <a href="cid:bill">the bill</a>.</p>', pictures)).toEqual(['bill']);
  });

  it('is nothing when a mail program signed the mail with it', async () => {
    const raw = [
      'From: maria@example.com',
      'Content-Type: multipart/signed; boundary=b',
      '',
      '--b\r\n\r\nhello\r\n--b',
      'Content-Type: application/pkcs7-signature; name=smime.p7s',
      '',
      'x\r\n--b--',
    ];
    expect((await parseMail(Buffer.from(raw.join('\r\n')))).attachments).toEqual([]);
  });
});
