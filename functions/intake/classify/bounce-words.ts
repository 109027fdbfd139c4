/** What mail servers say when they report, in lower case without accents. Subjects are anchored: "Re:" before one is a person's. */

/** How servers title their reports: Sendmail, Postfix, qmail, Exim, Exchange, Domino, Gmail, in the languages they come in. */
export const BOUNCE_SUBJECT = new RegExp(
  `^\\W{0,3}(?:${[
    'undeliver(?:able|ed)(?::| mail\\b| message\\b|$)',
    '(?:mail )?delivery (?:status )?(?:notification|failure|failed|has failed|report|delayed?|error|incomplete|problem|of your message)',
    'mail (?:delivery )?(?:system|subsystem)(?: error)?\\b',
    'mail could not be delivered',
    '(?:message|mail|e-?mail) (?:not delivered|undeliverable|delivery (?:failed|failure|delayed)|could not be delivered|status - undeliverable)',
    'returned mail\\b',
    'returned to sender',
    'failure notice\\b',
    'failed(?: mail)? delivery\\b',
    'failure delivery\\b',
    'non[- ]?deliver(?:y|able)(?: report| notification| mail| of\\b|:|$)',
    '(?:permanent|temporary|transient|final) (?:delivery )?(?:failure|error)',
    '(?:message|mail|e-?mail) (?:you sent )?(?:was |has been |is )?(?:blocked|rejected|refused|returned|delayed)',
    'nondeliverable mail',
    'rejected(?: mail| message)?:',
    'warning: (?:message|could not send)',
    "your (?:message|mail|e-?mail) (?:to \\S{1,100} )?(?:could not|couldn't|was not|wasn't|(?:has been|was) (?:delayed|rejected|blocked|refused|returned)|is delayed)",
    'delivered:|relayed:|expanded:|delayed(?: mail)?\\b',
    'nao (?:foi possivel entregar|entregue)|impossivel entregar|nao entregue:',
    '(?:falha|erro|atraso|problema) (?:na|no|de) (?:entrega|envio)',
    '(?:mensagem|e-?mail) (?:nao (?:entregue|enviad[ao])|devolvid[ao]|retornad[ao]|rejeitad[ao])',
    '(?:devolucao|retorno) (?:de|da) (?:mensagem|e-?mail)',
    'notificacao (?:de|do) (?:status|estado|falha) (?:de|da|na) entrega',
    'entregue:|entregado:|remis :|zugestellt:',
    'no se (?:puede|pudo|ha podido) entregar|no entregado|no se puede entregar',
    '(?:fallo|error|falla) (?:en|de) (?:la )?entrega',
    '(?:correo|mensaje) (?:devuelto|no entregado|rechazado)',
    'notificacion (?:de|del) estado de(?: la)? entrega',
    'unzustellbar(?:e)?\\b|nicht zustellbar|nachricht nicht zustellbar',
    '(?:mail-?|nachrichten)?zustellung (?:fehlgeschlagen|verzogert)|(?:fehler bei der|verzogerung bei der) (?:nachrichten)?zustellung',
    // Exchange spells it so.
    'benachricht(?:ig)?ung (?:uber den|zum) (?:zustell|ubermittlungs)status',
    "non (?:remis|remise|distribuable|distribue)\\b|echec (?:de|d'|de la) ?(?:la )?(?:remise|distribution|livraison du message|envoi)",
    'message non (?:remis|delivre|distribue)|courrier (?:non remis|retourne)',
    "notification d'etat de (?:la )?(?:remise|distribution)|notification de l'etat de (?:la )?(?:remise|distribution)",
    'non recapitabile|mancato recapito|impossibile recapitare|mancata consegna',
    'onbestelbaar\\b|niedostarczalne|nie mozna dostarczyc|nedorucitelne',
    '\u043d\u0435 \u0443\u0434\u0430\u0435\u0442\u0441\u044f \u0434\u043e\u0441\u0442\u0430\u0432\u0438\u0442\u044c|\u043d\u0435\u0434\u043e\u0441\u0442\u0430\u0432\u043b\u0435\u043d',
  ].join('|')})`,
);

