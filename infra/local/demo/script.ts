/** One case of the demonstration: who writes, who decides what, and how the customer feels about it. */
export interface Scene {
  mail: string;
  customer: string;
  /** Whose answer it is; anybody asked before lets the deadline pass. */
  approver: string;
  decision: Record<string, string>;
  /** The offer the customer accepts. */
  offer?: string;
  feedback?: Record<string, string>;
}

export const MAILS = 'test/fixtures/mail';

export const scenes: readonly Scene[] = [
  {
    mail: 'en-kettle-stopped-working.eml',
    customer: 'Emily',
    approver: 'manager@shop.example',
    decision: { choice: 'approved', note: 'A kettle should last longer than that. Sorry for the trouble.' },
    feedback: { score: '5', comment: 'Kind, quick and clear. Thank you.', confirm: 'yes' },
  },
  {
    mail: 'pt-liquidificador-danificado-com-foto.eml',
    customer: 'Ana',
    approver: 'manager@shop.example',
    decision: { choice: 'approved', note: 'A foto ajudou muito. Não é preciso devolver a peça quebrada.' },
    feedback: { score: '5', comment: 'Resolveram rápido.', confirm: 'yes' },
  },
  {
    mail: 'en-headphones-changed-mind.eml',
    customer: 'James',
    approver: 'manager@shop.example',
    decision: {
      choice: 'declined',
      reason: 'The headphones work as they should, and the 15 days to return them ended months ago.',
    },
    feedback: { score: '2', comment: 'I had hoped for more, but I know why now.', confirm: 'yes' },
  },
  {
    mail: 'pt-jaqueta-pequena-iso-8859-1.eml',
    customer: 'João',
    approver: 'manager@shop.example',
    decision: {
      choice: 'alternative',
      offer: 'store-credit',
      note: 'Assim você pode escolher outro tamanho quando quiser.',
    },
    offer: 'store-credit',
  },
  {
    mail: 'en-coat-hardship-long-past.eml',
    customer: 'Ruth',
    approver: 'head@shop.example',
    decision: { choice: 'part-approved', amount: '60.00', note: 'We are sorry for your loss.' },
    feedback: { score: '4', comment: 'It was good to be heard.', confirm: 'yes' },
  },
  {
    mail: 'pt-cesta-chegou-atrasada.eml',
    customer: 'Beatriz',
    approver: 'manager@shop.example',
    decision: {
      choice: 'part-approved',
      amount: '20.00',
      note: 'A cesta chegou atrasada, mas pôde ser usada: por isso devolvemos uma parte.',
    },
  },
];
