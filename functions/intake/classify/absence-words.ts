/**
 * What people let their mail programs say while they are away, in lower case without accents: English, Portuguese, Spanish,
 * French, German, Italian, Dutch. Customers go on holiday too, so each of these alone is a weak sign.
 */

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

/** What a program puts before the "Re:" of what it answers; people answer behind it. */
export const ABSENCE_BEFORE_RE = new RegExp(`^\\W{0,3}(?:${AWAY})\\W{1,3}(?:re|res|aw|sv|rv) ?:`);

/** Somebody is away, in their own words. People say it in letters too, so it is a weak sign. */
export const ABSENT = new RegExp(
  [
    '\\bno longer (?:works? (?:at|for|with|here)|employed|with (?:the company|us)|part of (?:the|our) (?:company|team))',
    '\\btravell?ing (?:for|on) (?:work|business)\\b',
    '\\bhas left (?:the company|our company|the organi[sz]ation)',
    '\\bnao (?:trabalh[ao] mais|faco mais parte|faz mais parte)\\b',
    "\\b(?:am|be|is|i'm|currently|are) (?:currently |presently |now )?(?:out of|away from|not in) (?:the |my )?(?:office|desk)",
    '\\bout of (?:the )?office (?:until|from|on|and|with|through|starting|till)\\b',
    "\\b(?:am|i'm|be) (?:currently )?(?:on|away on) (?:annual |my |parental |maternity |paternity |sick |medical |a )?(?:vacation|leave|holidays?)\\b",
    '\\best(?:ou|arei|amos|aremos) (?:ausentes?|fora|sem acesso|(?:de|em) (?:periodo de |gozo de )?(?:ferias|licenca|recesso|viagem))',
    '\\bausente do escritorio',
    '\\bencontro-me (?:ausente|de ferias|em ferias|fora)',
    '\\best(?:oy|are) (?:ausente|fuera|de vacaciones|de baja|de permiso)',
    '\\bme encuentro (?:ausente|fuera|de vacaciones)',
    '\\bje suis (?:actuellement )?(?:absente?|en conges?|en vacances|hors du bureau)',
    '\\bactuellement absente?',
    '\\bbin (?:ich )?(?:[^.\\n]{0,60})(?:abwesend|im urlaub|nicht im (?:buro|hause)|nicht erreichbar|ausser haus)',
    '\\bich bin (?:bis|ab|vom|derzeit|zurzeit|zur zeit|momentan) ',
    '\\bsono (?:assente|fuori (?:sede|ufficio)|in ferie)',
    '\\bben (?:ik )?(?:afwezig|niet op kantoor|met vakantie|op vakantie)',
  ].join('|'),
);

/** Somebody is on the way, or a program keeps their mail for them: no sign that a program wrote it, only that nobody has read ours. */
export const NOT_READING = new RegExp(
  [
    "\\b(?:i am|i'm|we are|currently) travell?ing\\b",
    '\\best(?:ou|amos) viajando\\b',
    '\\byour ticket\\b|\\bticket (?:#|number)',
    '\\b(?:o|seu) (?:chamado|protocolo) (?:#|numero|n[o.])',
  ].join('|'),
);