/** Sentences that are a server's own, which no person writes of a parcel. */
export const BOUNCE_TEMPLATE = new RegExp(
  [
    'this is the (?:mail (?:delivery )?(?:system|agent)|qmail-send|deliver|mta|postfix|e-?mail delivery)\\b[^\\n]{0,80}',
    "\\bhi\\. (?:this is|the mta|i'm)\\b[^\\n]{0,80}",
    'this message was created automatically by (?:the )?mail (?:delivery|transfer) (?:software|system)',
    'this (?:is an|report was) automatically generated (?:delivery|by the mail)[^\\n]{0,60}',
    'delivery to the following recipients? (?:has )?(?:been )?(?:failed|permanently|delayed)',
    'delivery has failed to these recipients',
    "\\b(?:your|the|this) (?:message|mail|e-?mail)\\b[^\\n]{0,160}\\b(?:could not|couldn't|can not|cannot|can't|wasn't|was not|has not|hasn't|not)\\b[^\\n]{0,20}\\bdelivered",
    '\\b(?:your|the|this) (?:message|mail|e-?mail)\\b[^\\n]{0,160}\\b(?:was|has been) (?:\\w{1,20} )?(?:rejected|blocked|refused|returned)\\b',
    '(?:failed|undelivered|not delivered|undeliverable)\\b[^\\n]{0,30} (?:to|for) (?:the )?following (?:recipient|address|user)',
    'did not reach the following recipient',
    'the following (?:address|recipient|addresses|recipients|address\\(es\\))[^\\n]{0,20} (?:failed|had|could not|cannot|was undeliverable|were undeliverable)',
    "(?:could not|couldn't|unable to|cannot|failed to) (?:be delivered to|deliver (?:your |this |the )?(?:message|mail|e-?mail))",
    'undeliverable (?:to|message|recipient)',
    'transcript of (?:the )?session follows',
    'diagnostic information for administrators|generating server:|original message headers:',
    '(?:^|\\n)[ \\t]*(?:reporting-mta|final-recipient|diagnostic-code|remote-mta):',
    'below this line is a copy of the message|this is a copy of (?:the|your) message|(?:unsent|returned|original) message (?:follows|below)',
    "giving up on \\d|i've given up|(?:i wasn't|i was not) able to deliver",
    'delivery (?:status )?notification \\((?:failure|delay)\\)',
    'warning message only|you do not need to resend',
    'nao foi possivel (?:entregar|enviar) (?:a |sua |esta |o |seu )?(?:mensagem|e-?mail)',
    '(?:mensagem|e-?mail)[^\\n]{0,80} nao (?:pode|foi|pode ser) (?:ser )?(?:entregue|enviad[ao])',
    '(?:falha|erro) (?:na|ao) entreg(?:a|ar) (?:para|a|da|sua) ?(?:mensagem|seguintes?|estes|destinatario)?',
    'no se (?:pudo|puede|ha podido) entregar (?:el |su |este )?(?:mensaje|correo)|(?:mensaje|correo)[^\\n]{0,80} no (?:se |pudo |ha )[^\\n]{0,20}entrega',
    '(?:zustellung|ubermittlung) an (?:die )?folgenden?\\b[^\\n]{0,40} (?:fehlgeschlagen|gescheitert|verzogert)',
    'konnte[^\\n]{0,80} nicht (?:zugestellt|ubermittelt|zustellen)|(?:nachricht|e-?mail|mail)[^\\n]{0,80} nicht (?:zugestellt|zustellbar|ubermittelt)',
    "(?:message|courriel|e-?mail)[^\\n]{0,80} n'a (?:pas )?(?:pu|ete)[^\\n]{0,20}(?:remis|distribue|delivre|envoye)|impossible de (?:remettre|distribuer|livrer) (?:le|votre) message|echec de la remise",
    'non e stato possibile (?:recapitare|consegnare)',
  ].join('|'),
);

/** What is said in reports and elsewhere: enough beside a sender that is a server. */
export const BOUNCE_WORDS =
  /\buser unknown|\bunknown user|\bno such (?:user|recipient|mailbox|address)|\b(?:mailbox|inbox|account|recipient|address|user|domain|host)\b[^\n]{0,60}\b(?:full|unavailable|not found|rejected|disabled|doesn't exist|does not exist|unknown|over quota|couldn't be found|inactive)|\bquota\b|\bundeliver|\bnot delivered|\bbounced?\b|\breturned\b|\bretr(?:y|ied|ies)\b|\bdelayed\b|\bcaixa (?:postal )?(?:cheia|inexistente)|\b(?:usuario|destinatario|conta|endereco)\b[^\n]{0,40}\b(?:inexistente|desconhecid[oa]|nao (?:existe|encontrad[oa]))|\bbuzon lleno|\b(?:empfanger|postfach)\b|\bdestinataire\b|\b[45]\d\d[ -]#?[45]\.\d\.\d/;

/** It is late, and the server goes on trying. */
export const DELAYED =
  /\bdelay(?:ed)?\b|\bwarning: (?:message|could not send)|\bwarning message only|\bnot yet been delivered|\b(?:will|is|are) (?:be )?(?:keep |continue |still )?(?:trying|retr(?:y|ied)|attempt(?:s|ing)? (?:to deliver )?(?:again|until|for))|\bdo not need to resend|\b(?:atras(?:o|ada|ado)|retraso|verzogert|retardee?)\b/;

/** Outlook's titles of what its users opened or threw away, as it writes them in each language. */
export const READ_SUBJECT =
  /^(?:read|not read|lida|nao lida|lido|nao lido|leido|no leido|leida|gelesen|ungelesen|lu|non lu|letto|non letto|gelezen) ?:/;
/** Outlook's note names the mail by its receiver, subject and time; people write of what was read, too. */
export const NAMES_MAIL =
  /\n[ \t]*(?:subject|assunto|asunto|objet|betreff|oggetto|onderwerp|sent|enviad[ao]|enviado el|envoye|gesendet|inviato|verzonden) ?:/;
export const WAS_READ =
  /\bwas (?:read|displayed|opened) on\b|\bdeleted without being read\b|\bhas been (?:read|displayed)\b|\bfoi (?:lid[ao]|excluid[ao] sem ser lid[ao]|exibid[ao])\b|\b(?:se leyo|fue leido|ha sido leido|se elimino sin (?:haberse )?leer)\b|\bwurde[^\n]{0,60} (?:gelesen|geloscht)|\ba ete (?:lu|supprime)|\be stato letto\b|\bis gelezen\b/;
