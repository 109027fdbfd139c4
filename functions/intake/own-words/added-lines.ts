import { plain } from './lines.ts';

/** A program's line about itself is short (characters, words). */
const MAX_PROMOTION = 140;
const MAX_PROMOTION_WORDS = 18;
/** How much of a paragraph is looked at (characters); a disclaimer says what it is in its first sentences. */
const MAX_DISCLAIMER_LOOKED_AT = 1_500;
/** Shorter than this is no disclaimer but someone saying that something is confidential (characters). */
const MIN_DISCLAIMER = 80;
/** A note about printing or viruses is a sentence or two (characters). */
const MAX_FOOTER = 300;

/** How the line starts with which a program says that it sent the mail. */
const SENT =
  /^(?:this (?:e-?mail|message) was )?(?:sent|e-?mail enviado|mensagem enviada|enviad[oa]|envoyée?|inviato|verzonden|verstuurd|gesendet|von|skickat|sendt|wysłan[eo]|отправлено|lähetetty|odesláno|odoslané|elküldve|gönderildi|trimis|enviat)\s/u;

/** What it was sent with. */
const WITH =
  /iphon|ipad|ipod|\boutlook\b|\byahoo\b|\baol\b|galaxy|samsung|android|\bwindows\b|proton ?mail|blackberry|huawei|xiaomi|redmi|motorola|\bmoto\b|\bnokia\b|\bpixel\b|oneplus|smart ?phone|\bphone$|\bcellphone|\bmobile\b|telem[óo]vel|celular|téléphone|\btablet\b|\bgmail\b|k-9|\bmailspring\b|\bedison\b|\bairmail\b|\bcanary\b|\bshortwave\b|\bnewton\b|\bem client\b|\btutanota\b|\btuta\b|\bfastmail\b|\bbetterbird\b|\bpolymail\b|thunderbird|aquamail|bluemail|\bspark\b|superhuman|\bmailbird\b|\bemclient\b|\buol\b|\bzoho\b|\bgmx\b|web\.de|1&1|\bmy \w+(?: \w+)?$|meu dispositivo|mi dispositivo|\bhandy\b/u;

/** A day in the line: someone says when a parcel was sent. */
const DAY = /\d\s?[/.-]\s?\d|\d\s(?:de|of)\s|\b(?:on|em|no dia|dia|in)\s+\d/;

const GET =
  /^(?:get|obter|obtenha|obt[eé]n|obtener|baixe|baixar|transferir|descarga|descargar|obtenir|obtenez|téléchargez|télécharger|scarica|ottieni|download|hämta|hent|pobierz|holen|downloaden|outlook)\b.*\boutlook\b.*\b(?:ios|android|mobile|mac)\b|^outlook .{1,8} (?:ios|android) .{3,20}$/u;

/** `Get BlueMail for Android`: the name of any program, and where it runs. */
const GET_PROGRAM =
  /^(?:get|obter|obtenha|obtener|obtenez|baixe|download|descargar|scarica|holen) [\p{L}\p{N}]{2,16}(?: [\p{L}\p{N}]{2,12})? (?:for|para|pour|für|per) (?:ios|android|mobile|mac|iphone|ipad|desktop|windows)$/u;

/** Japanese, Chinese and Korean say it the other way round. */
const SENT_EASTERN = /^.{2,20}(?:から送信|에서 보냄)$|^(?:发自我的|来自我的|從我的|寄自我的).{2,20}$/u;

/** A program nobody here has heard of, with the link to where it is had. */
const SENT_WITH_LINK =
  /^(?:sent (?:from|via|with|using|by)|enviad[oa] (?:com|via|do|da|pelo|pela|por|usando|desde)) [^<>()[\]]{2,30}[<([]\s?https?:[^\s<>()[\]]{3,90}\s?[>)\]]\.?$/i;

const YAHOO = /^yahoo (?:mail|correo|e-?mail)\s?:\s/;

/** Whether a line was put in by a mail program to speak of itself. */
export function isPromotion(line: string): boolean {
  if (line.length > MAX_PROMOTION || line.length < 6 || /\?\W*$/.test(line)) return false;
  const text = plain(line)
    .replace(/^[-–—\s[(]+|[\s.!)\]]+$/g, '')
    .replace(/\(\s?(?:https?:[^\s)]*)\s?\)/g, '');
  if (
    GET.test(text) ||
    GET_PROGRAM.test(text) ||
    YAHOO.test(text) ||
    SENT_EASTERN.test(text) ||
    SENT_WITH_LINK.test(line)
  )
    return true;
  if (!SENT.test(text) || text.split(' ').length > MAX_PROMOTION_WORDS || DAY.test(text)) return false;
  if (text.startsWith('von ') && !text.endsWith('gesendet')) return false;
  return WITH.test(text);
}

const HEADING =
  /^\W{0,6}(?:confidentiality (?:notice|note|warning)|legal (?:notice|disclaimer)|disclaimer|e-?mail disclaimer|aviso de confidencialidade|nota de confidencialidade|aviso legal|advertência legal|aviso de confidencialidad|avis de confidentialité)\b/;

/** What disclaimers say; one of these alone a person says too. */
const CLAIMS = [
  /\bconfiden[ct]i|\bvertraulich|\briservat/,
  /intended (?:solely |only |exclusively )?(?:for|recipient)|addressee|destinat[áa]ri|destinataire|empfänger|destinad[ao] (?:exclusivamente|apenas|somente|unicamente)|uso exclusivo/,
  /in error|by mistake|por engano|por erro|indevidamente|par erreur|irrtümlich|per errore|por error/,
  /privileged|sigilos|privilegiad|legally protected|protegid[ao]s? (?:por|pela) (?:lei|sigilo)/,
  /unauthori[sz]ed|disclos|disseminat|prohibited|proibid|divulga|vedad|utiliza[çc][ãa]o indevida|interdit|prohibid/,
  /notify the sender|delete (?:it|this|the)|apague|elimine|comunique|informe o remetente|avise o remetente|destrua/,
];

const FOOTER =
  /\bbefore printing\b|\bantes de imprimir\b|avant d[’']imprimer|virus-?free\b|livre de vírus|(?:não contém|sem) vírus|\bchecked for viruses\b|\bscanned (?:by|for)\b|verificad[oa] (?:quanto a|contra) vírus|foi verificado pelo/;

/** Whether a paragraph at the end of a mail is a company's disclaimer or a virus scanner's note. */
export function isDisclaimer(paragraph: string): boolean {
  const text = plain(paragraph.slice(0, MAX_DISCLAIMER_LOOKED_AT));
  if (FOOTER.test(text) && text.length < MAX_FOOTER) return true;
  const heading = HEADING.exec(text)?.[0].length ?? 0;
  const claims = CLAIMS.filter((claim) => claim.test(text.slice(heading))).length;
  if (heading > 0) return claims >= 2 || text.length - heading < 3;
  return text.length >= MIN_DISCLAIMER && claims >= 3;
}
