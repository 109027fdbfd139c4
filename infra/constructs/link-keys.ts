import { Construct } from 'constructs';
import { RandomSecret } from './random-secret.ts';
import type { ServiceFunction } from './service-function.ts';

/** The key that links in mails, and the addresses replies go to, are signed with. */
export class LinkKeys extends Construct {
  private readonly secret: RandomSecret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.secret = new RandomSecret(this, 'Key', {
      description: 'Signs the links in Goodwill mails: {"kid","secret","previous":[{"kid","secret"}]}',
      template: { kid: 'k1' },
      generate: 'secret',
      notRotated:
        'A key must stay believed until the last link it signed has run out, so it is changed by hand: the new key ' +
        'is added and the old one moves to "previous" (docs/runbook.md).',
    });
  }

  /** They sign and check links and reply addresses. */
  giveTo(...signers: ServiceFunction[]): void {
    for (const signer of signers) {
      signer.set({ LINK_SECRET_ARN: this.secret.arn });
      this.secret.letRead(signer);
    }
  }
}