/** What becomes of their mail until they are back. */
export const UNTIL_BACK = new RegExp(
  [
    '\\b(?:limited|no|intermittent|restricted|sporadic|without) access to (?:my )?(?:e-?mails?|inbox|mailbox)',
    "\\b(?:reply|respond|answer|get back|read)\\b[^.\\n]{0,60}\\b(?:(?:on|upon|after) (?:my )?return|(?:when|once|after) (?:i return|i am back|i'm back|i get back))",
    '\\bwill not be (?:reading|checking|monitoring) (?:my )?(?:e-?)?mails?|\\bnot be forwarded',
    '\\bacesso (?:limitado|restrito) a(?:o|os)? (?:meu |meus )?e-?mails?|\\b(?:sem|nao terei|nao tenho) acesso (?:a|ao|aos) (?:meu |meus )?e-?mails?',
    '\\b(?:responderei|retornarei|respondo)\\b[^.\\n]{0,60}\\b(?:assim que|quando|apos|no meu|ao retornar|ao regressar)|\\b(?:assim que|quando) (?:eu )?(?:retornar|voltar|regressar)\\b[^.\\n]{0,60}\\b(?:respond|contat|e-?mail|mensage)',
    '\\b(?:no|apos|apos o) (?:meu|nosso) (?:retorno|regresso)',
    '\\b(?:a|tras) mi (?:regreso|vuelta)|\\b(?:acceso limitado|sin acceso) al? (?:correo|e-?mail)',
    '\\b(?:a|des) mon retour|\\bacces limite a (?:mes|ma|mon)',
    '\\bnach meiner ruckkehr|\\bnicht weitergeleitet|\\bkeinen zugriff auf (?:meine )?(?:e-?mails?|mails?)',
    '\\bal mio (?:rientro|ritorno)|\\bbij terugkomst|\\bbeperkt toegang tot',
  ].join('|'),
);

/** Customers name their families, and whoever carries the parcel. */
const NO_DEPUTY =
  '(?!\\s*(?:me|us|him|her|them|my (?:wife|husband|partner|son|daughter|mother|father|mum|mom|dad|sister|brother|neighbou?r)|(?:the |your )?(?:courier|carrier|driver|depot|shop|store)|(?:o |a |com o |com a |para )?(?:mim|minha (?:esposa|mulher|mae|filha|irma|vizinha)|meu (?:marido|pai|filho|irmao|vizinho)|transportadora|correios|entregador|loja))\\b)';

/** Whom to turn to instead. */
export const DEPUTY = new RegExp(
  [
    `\\b(?:urgent (?:matters?|cases?|issues?|requests?|queries|en?quiries|assistance|help|attention)|(?:it|this|matter|request) is urgent|urgently|an emergency|emergencies|immediate (?:assistance|help|attention)|in my absence|while i am away)\\b[^.\\n]{0,80}\\b(?:contact|call|e-?mail|write to|speak to|reach)\\b${NO_DEPUTY}`,
    `\\b(?:please|kindly) (?:contact|direct|forward|e-?mail|write to)\\b${NO_DEPUTY}[^\\n]{0,80}@`,
    `\\b(?:(?:assuntos?|casos?|demandas?|questoes) urgentes?|urgencias?|(?:caso|se) (?:for|seja) urgente|na minha ausencia|durante (?:a )?minha ausencia|durante (?:este|esse) periodo)\\b[^.\\n]{0,80}\\b(?:tratad\\w+|encaminhad\\w+|contat\\w+|contact\\w+|procur\\w+|fal(?:e|ar)|ligue|acion\\w+|escrev\\w+)\\b${NO_DEPUTY}`,
    '\\breach out to \\S{1,100}@|\\burgencias?:',
    `\\bfavor,? (?:entrar? em contato|contat\\w+|contact\\w+|procur\\w+|encaminh\\w+)\\b${NO_DEPUTY}[^\\n]{0,80}@`,
    '\\b(?:urgen\\w+|mi ausencia)\\b[^.\\n]{0,80}\\b(?:contact\\w+|dirij\\w+|llam\\w+|escrib\\w+)',
    '\\b(?:urgen\\w+|mon absence)\\b[^.\\n]{0,80}\\b(?:contact\\w+|adress\\w+|joindre)',
    '\\b(?:dringend\\w*|meiner abwesenheit)\\b[^.\\n]{0,80}\\b(?:wenden|kontaktieren|erreichen|contact)\\b',
    '\\b(?:urgen\\w+|mia assenza)\\b[^.\\n]{0,80}\\b(?:contatt\\w+|rivolg\\w+)',
  ].join('|'),
);
