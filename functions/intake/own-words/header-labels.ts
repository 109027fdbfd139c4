export type HeaderKind = 'from' | 'date' | 'to' | 'subject' | 'other';

/** What mail programs call the headers of the mail they quote, in the languages they speak. */
const LABELS: Readonly<Record<HeaderKind, string>> = {
  from: 'from|de|von|da|van|fra|från|od|от|от кого|від|kimden|gönderen|lähettäjä|feladó|expéditeur|remitente|remetente|mittente|absender|afzender|发件人|寄件者|寄件人|差出人|送信元|보낸 사람|보낸사람|από|מאת|من|de la',
  date: 'sent|date|sent on|date sent|sent at|enviado|enviada|enviadas|enviado em|enviada em|enviado a|enviado el|data|data de envio|data/hora|fecha|envoyé|envoyé le|envoyé par|date d’envoi|gesendet|gesendet am|datum|inviato|verzonden|verzonden op|sendt|dato|skickat|wysłano|wysłane|отправлено|дата|дата отправки|odesláno|odoslané|dátum|lähetetty|päivämäärä|päiväys|elküldve|küldve|gönderildi|tarih|gönderme tarihi|trimis|发送时间|发送日期|日期|寄件日期|傳送時間|送信日時|日時|보낸 날짜|날짜|στάλθηκε|ημερομηνία|נשלח|تاريخ',
  to: 'to|para|a|à|an|aan|naar|til|till|do|komu|dla|кому|kime|alıcı|vastaanottaja|címzett|către|收件人|收件者|宛先|받는 사람|받는사람|προς|אל|إلى|destinatário|destinatario|destinataire|empfänger',
  subject:
    'subject|assunto|asunto|objet|betreff|oggetto|onderwerp|emne|ämne|temat|тема|předmět|predmet|aihe|tárgy|konu|subiect|assumpte|主题|主旨|件名|제목|θέμα|נושא|الموضوع',
  other:
    'cc|bcc|cco|copie|copy|com cópia|kopie|kopia|kopi|копия|抄送|副本|참조|reply-to|reply to|responder a|responder para|répondre à|antwort an|importance|importância|importancia|priority|prioridade|attachments|attachment|anexos|adjuntos|organization|resent-from|message-id',
};

const kinds = new Map(
  (Object.entries(LABELS) as [HeaderKind, string][]).flatMap(([kind, labels]) =>
    labels.split('|').map((label) => [label, kind] as const),
  ),
);

/** The kind of header with this name (lower case), if it is one. */
export const headerKind = (name: string): HeaderKind | undefined => kinds.get(name);

/** The longest name, and room for the marks of bold text around it (characters). */
export const MAX_LABEL = 30;
