import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { CfnSecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';

export interface RandomSecretProps {
  description: string;
  /** The JSON object that the random value becomes a part of. */
  template: Record<string, string>;
  /** The name of the random value in it. */
  generate: string;
  /** Why nothing changes it by itself. */
  notRotated: string;
}

/** A value that Secrets Manager makes up and nobody has seen. It stays when the stack goes. */
export class RandomSecret extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string, props: RandomSecretProps) {
    super(scope, id);
    const secret = new Secret(this, 'Secret', {
      description: props.description,
      generateSecretString: {
        secretStringTemplate: JSON.stringify(props.template),
        generateStringKey: props.generate,
        passwordLength: 64,
        excludePunctuation: true,
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const resource = secret.node.defaultChild;
    if (!CfnSecret.isCfnSecret(resource)) throw new Error('a secret is made of a secret resource');
    // On AWS the same as the secret's Ref, which in MiniStack is only its name.
    this.arn = resource.attrId;
    Validations.of(secret).acknowledge({ id: 'AwsSolutions-SMG4', reason: props.notRotated });
  }

  letRead(reader: ServiceFunction): void {
    reader.allow({ actions: ['secretsmanager:GetSecretValue'], resources: [this.arn] });
  }
}
