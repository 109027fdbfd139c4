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
    'automatyczna odpowiedz',
    'automaticka odpoved',
    'otomatik yan[i\u0131]t',
    'avtomaticeskii otvet',
    '\u0430\u0432\u0442\u043e\u043c\u0430\u0442\u0438\u0447\u0435\u0441\u043a\u0438\u0438 \u043e\u0442\u0432\u0435\u0442',
    '\u0430\u0432\u0442\u043e\u043e\u0442\u0432\u0435\u0442',
    '\u81ea\u52d5\u5fdc\u7b54',
    '\u81ea\u52a8\u7b54\u590d',
    '\u81ea\u52d5\u56de\u8986',
  ].join('|')})\\s?(?:[:\\]\uff1a)]|$| -)`,
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

/** The subject is an absence and nothing else, or an absence before a colon. */
export const ABSENCE_SUBJECT = new RegExp(`^\\W{0,3}(?:${AWAY})(?:\\s?[:\\]\uff1a]|\\W{0,3}$| - )`);

/** Somebody is away, in their own words. People say it in letters too, so it is a weak sign. */
export const ABSENT = new RegExp(
  [
    "\\b(?:am|be|is|i'm|currently|are) (?:currently |presently |now )?(?:out of|away from|not in) (?:the |my )?(?:office|desk)",
    '\\bout of (?:the )?office (?:until|from|on|and|with|through|starting|till)\\b',
    "\\b(?:am|i'm|be) (?:currently )?(?:on|away on) (?:annual |my |parental |maternity |paternity |sick |medical |a )?(?:vacation|leave|holidays?)\\b",
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

/** Asks not to be answered. */
export const DO_NOT_REPLY = new RegExp(
  [
    "\\b(?:do not|don't) (?:reply|respond|answer)\\b",
    '\\bnot monitored\\b|\\bunmonitored (?:mailbox|address|e-?mail)',
    '\\bnao (?:responda|e necessario responder|responder|e monitorad[ao])\\b',
    '\\b(?:favor|por favor),? nao (?:responda|responder)',
    '\\bno (?:responda|responder|conteste)s?\\b',
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
