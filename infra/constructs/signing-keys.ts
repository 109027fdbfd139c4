import { Construct } from 'constructs';
import { RandomSecret } from './random-secret.ts';
import type { ServiceFunction } from './service-function.ts';

/** What is signed, each with a key of its own: a function that signs the one cannot sign the other. */
const kinds = {
  links: { variable: 'LINK_SECRET_ARN', signs: 'the links in Goodwill mails' },
  replies: { variable: 'REPLY_SECRET_ARN', signs: 'the addresses that replies to Goodwill mails go to' },
} as const;

/** The key that links in mails, or the addresses replies go to, are signed with. */
export class SigningKeys extends Construct {
  private readonly secret: RandomSecret;
  private readonly variable: (typeof kinds)[keyof typeof kinds]['variable'];

  constructor(scope: Construct, id: string, kind: keyof typeof kinds) {
    super(scope, id);
    const { variable, signs } = kinds[kind];
    this.variable = variable;
    this.secret = new RandomSecret(this, 'Key', {
      description: `Signs ${signs}: {"kid","secret","previous":[{"kid","secret"}]}`,
      template: { kid: 'k1' },
      generate: 'secret',
      notRotated:
        'A key must stay believed for as long as what it signed is in use, so it is changed by hand: the new key ' +
        'is added and the old one moves to "previous" (docs/runbook.md).',
    });
  }

  /** They sign and check. */
  giveTo(...signers: ServiceFunction[]): void {
    for (const signer of signers) {
      signer.set({ [this.variable]: this.secret.arn });
      this.secret.letRead(signer);
    }
  }
}
