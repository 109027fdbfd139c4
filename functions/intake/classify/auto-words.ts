/**
 * What auto-responders say, in lower case without accents: English, Portuguese, Spanish, French, German, Italian, Dutch,
 * and the subjects of Exchange and Google in some more. Anchored, so that a person who writes about them is not one of them.
 */

/** What mail programs put before the subject they answer. A person's "Re:" before it makes it a person's. */
export const AUTO_REPLY_SUBJECT = new RegExp(
  `^\\W{0,3}(?:${[
    'auto(?:matic|mated|matisk|matische?)?[ -]?(?:reply|response|answer|antwort|svar|antwoord)',
    'out[ -]of[ -](?:the )?office (?:auto[ -]?reply|reply|response|message|notification)',
    'respo(?:sta|nse) automatica',
    'respuesta automatica',
    'auto-?(?:resposta|respuesta|respons|risposta)',
    'reponse automatique',
    "message d'absence",
    'risposta automatica',
    'automatisk svar',
    'automaattinen vastaus',
    'automatikus valasz',
    'raspuns automat',
    'automatyczna odpowiedz',
    'automaticka odpoved',
    'otomatik yan[i\u0131]t',
    'avtomaticeskii otvet',
    '\u0430\u0432\u0442\u043e\u043c\u0430\u0442\u0438\u0447\u0435\u0441\u043a\u0438\u0438 \u043e\u0442\u0432\u0435\u0442',
    '\u0430\u0432\u0442\u043e\u043e\u0442\u0432\u0435\u0442',
    '\u03b1\u03c5\u03c4\u03bf\u03bc\u03b1\u03c4\u03b7 \u03b1\u03c0\u03b1\u03bd\u03c4\u03b7\u03c3\u03b7',
    '\u05ea\u05e9\u05d5\u05d1\u05d4 \u05d0\u05d5\u05d8\u05d5\u05de\u05d8\u05d9\u05ea',
    '\u0631\u062f \u062a\u0644\u0642\u0627\u0626\u064a',
    '\uc790\ub3d9 \ud68c\uc2e0'.normalize('NFD'),
    '\u81ea\u52d5\u5fdc\u7b54',
    '\u81ea\u52a8\u7b54\u590d',
    '\u81ea\u52d5\u56de\u8986',
  ].join('|')})\\s?(?:[:\\]\uff1a)]|$| -| ?(?:from|to|by|de|von) )`,
);

const AWAY = [
  'out[ -]of[ -](?:the )?office',
  'ooo',
  'away from (?:my |the )?(?:office|desk|mail|e-?mail)',
  '(?:on )?(?:vacation|annual leave|parental leave|maternity leave|holiday)',
  'away (?:message|notice)',
  'vacation (?:reply|message|notice|response)',
  'fora d[oe] escritorio',
  'ausencia(?: temporaria| temporal| do escritorio| de la oficina| de oficina)?',
  'aviso de (?:ausencia|ferias)',
  'ausente(?: do escritorio| de la oficina)?',
  '(?:estou )?(?:de|em) ferias',
  'ferias',
  'licenca maternidade',
  'fuera de (?:la )?oficina',
  '(?:de |estoy de )?vacaciones',
  'absence(?: du bureau)?',
  'absent(?:e)?(?: du bureau)?',
  'en conges?',
  'conges?',
  'abwesend',
  'abwesenheit(?:snotiz|smeldung|sassistent|sbenachrichtigung)?',
  'nicht im (?:buro|hause)',
  '(?:im )?urlaub',
  'fuori (?:sede|ufficio)',
  'assenza',
  'assente',
  'afwezig(?:heid)?(?:sbericht)?',
].join('|');

/** The subject is an absence and nothing else, or an absence before a colon; Notes says who is away. */
export const ABSENCE_SUBJECT = new RegExp(
  `^\\W{0,3}(?:(?:i am|i'm|estou|estoy|je suis|ich bin) )?(?:${AWAY})(?:\\s?[:\\]\uff1a]|\\W{0,3}$| - | (?:re|res|aw) ?:)|^(?!(?:re|res|fwd?|aw|wg|tr|enc|rv) ?:).{2,80} (?:is (?:currently )?(?:out of (?:the )?office|away|on (?:vacation|leave))|ist (?:ausser haus|nicht im buro|abwesend)|est absente?|esta (?:fora do escritorio|ausente|de ferias|fuera de la oficina))\\b(?:\\W{0,3}$|[ .]{0,3}\\(| until | ate | bis | hasta )`,
);

