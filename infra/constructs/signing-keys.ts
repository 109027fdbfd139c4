import { Construct } from 'constructs';
import { LINK_ROTATION_DAYS, REPLY_ROTATION_DAYS } from '../../functions/domain/lifetimes.ts';
import { RandomSecret } from './random-secret.ts';
import type { ServiceFunction } from './service-function.ts';

/** What is signed, each with a key of its own: a function that signs the one cannot sign the other. */
const kinds = {
  links: { variable: 'LINK_SECRET_ARN', signs: 'the links in Goodwill mails', days: LINK_ROTATION_DAYS },
  replies: {
    variable: 'REPLY_SECRET_ARN',
    signs: 'the addresses that replies to Goodwill mails go to',
    days: REPLY_ROTATION_DAYS,
  },
} as const;

/** The keys that links in mails, or the addresses replies go to, are signed with. */
export class SigningKeys extends Construct {
  readonly arn: string;
  private readonly secret: RandomSecret;
  private readonly kind: (typeof kinds)[keyof typeof kinds];

  constructor(scope: Construct, id: string, kind: keyof typeof kinds) {
    super(scope, id);
    this.kind = kinds[kind];
    this.secret = new RandomSecret(this, 'Key', {
      description: `Signs ${this.kind.signs}: {"kid","secret","signsFrom","previous":[{"kid","secret","signsFrom"}]}`,
      template: { kid: 'k1' },
      generate: 'secret',
    });
    this.arn = this.secret.arn;
  }

  /** They sign and check. */
  giveTo(...signers: ServiceFunction[]): void {
    for (const signer of signers) {
      signer.set({ [this.kind.variable]: this.secret.arn });
      this.secret.letRead(signer);
    }
  }

  /** It puts new keys beside earlier ones: by itself every so many days, and when an operator asks Secrets Manager for it. */
  rotateWith(rotator: ServiceFunction): void {
    rotator.set({ [this.kind.variable]: this.secret.arn });
    this.secret.rotateWith(rotator, this.kind.days);
  }
}
