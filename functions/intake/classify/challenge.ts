import { ANSWERED, customerSpeaks, type LookedAt } from './look-at.ts';

/** Filters that hold a mail until its sender proves to be a person, by their names. */
const SERVICES = [
  'antispam uol',
  'anti-spam uol',
  'spamarrest',
  'spam arrest',
  'boxbe',
  'spamblocker',
  'mailinblack',
  'mail in black',
  'spambouncer',
  'choicemail',
  'knowspam',
  'mailblocks',
  'active spam killer',
  'qconfirm',
  'tmda',
  'cleanmymailbox',
  'spamlion',
  'mailfrontier',
];
const SERVICE_DOMAIN =
  /@(?:[\w-]{1,60}\.){0,3}(?:spamarrest\.com|boxbe\.com|mailinblack\.com|knowspam\.net|bluebottle\.com|mailblocks\.com|sendio\.com)$/;
/** Headers of the programs that ask. */
const HEADERS = [
  'x-askversion',
  'x-tmda-fingerprint',
  'x-tmda-confirm',
  'x-qconfirm',
  'x-spamarrest-info',
  'x-boxbe',
];

/** Asks for a confirmation of the sender or the mail ... */
const CONFIRM = new RegExp(
  [
    '\\b(?:confirm|verify|authenticate|validate|verification of|confirmation of)(?:ing)? (?:that )?(?:your|you|the|this|yourself|sender)\\b[^\\n]{0,20}\\b(?:e-?mail|message|mail|address|identity|self|human|person|sender|delivery|sent)\\b',
    '\\bconfirm (?:yourself|delivery)|\\b(?:e-?mail|sender|address) (?:address )?(?:verification|confirmation)\\b',
    '\\b(?:confirm(?:ar|e|acao)|valid(?:ar|e|acao)) [^\\n]{0,40}\\b(?:mensagem|e-?mail|endereco|remetente|envio|mensaje|correo|direccion|remitente|necessaria)',
    '\\b(?:confirme[rz]?|valide[rz]?|authentifie[rz]?) [^\\n]{0,40}\\b(?:message|e-?mail|mail|adresse|envoi|expediteur)',
    '\\bbestatigen [^\\n]{0,40}\\b(?:e-?mail|nachricht|adresse)|\\b(?:e-?mail|nachricht|adresse)\\b[^\\n]{0,40} (?:zu )?bestatigen',
  ].join('|'),
);
/** Asks whether a person wrote, or for a place on a list of senders: nobody but a filter does. */
const HUMAN = new RegExp(
  [
    "\\b(?:are not|aren't|n'etes pas|nao e|no es|no eres|kein) (?:an? |um |un |une )?(?:robot\\w*|robo|machine|spammer|spam source)",
    '\\bprove (?:that )?you are|\\bthat you are (?:a )?(?:real|human|person|not a)|\\be uma pessoa real|\\bes una persona real',
    '\\badd (?:you|yourself|me) to\\b|\\bbe added to\\b|\\bsenders i have approved',
    '\\bso (?:that )?i can receive your (?:e-?mail|message)|\\b(?:not|only) (?:have|need) to do this (?:again|once)',
  ].join('|'),
);
/** BoxTrapper's subject, which it has to find again in the answer. */
const BOXTRAPPER = /\bverify#\w{6,}/;
/** ... so that the mail that was sent is delivered ... */
const HELD = new RegExp(
  [
    '\\b(?:your|the|this) (?:original )?(?:e-?mail|message)\\b[^\\n]{0,120}\\b(?:held|delivered|redirected|quarantined|not (?:yet )?been delivered|waiting|pending|suspect)',
    '\\b(?:before|so that|in order for|to have|for) (?:your|this|the) (?:original )?(?:e-?mail|message)[^\\n]{0,60}\\b(?:delivered|accepted|released|read)',
    '\\b(?:approved|allowed|accepted|safe|guest) (?:senders?|list)|white-?list',
    '\\bprotected (?:by|from)\\b|\\b(?:protecting|protects) (?:itself|himself|herself|themsel)',
    '\\b(?:sua|a) mensagem (?:seja|foi|esta|sera)[^\\n]{0,60}\\b(?:encaminhada|entregue|retida|bloqueada|quarentena)',
    '\\bsu mensaje [^\\n]{0,60}\\b(?:entregado|retenido)',
    '\\bvotre (?:message|e-?mail|mail) [^\\n]{0,80}\\b(?:remis|delivre|attente|transmis|bloque)',
    '\\b(?:nachricht|e-?mail) [^\\n]{0,60}\\bzugestellt',
  ].join('|'),
);
/** ... by pressing something or by answering. */
const DO_IT =
  /https?:\/\/|\b(?:click|press|follow|reply|respond to this|link below|clique|clicar|responder|haga clic|pulse|cliquez|cliquer|repondre|klicken|antworten)\b/;

/** A filter that asks the sender of a mail to confirm it. Answering one is a mail to a machine, so a person looks. */
export function challengeOf(seen: LookedAt) {
  const { header, headers, from, sender, subject, words, mail } = seen;
  const kind = 'challenge-response' as const;
  if (/^multipart\/report\b/i.test(header('content-type'))) return undefined;
  const own = HEADERS.find((name) => headers.has(name));
  if (own) return { kind, evidence: `it has the header ${own}` };
  const searched = `${from}\n${subject}\n${words}`;
  const service = SERVICES.find((name) => searched.includes(name));
  const known = service !== undefined || (sender !== undefined && SERVICE_DOMAIN.test(sender));
  const boxtrapper = BOXTRAPPER.exec(subject)?.[0];
  if (boxtrapper && !ANSWERED.test(subject)) {
    return { kind, evidence: `its subject has BoxTrapper's mark "${boxtrapper.slice(0, 80)}"` };
  }
  if (!DO_IT.test(words)) return undefined;
  const asked = `${subject}\n${words}`;
  // What asks without a name and answers nothing may be a person who asks for a confirmation.
  const answers = mail.answers.length > 0 || header('auto-submitted') !== '';
  const asks = HUMAN.exec(asked) ?? (known || answers ? CONFIRM.exec(asked) : null);
  if (!asks) return undefined;
  const evidence = `the text asks to "${asks[0].replace(/\s+/g, ' ').trim().slice(0, 80)}"`;
  if (known) return { kind, evidence: `${evidence}, for ${service ?? sender}` };
  const held = HELD.exec(words);
  if (!held || customerSpeaks(seen)) return undefined;
  return { kind, evidence: `${evidence}: "${held[0].replace(/\s+/g, ' ').trim().slice(0, 80)}"` };
}