/** Somebody is away, in their own words. People say it in letters too, so it is a weak sign. */
export const ABSENT = new RegExp(
  [
    "\\b(?:am|be|is|i'm|currently|are) (?:currently |presently |now )?(?:out of|away from|not in) (?:the |my )?(?:office|desk)",
    '\\bout of (?:the )?office (?:until|from|on|and|with|through|starting|till)\\b',
    "\\b(?:am|i'm|be) (?:currently )?(?:on|away on) (?:annual |my |parental |maternity |paternity |sick |medical |a )?(?:vacation|leave|holidays?)\\b",
    '\\bwill not be reading my (?:e-?)?mail|\\bwill be read when i return',
    '\\blimited access to (?:my )?e-?mail',
    '\\bno access to (?:my )?e-?mail',
    '\\b(?:reply|respond|answer|get back)[^.\\n]{0,60}(?:on|upon|after|when i) (?:my )?return',
    '\\bno longer (?:works?|employed|with|at)\\b[^.\\n]{0,60}',
    '\\best(?:ou|arei) (?:ausente|fora|de ferias|em ferias|de licenca|em licenca|sem acesso)',
    '\\bausente do escritorio',
    '\\bencontro-me (?:ausente|de ferias|em ferias|fora)',
    '\\b(?:no meu|apos (?:o )?meu) (?:retorno|regresso)',
    '\\bacesso limitado a(?:o|os)? (?:meu |meus )?e-?mails?',
    '\\bnao trabalha mais\\b',
    '\\best(?:oy|are) (?:ausente|fuera|de vacaciones|de baja|de permiso)',
    '\\bme encuentro (?:ausente|fuera|de vacaciones)',
    '\\ba mi (?:regreso|vuelta)',
    '\\bacceso limitado al? (?:correo|e-?mail)',
    '\\bje suis (?:actuellement )?(?:absente?|en conges?|en vacances|hors du bureau)',
    '\\bactuellement absente?',
    '\\b(?:a|des) mon retour',
    '\\bbin (?:ich )?(?:[^.\\n]{0,60})(?:abwesend|im urlaub|nicht im (?:buro|hause)|nicht erreichbar|ausser haus)',
    '\\bich bin (?:bis|ab|vom|derzeit|zurzeit|zur zeit|momentan) ',
    '\\bnach meiner ruckkehr',
    '\\bsono (?:assente|fuori (?:sede|ufficio)|in ferie)',
    '\\bal mio (?:rientro|ritorno)',
    '\\bben (?:ik )?(?:afwezig|niet op kantoor|met vakantie|op vakantie)',
  ].join('|'),
);

/** A line that begins by saying what it is. */
export const SAYS_AUTOMATIC = new RegExp(
  `(?:^|\\n|[.!?] )[^\\w\\n]{0,6}(?:${[
    '(?:please note(?: that)? )?this (?:is an?|e-?mail is an?|message is an?|(?:e-?mail|message|reply|response) (?:was|has been|is)(?: being)?) ?(?:auto(?:mat\\w{1,8})?[ -]?(?:generated|reply|response|respons?e|sent|created|e-?mail|message|notification|acknowledge?ment|confirmation)|(?:sent|generated|created) automatically)',
    'this (?:is an )?(?:system|computer)[ -]generated',
    '(?:esta?|este) (?:e uma?|mensagem e|e-?mail e|e um) ?(?:uma?)? ?(?:mensagem|resposta|e-?mail)? ?(?:automatic[ao]|gerad[ao] automaticamente|enviad[ao] automaticamente)',
    '(?:esta mensagem|este e-?mail) foi (?:gerad[ao]|enviad[ao]) automaticamente',
    'mensagem automatica',
    'e-?mail automatico',
    'est[ea] (?:es un|es una|mensaje es|correo es)? ?(?:mensaje|correo|respuesta)? ?(?:automatic[ao]|generad[ao] automaticamente|(?:ha sido|fue) (?:generad[ao]|enviad[ao]) automaticamente)',
    '(?:ceci est un|ce (?:message|courriel|mail) (?:est|a ete)(?: un)?) ?(?:message|courriel|mail|e-mail|reponse)? ?(?:automatique|(?:envoye|genere) automatiquement)',
    '(?:dies ist eine|diese (?:e-?mail|nachricht) wurde) (?:automatisch|automatische)',
    'questo (?:e un|messaggio e)(?: un)? ?(?:messaggio|e-?mail)? ?(?:automatic[ao]|(?:generato|inviato) automaticamente)',
  ].join('|')})`,
);

/** Asks that the mail itself is not answered. */
export const DO_NOT_REPLY = new RegExp(
  [
    "\\b(?:do not|don't) (?:reply|respond|answer)(?: directly)?(?: to (?:this|the)\\b|[.!\\n]|$)",
    '\\bnot monitored\\b|\\bunmonitored (?:mailbox|address|e-?mail)',
    '\\bnao (?:responda|e necessario responder|responder|e monitorad[ao])\\b',
    '\\bno (?:responda|responder|conteste)s? (?:a |este |esta |al )',
    '\\b(?:ne pas|merci de ne pas) (?:y )?repondre',
    '\\bnicht auf diese (?:e-?mail|nachricht)',
    '\\bnon rispondere\\b',
  ].join('|'),
);

/** What help desks answer by themselves. */
export const ACKNOWLEDGES = new RegExp(
  [
    '\\b(?:thank you|thanks) for (?:contacting|your (?:e-?mail|message|enquiry|inquiry)|getting in touch|writing|reaching out)[^\\n]{0,80}',
    "\\b(?:we have|we've|has been) received (?:your|and)\\b",
    '\\byour (?:ticket|request|case|e-?mail|message|enquiry|inquiry) (?:has been|was) (?:received|created|logged|opened)',
    '\\brecebemos (?:o )?(?:seu|sua) (?:e-?mail|mensagem|contato|solicitacao|pedido)',
    '\\b(?:obrigad[oa]|agradecemos) (?:por|pelo|o|a) (?:seu |sua |entrar em )?(?:contato|mensagem|e-?mail)',
    '\\bhemos recibido (?:su|tu) (?:mensaje|correo|solicitud)',
    '\\bgracias por (?:contactar|escribir|su mensaje|su correo|ponerse en contacto)',
    '\\bnous avons bien recu votre',
    '\\b(?:vielen dank fur ihre (?:nachricht|e-?mail|anfrage)|wir haben ihre (?:nachricht|e-?mail|anfrage) erhalten)',
  ].join('|'),
);

/** What a receiver's report on mails in our name is titled (RFC 7489, section 7.2.1.1). */
export const DMARC_SUBJECT = /^(?:\[[^\]]{1,60}\] ?)?report domain: ?\S{1,255} submitter:/;
