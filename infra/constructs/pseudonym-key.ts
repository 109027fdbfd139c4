import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';

/** The key customers get their pseudonyms by in exports. It is not the key links are signed with: exporting forges nothing. */
export class PseudonymKey extends Construct {
  private readonly secret: Secret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.secret = new Secret(this, 'Secret', {
      description: 'Makes the pseudonyms in Goodwill exports: {"key"}',
      generateSecretString: {
        secretStringTemplate: '{}',
        generateStringKey: 'key',
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    Validations.of(this.secret).acknowledge({
      id: 'AwsSolutions-SMG4',
      reason:
        'With another key every customer has another pseudonym, so that analysts could not follow one over time. It is ' +
        'changed by hand, when that is what is wanted (docs/exports.md).',
    });
  }

  giveTo(exporter: ServiceFunction): void {
    exporter.set({ PSEUDONYM_SECRET_ARN: this.secret.secretArn });
    exporter.allow({ actions: ['secretsmanager:GetSecretValue'], resources: [this.secret.secretArn] });
  }
}
