/**
 * What auto-responders say, in lower case without accents: English, Portuguese, Spanish, French, German, Italian, Dutch,
 * and the subjects of Exchange and Google in some more. Anchored, so that a person who writes about them is not one of them.
 */

/** What mail programs put before the subject they answer. A person's "Re:" before it makes it a person's. */
export const AUTO_REPLY_SUBJECT = new RegExp(
  `^(?:\\[[^\\]]{1,60}\\] ?)?\\W{0,3}(?:${[
    'auto(?:matic|mated|matisk|matische?)?[ -]?(?:reply|response|answer|antwort|svar|antwoord)',
    'auto-?responder',
    'auto(?:matic|mated) (?:acknowledge?ment|confirmation)(?: of\\b.{0,80})?',
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
    '\\b(?:not|no longer) (?:monitored|in use)\\b|\\bunmonitored (?:mailbox|address|e-?mail)',
    '\\bnao (?:e necessario responder|responder|e monitorad[ao])\\b|\\bnao responda(?: (?:a|ao|este|esta|esse|essa|diretamente)\\b|[.!\\n]|$)',
    '\\bno (?:responda|responder|conteste)s? (?:a |este |esta |al )',
    '\\b(?:ne pas|merci de ne pas) (?:y )?repondre',
    '\\bnicht auf diese (?:e-?mail|nachricht)',
    '\\bnon rispondere\\b',
  ].join('|'),
);

/** When somebody of a team will answer, as help desks write it. People promise too, but neither as a team nor within hours. */
export const PROMISES = new RegExp(
  [
    '\\b(?:team|representatives?|agents?|colleagues?|specialists?|advis[oe]rs?|staff|someone|somebody)\\b[^.\\n]{0,60}\\b(?:will|shall)\\b[^.\\n]{0,40}\\b(?:back to you|reply|respond|answer|contact you|touch|follow[ -]?up|review)',
    '\\bis being (?:reviewed|handled|processed) by (?:our|a)\\b',
    '\\bwe (?:will|shall|aim to|try to|endeavou?r to)\\b[^.\\n]{0,40}\\b(?:back to you|reply|respond|answer|contact you|touch)[^.\\n]{0,60}\\b(?:within|shortly|hours|(?:working|business) days?)',
    '\\b(?:equipe|atendentes?|consultor(?:es|a)?|especialistas?|analistas?|colaborador(?:es)?)\\b[^.\\n]{0,60}\\b(?:entrara|entrarao|ira|irao|vai|retornara|respondera)',
    '\\b(?:responderemos|retornaremos|entraremos em contato|daremos (?:um )?retorno|retornamos|respondemos)\\b[^.\\n]{0,60}\\b(?:em ate|em breve|no prazo|assim que possivel|o mais (?:breve|rapido)|dentro de|horas|dias uteis)',
    '\\bem breve\\b[^.\\n]{0,60}\\b(?:entraremos|retornaremos|responderemos|contato)',
    '\\b(?:responderemos|contactaremos|atenderemos)\\b[^.\\n]{0,60}\\b(?:brevedad|lo antes posible|horas|plazo)',
    '\\b(?:wir (?:melden|kummern) uns|werden (?:ihre|wir)|antworten ihnen)\\b[^.\\n]{0,60}\\b(?:schnellstmoglich|in kurze|innerhalb|so bald wie moglich|umgehend|bearbeit\\w+)',
    '\\b(?:equipe|conseillers?|service|nous)\\b[^.\\n]{0,60}\\b(?:repondra|repondrons|recontact\\w+|traitera)\\b[^.\\n]{0,60}\\b(?:plus brefs|rapidement|delais?|sous|heures)',
  ].join('|'),
);

/** What help desks answer by themselves. */
export const ACKNOWLEDGES = new RegExp(
  [
    '\\b(?:thank you|thanks) for (?:contacting|your (?:e-?mail|message|enquiry|inquiry)|getting in touch|writing|reaching out)[^\\n]{0,80}',
    "\\b(?:we have|we've|has been) received (?:your|and)\\b",
    '(?<!\\b(?:my|our) )\\b(?:ticket|request|case|e-?mail|message|enquiry|inquiry|incident|query)\\b[^.\\n]{0,30}\\b(?:has been|was) (?:successfully )?(?:received|created|logged|opened|registered|assigned)',
    '\\bconfirmamos (?:o )?recebimento',
    '(?<!\\b(?:meu|minha) )\\b(?:chamado|ticket|solicitacao|protocolo|atendimento|mensagem|e-?mail)\\b[^.\\n]{0,30}\\bfoi (?:aberto|criad[oa]|registrad[oa]|recebid[oa])',
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
