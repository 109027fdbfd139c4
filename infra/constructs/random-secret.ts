import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { CfnRotationSchedule, CfnSecret, Secret } from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import type { ServiceFunction } from './service-function.ts';

export interface RandomSecretProps {
  description: string;
  /** The JSON object that the random value becomes a part of. */
  template: Record<string, string>;
  /** The name of the random value in it. */
  generate: string;
  /** Why nothing changes it by itself, where nothing does. */
  notRotated?: string;
}

/** A value that Secrets Manager makes up and nobody has seen. It stays when the stack goes. */
export class RandomSecret extends Construct {
  readonly arn: string;
  private readonly resource: CfnSecret;

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
    this.resource = resource;
    if (props.notRotated) {
      Validations.of(secret).acknowledge({ id: 'AwsSolutions-SMG4', reason: props.notRotated });
    }
  }

  letRead(reader: ServiceFunction): void {
    reader.allow({ actions: ['secretsmanager:GetSecretValue'], resources: [this.arn] });
  }

  /** Lets a function change it by rotation, every so many days or when an operator asks. */
  rotateWith(rotator: ServiceFunction, days: number): void {
    this.letRead(rotator);
    rotator.allow({
      actions: [
        'secretsmanager:DescribeSecret',
        'secretsmanager:PutSecretValue',
        'secretsmanager:UpdateSecretVersionStage',
      ],
      resources: [this.arn],
    });
    // Not the construct of CDK, which would also permit GetRandomPassword on everything.
    const rotation = new CfnRotationSchedule(this, 'Rotation', {
      secretId: this.resource.ref,
      rotationLambdaArn: rotator.lambda.functionArn,
      rotationRules: { automaticallyAfterDays: days },
      // A deployment is no reason for other keys.
      rotateImmediatelyOnUpdate: false,
    });
    // Secrets Manager tries at once whether it may call the function, and the function whether it may read the secret.
    rotation.node.addDependency(rotator);
  }
}
