import { ANSWERED, customerSpeaks, fold, type LookedAt } from './look-at.ts';
import type { Sign } from './sign.ts';

/** Headers that mailing services put on; people's mails sent through the same services have some of them. */
const SERVICE =
  /^(?:feedback-id|x-feedback-id|x-campaign(?:-?id)?|x-campaignid|x-mc-user|x-mailgun-(?:tag|sid|campaign-id|batch-id)|x-sg-(?:eid|id)|x-csa-complaints|x-report-abuse(?:-to)?|x-mandrill-user|x-sfmc-stack|x-job|x-mailer-recptid|x-rpcampaign|x-cid|x-bulk|x-bulkmail|x-mailinglist|x-mj-\w{1,20}|x-smtpapi|x-pm-message-id|x-msys-api|x-ac-weight|x-ses-configuration-set|x-hs-\w{1,20}|x-roving-id)$/;
/** RFC 2919 and 2369. List-Unsubscribe is not among them: gateways put it on people's mails. */
const LIST_HEADERS = ['List-Id', 'List-Post', 'List-Help', 'List-Subscribe', 'List-Owner', 'List-Archive'];
/** List software's own headers; nobody else writes them. */
const LIST_SOFTWARE = [
  'x-mailman-version',
  'x-beenthere',
  'x-mailing-list',
  'mailing-list',
  'x-listname',
  'x-ml-name',
  'x-listserver',
];
const UNSUBSCRIBE =
  /\b(?:unsubscribe|opt[ -]out|manage (?:your )?(?:preferences|subscriptions)|(?:cancel|remov)\w{1,3} (?:a |sua )?(?:inscricao|assinatura)|descadastr\w{1,8}|nao (?:quer|deseja) (?:mais )?receber|darse de baja|cancelar (?:la |su )?suscripcion|se desinscrire|desabonner|abmelden|abbestellen|disiscriv\w{1,6})/;
/** What else newsletters say, where no header gives them away. */
const IN_BROWSER =
  /\b(?:view|see|read|open|visuali[sz]\w{1,4}|ver|veja|voir|afficher)\b[^\n]{0,40}\b(?:in|on|no|en|dans|im) (?:your |a |the |seu |o |tu |su |le |votre )?(?:web ?)?(?:browser|navegador|navigateur)|\bim browser (?:an)?(?:sehen|zeigen)|\b(?:web|online) version\b|\bversao (?:web|online)/;
const WHY_YOU =
  /\byou(?:'re| are)? (?:receiv\w{1,5}|getting|got) this (?:e-?mail|message|newsletter) because|\bthis (?:e-?mail|message|newsletter) (?:was|is) sent to \S{1,100}@|\bvoce (?:esta recebendo|recebeu|recebe) (?:este|esta|esse) (?:e-?mail|mensagem|newsletter)|\b(?:has recibido|recibes|recibe) este (?:correo|e-?mail|mensaje)|\bvous recevez (?:cet|ce|cette) (?:e-?mail|message|newsletter)|\bsie erhalten diese (?:e-?mail|newsletter|nachricht)/;
/** A line with a link to leave by; people's signatures and complaints have none. */
const LINK =
  /\b(?:click|clique|haga clic|cliquez|klicken)\b[^\n]{0,60}\b(?:unsubscribe|opt[ -]out|descadastr|cancel|baja|desinscri|desabonn|abmeld|abbestell)|\b(?:unsubscribe|descadastr\w{1,8}) (?:here|aqui)\b/;
const OFFER =
  /\d ?% (?:off|de desconto|desconto|rabatt|de reduction|de descuento)|\bnewsletter\b|\b(?:ofertas?|promoc\w{2,6}|cupo[mn]|black friday|weekly digest|liquidac\w{2,4})\b/;
/** An unsubscribing line stands at the end of a newsletter; what of the end is searched (characters). */
const TAIL = 4_000;

/**
 * What speaks for a mail to many (RFC 2369, 2919, 8058). A list's header is none where the list is our own mailbox, a group
 * that hands mail on to us, nor on an answer to a mail of ours, which a list only carried.
 */
export function bulkSigns(seen: LookedAt): Sign[] {
  const { header, headers, own, answersUs } = seen;
  const firm: Sign[] = [];
  const ours = isOwnGroup(header, own);
  const precedence = header('precedence').toLowerCase();
  if (/^(?:bulk|junk)\b/.test(precedence) && !ours) firm.push(sign(2, `Precedence is "${precedence}"`));
  if (ours || answersUs) return firm;

  if (precedence === 'list') firm.push(sign(2, 'Precedence is "list"'));
  const software = LIST_SOFTWARE.find((name) => headers.has(name));
  const named = LIST_HEADERS.find((name) => headers.has(name.toLowerCase())) ?? software;
  if (named) firm.push(sign(2, `it has the mailing-list header ${named}`));
  // RFC 8058, section 3: one click leaves a list, which only senders to many offer.
  if (header('list-unsubscribe-post')) {
    firm.push(sign(2, 'it has the mailing-list header List-Unsubscribe-Post'));
  }
  if (firm.length > 0) return firm;
  const weak = [...serviceSigns(seen), ...newsletterSigns(seen)];
  return weak.length > 1 && !customerSpeaks(seen) ? weak : [];
}

function serviceSigns({ header, headers }: LookedAt): Sign[] {
  const service = [...headers.keys()].find((name) => name.length <= 40 && SERVICE.test(name));
  return [
    ...(header('list-unsubscribe') ? [sign(1, 'it has the mailing-list header List-Unsubscribe')] : []),
    ...(service ? [sign(1, `it has a mailing service's header ${service}`)] : []),
  ];
}

/** What newsletters say, where no header gives them away. People pass newsletters on and answer them. */
function newsletterSigns({ subject, words, mail }: LookedAt): Sign[] {
  const tail = fold(mail.text.slice(-TAIL));
  if (ANSWERED.test(subject) || mail.answers.length > 0 || !UNSUBSCRIBE.test(tail)) return [];
  return [
    sign(1, 'the text says how to unsubscribe'),
    ...(IN_BROWSER.test(words) || IN_BROWSER.test(tail) ? [sign(1, 'it can be read in a browser')] : []),
    ...(WHY_YOU.test(tail) ? [sign(1, 'it says why it was sent')] : []),
    ...(OFFER.test(subject) && LINK.test(tail) ? [sign(1, 'its subject makes an offer')] : []),
  ];
}

function sign(weight: Sign['weight'], evidence: string): Sign {
  return { of: 'bulk', weight, evidence };
}

function isOwnGroup(header: LookedAt['header'], own: LookedAt['own']): boolean {
  const post = /<?mailto:([^>?,\s]{1,320})/i.exec(header('list-post'))?.[1];
  if (post !== undefined) return own.matches(post);
  const named = /<([^<>\s]{1,320})>/.exec(header('list-id'))?.[1] ?? header('list-id');
  // RFC 2919: refunds@shop.example's list is refunds.shop.example.
  return own.matches(named) || own.matches(named.replace('.', '@'));
}
