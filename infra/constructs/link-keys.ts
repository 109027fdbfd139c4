import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';

/** The key that links in mails are signed with, made by Secrets Manager and seen by nobody. */
export class LinkKeys extends Construct {
  private readonly secret: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description: 'Signs the links in Goodwill mails: {"kid","secret","previous":[{"kid","secret"}]}',
      generateSecretString: {
        secretStringTemplate: JSON.stringify({ kid: 'k1' }),
        generateStringKey: 'secret',
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'A key must stay believed until the last link it signed has run out, so it is changed by hand: the new key ' +
        'is added and the old one moves to "previous" (docs/runbook.md).',
    });
  }

  /** They sign and check links to the pages at `publicUrl`. */
  giveTo(publicUrl: string, ...signers: ServiceFunction[]): void {
    for (const signer of signers) {
      signer.set({ LINK_SECRET_ARN: this.secret.secretArn, PUBLIC_URL: publicUrl });
      signer.allow({ actions: ['secretsmanager:GetSecretValue'], resources: [this.secret.secretArn] });
    }
  }
}
