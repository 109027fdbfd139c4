/** A picture smaller than this is an icon, a logo or a tracking dot, whatever its type (bytes). */
const SMALLEST_PHOTO = 10 * 1024;
/** Below a signature's beginning only what is larger than a logo is taken for a photo (bytes). */
const LARGEST_LOGO = 100 * 1024;
/** What cameras, phones and screenshots make; what logos and lines are drawn in is not among them. */
const PHOTO = /^image\/(jpe?g|pjpeg|png|heic|heif|webp|avif)$/i;

/** Where mail programs begin a signature in HTML: Gmail, Outlook (desktop, web, mobile), Apple Mail, Thunderbird, Yahoo. */
const SIGNATURE =
  /(?:class|id)\s*=\s*["']?[^"'<>]{0,100}\b(?:gmail_signature|ms-outlook-mobile-signature|applemailsignature|moz-signature|ydp\w{0,20}signature|signature)\b/i;
const CID = /\bcid:([^'"\s<>)]{1,256})/gi;

/**
 * Tells the pictures a mail's HTML is laid out with from those it shows. A picture that the HTML refers to by its Content-ID is
 * laid out with (a logo, an icon, a line) when it is of no type photos have, is tiny, or stands below where a signature begins
 * and is no larger than a logo. Every other one is a photo: Apple Mail and Outlook put photos between the lines.
 */
export function findLetterhead(html: string): (part: Picture) => boolean {
  const places = new Map<string, number>();
  for (const match of html.matchAll(CID)) {
    const cid = decoded(match[1] ?? '');
    if (!places.has(cid)) places.set(cid, match.index);
  }
  if (places.size === 0) return () => false;
  const signature = html.search(SIGNATURE);
  return ({ cid, contentType, size }) => {
    const place = cid === undefined ? undefined : places.get(cid);
    if (place === undefined || !/^image\//i.test(contentType)) return false;
    if (!PHOTO.test(contentType) || size < SMALLEST_PHOTO) return true;
    return signature !== -1 && place > signature && size <= LARGEST_LOGO;
  };
}

interface Picture {
  cid?: string | undefined;
  contentType: string;
  size: number;
}

/** A Content-ID in a link is percent-encoded (RFC 2392). */
function decoded(cid: string): string {
  try {
    return decodeURIComponent(cid);
  } catch {
    return cid;
  }
}
