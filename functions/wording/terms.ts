import type { MailKind, Status } from '../domain/case.ts';
import type { Confidence } from '../domain/confidence.ts';
import type { Outcome } from '../domain/decision.ts';
import type { FactName } from '../domain/facts.ts';
import type { Language } from '../domain/language.ts';
import type { Missing } from '../domain/missing.ts';
import type { Route } from '../domain/policy.ts';
import type { Reason, Wish } from '../domain/request.ts';
import { en } from './en.ts';
import { ptBR } from './pt-BR.ts';

/** English sets the shape; a word that is missing for a new reason, route, status, mail, outcome or fact does not compile. */
export type Terms = typeof en & {
  reasons: Record<Reason, string>;
  wishes: Record<Wish, string>;
  routes: Record<Route, string>;
  missing: Record<Missing, string>;
  outcomes: Record<Outcome, string>;
  statuses: Record<Status, string>;
  mailKinds: Record<MailKind, string>;
  evaluation: { facts: Record<FactName, string>; confidences: Record<Confidence, string> };
};

/** The words mails, pages and the desk share, by language. */
export const terms: Record<Language, Terms> = { en, 'pt-BR': ptBR };

/** The five points of the satisfaction scale, worst first. */
export const scores = [1, 2, 3, 4, 5] as const;
export type ScorePoint = (typeof scores)[number];

/** A score as a point of the scale, or undefined. */
export function scorePoint(score: unknown): ScorePoint | undefined {
  return scores.find((point) => String(point) === String(score));
}
