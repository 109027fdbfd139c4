/**
 * One sign that a machine wrote. Weight 2: nothing a person sends has it. Weight 1: some people's mails have it too,
 * so it takes another beside it.
 */
export interface Sign {
  weight: 1 | 2;
  /** reply: an answer by itself. absence: that, because somebody is away. notice: written by a program. bulk: written to many. */
  of: 'reply' | 'absence' | 'notice' | 'bulk';
  evidence: string;
}
