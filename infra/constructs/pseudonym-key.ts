import { Construct } from 'constructs';
import { RandomSecret } from './random-secret.ts';
import type { ServiceFunction } from './service-function.ts';

/** The key of the pseudonyms in exports. A key of its own, so that the function that exports cannot sign links. */
export class PseudonymKey extends Construct {
  private readonly secret: RandomSecret;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.secret = new RandomSecret(this, 'Key', {
      description: 'Keys the pseudonyms of customers in Goodwill exports: {"key"}',
      template: {},
      generate: 'key',
      notRotated:
        'A customer has the same pseudonym in every export only as long as the key stays. Changing it cuts the link ' +
        'between old exports and new ones, which a person decides, not a schedule.',
    });
  }

  giveTo(job: ServiceFunction): void {
    job.set({ PSEUDONYM_SECRET_ARN: this.secret.arn });
    this.secret.letRead(job);
  }
}
