import type { Fact } from '../../domain/request.ts';
import { fromMail, nothing } from './said.ts';
import { quoteBetween, type Read } from './words.ts';

/** How far before a number the word for it stands (characters). */
const NEAR = 40;
/** More candidates than this are a list of numbers. */
const MAX_CANDIDATES = 30;
/** RFC 5321, 4.5.3.1: the longest local part and the longest domain (characters). */
const MAX_LOCAL = 64;
const MAX_DOMAIN = 255;

const NUMBER =
  /(?<![\p{L}\p{N}.,$#/-])(?:\+ ?|\( ?\+? ?)?\d(?:[ ().-]{0,3}\d){7,14}(?![\p{L}\p{N}]|[.,/-]\d)/gu;
const PHONE_WORDS =
  /\b(?:phone|telephone|tel|cell|cellphone|mobile|call|ring|text|reached|whatsapp|whats|wpp|zap|zapzap|fone|telefone|celular|cel|contato|ligar|ligue|liguem|reach|number|numero)\b/;
const OTHER_NUMBERS =
  /\b(?:order|pedido|tracking|rastreio|rastreamento|cpf|cnpj|rg|card|cartao|account|conta|iban|cep|zip|serial|invoice|nota|fiscal|nf|protocolo|ref|reference|ean|barcode|codigo|code|imei|sku|agencia|ticket|case|chamado|boleto|chave)\b/;
/** As they are written where they are dialled: with a country, an area in brackets, or in the groups of North America. */
const SHAPED = /^(?:\+|\(|\d{2} 9\d{4}[ -]?\d{4}$|\d{3}[ .-]\d{3}[ .-]\d{4}$|0\d{3,4} \d{3} ?\d{3,4}$)/;

/** A telephone number, as digits with the plus of a country where it was written; order and card numbers are none. */
export function findPhone({ text, folded }: Read): Fact<string> {
  let best: Fact<string> = nothing;
  let seen = 0;
  for (const match of folded.matchAll(NUMBER)) {
    if (++seen > MAX_CANDIDATES) break;
    const [written] = match;
    const lead = folded.slice(Math.max(0, match.index - NEAR), match.index);
    const clause = lead.slice(
      Math.max(lead.lastIndexOf('\n'), lead.lastIndexOf('. '), lead.lastIndexOf(', ')) + 1,
    );
    if (OTHER_NUMBERS.test(clause) || isDate(written) || isTaxNumber(written)) continue;
    const isCalled = PHONE_WORDS.test(clause);
    if (!isCalled && !SHAPED.test(written)) continue;
    const digits = written.replace(/\D/g, '');
    const value = written.includes('+') ? `+${digits}` : digits;
    const said = quoteBetween(text, match.index, match.index + written.length);
    if (isCalled) return fromMail(value, said, 'stated');
    if (best.source === 'unknown') best = fromMail(value, said, 'likely');
  }
  return best;
}

function isDate(written: string): boolean {
  return /^(?:\d{4}[.-]\d{1,2}[.-]\d{1,2}|\d{1,2}[.-]\d{1,2}[.-]\d{4})$/.test(written);
}

/** Brazil's CPF, `000.000.000-00`. */
function isTaxNumber(written: string): boolean {
  return /^\d{3}\.\d{3}\.\d{3}-\d{2}$/.test(written);
}

const MAIL_WORDS =
  /\b(?:mail|email|e-mail|reach|contact|write|reply|respond|answer|contato|responder|respondam|escrever|escrevam|enviar|outro)\b/;

/** A mail address in the text that is neither the sender's nor the shop's. */
export function findOtherAddress({ text, folded }: Read, known: readonly string[]): Fact<string> {
  const taken = new Set(known.map((address) => address.toLowerCase()));
  const shops = new Set(
    known.slice(1).map((address) => address.slice(address.lastIndexOf('@') + 1).toLowerCase()),
  );
  let seen = 0;
  for (let at = text.indexOf('@'); at >= 0 && seen < MAX_CANDIDATES; at = text.indexOf('@', at + 1)) {
    seen++;
    const local = /[\p{L}\p{N}._%+-]+$/u.exec(text.slice(Math.max(0, at - MAX_LOCAL), at))?.[0];
    const domain = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u.exec(text.slice(at + 1, at + 1 + MAX_DOMAIN))?.[0];
    if (!local || !domain) continue;
    const address = `${local.replace(/^[.]+/, '')}@${domain}`;
    if (taken.has(address.toLowerCase()) || shops.has(domain.toLowerCase())) continue;
    const lead = folded.slice(Math.max(0, at - local.length - NEAR), at - local.length);
    return fromMail(address, address, MAIL_WORDS.test(lead) ? 'stated' : 'likely');
  }
  return nothing;
}
