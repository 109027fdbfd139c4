import { App, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { AwsSolutionsChecks, type NagPack, ServerlessChecks } from 'cdk-nag';
import { describe, expect, it } from 'vitest';
import { build } from './synth.ts';

type Tree = ReturnType<typeof build>;

/** What the packs would say if nothing had been acknowledged, as `rule at path`. */
function allFindings({ app }: Tree): string[] {
  const packs: NagPack[] = [new AwsSolutionsChecks(app), new ServerlessChecks(app)];
  return packs.flatMap((pack) => {
    Reflect.set(pack, 'isAcknowledged', () => false);
    return pack
      .validateScope(app)
      .violations.flatMap(({ ruleName, violatingResources }) =>
        violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
      );
  });
}

/** What was acknowledged, where, and why. */
function acknowledgements({ app }: Tree): { rule: string; path: string; reason: string }[] {
  return app.node.findAll().flatMap(({ node }) =>
    node.metadata
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries<string>(data))
      .map(([rule, reason]) => ({ rule: rule.replace(/^annotation::/i, ''), path: node.path, reason })),
  );
}

describe('cdk-nag', () => {
  it('lets the stacks pass', () => {
    expect(() => build().app.synth()).not.toThrow();
  });

  it('stops the synth of a bucket that anybody could read the traffic of', () => {
    const planted = build();
    new Bucket(planted.core, 'Planted');
    expect(() => planted.app.synth()).toThrow(/AwsSolutions-S1/);
  });

  it('stops the synth of a role that may do anything', () => {
    const planted = build();
    new Role(planted.analytics, 'Planted', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    }).addToPolicy(new PolicyStatement({ actions: ['s3:*'], resources: ['*'] }));
    expect(() => planted.app.synth()).toThrow(/AwsSolutions-IAM5\[Action::s3:\*\]/);
  });

  it('is silenced with a reason only', () => {
    for (const { reason } of acknowledgements(build())) expect(reason).toMatch(/^[A-Z].{39,}\.$/);
  });

  it('is silenced nowhere that it would be silent anyway', () => {
    const tree = build();
    const findings = allFindings(tree);
    const idle = acknowledgements(tree).filter(
      ({ rule, path }) => !findings.some((found) => found.startsWith(`${rule} at ${path}/`)),
    );
    expect(idle.map(({ rule, path }) => `${rule} at ${path}`)).toEqual([]);
  });

  it('finds something in a tree of its own, so that silence means something', () => {
    const app = new App();
    new Bucket(new Stack(app, 'Alone'), 'Planted');
    expect(new AwsSolutionsChecks(app).validateScope(app).success).toBe(false);
  });
});
