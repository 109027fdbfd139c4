import {
  CreateSecretCommand,
  DeleteSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { describe, expect, it } from 'vitest';
import { createKeyRing } from '../../functions/adapters/key-ring.ts';
import { createLinks } from '../../functions/adapters/links.ts';
import { createSecretVersions } from '../../functions/adapters/secret-versions.ts';
import { believedKeys, readKeys, type SigningKeys } from '../../functions/adapters/signing-keys.ts';
import { hoursAfter } from '../../functions/domain/time.ts';
import { rotationSteps } from '../../functions/rotate-keys/rotate-keys.ts';
import { secretVersionsContract } from '../contract/suites/secret-versions.ts';
import { signingKeys } from '../support/keys.ts';
import { decided } from '../support/sample-cases.ts';
import { deployedStack, until } from './stack.ts';

const stack = deployedStack();
const { LinkKeysArn, ReplyKeysArn, PublicUrl } = stack.outputs;
const secrets = new SecretsManagerClient({});

/** What Secrets Manager does before it calls the first step: it moves AWSPENDING to an empty version, which AWS lets nobody else write. */
const begin = (SecretId: string) => async (ClientRequestToken: string) => {
  const versions = createSecretVersions(secrets, SecretId);
  for (const earlier of await versions.labelled('AWSPENDING')) await versions.giveUp(earlier);
  await secrets.send(
    new PutSecretValueCommand({ SecretId, ClientRequestToken, VersionStages: ['AWSPENDING'] }),
  );
};

secretVersionsContract('Secrets Manager as emulated', async () => {
  const created = await secrets.send(
    new CreateSecretCommand({ Name: `contract-${crypto.randomUUID()}`, SecretString: 'first' }),
  );
  const arn = created.ARN ?? '';
  return {
    secret: createSecretVersions(secrets, arn),
    begin: begin(arn),
    close: async () => {
      await secrets.send(new DeleteSecretCommand({ SecretId: arn, ForceDeleteWithoutRecovery: true }));
    },
  };
});

async function keysIn(SecretId: string): Promise<SigningKeys> {
  const { SecretString, VersionId } = await secrets.send(new GetSecretValueCommand({ SecretId }));
  return readKeys(SecretString, VersionId ?? '');
}

const step = (Step: string, SecretId: string, ClientRequestToken: string) =>
  stack.invoke('RotateKeys', { Step, SecretId, ClientRequestToken });

/** MiniStack's own RotateSecret calls no function, so its steps are called here, in the order AWS calls them, each twice. */
async function rotate(arn: string): Promise<string> {
  const version = crypto.randomUUID();
  await begin(arn)(version);
  for (const name of rotationSteps) {
    for (const _ of ['once', 'again']) {
      expect(await step(name, arn, version)).toEqual({ failed: false, answer: null });
    }
  }
  return version;
}

describe('the keys of the deployed stack', () => {
  const clock = { now: () => new Date().toISOString(), secondsUntil: () => 1 };
  const found = {
    ...decided('kettle', { outcome: 'declined', reason: 'No.' }),
    id: `RX-${Date.now().toString(36)}`,
  };
  const linkBy = (keys: SigningKeys) =>
    createLinks(
      createKeyRing(async () => keys),
      PublicUrl,
      clock,
    ).create(
      { purpose: 'feedback', caseId: found.id, person: found.request.customer.address },
      hoursAfter(clock.now(), 1),
    );
  const kids = (keys: SigningKeys) => believedKeys(keys).map(({ kid }) => kid);

  it('are rotated, each on its own, and the pages that run believe old and new links', async () => {
    await stack.records.cases.create(found);
    const before = await keysIn(LinkKeysArn);
    const replies = await keysIn(ReplyKeysArn);
    const old = await linkBy(before);
    expect((await stack.open(old)).status).toBe(200);

    const version = await rotate(LinkKeysArn);
    const after = await keysIn(LinkKeysArn);
    expect(kids(after)).toEqual([version.slice(0, 8), ...kids(before)]);
    expect(await keysIn(ReplyKeysArn)).toEqual(replies);

    // A function signs with it in a quarter of an hour; here it is taken as if that were over.
    const { signsFrom: _, ...signing } = after;
    const fresh = await linkBy(signing);
    // A page may have read its keys a moment ago, and then it asks again after ten seconds; there may be several that run.
    const answered = await until('the pages that run to know the new key', async () => {
      await stack.fillIn(fresh, { score: '5', comment: '', confirm: 'yes' });
      return (await stack.records.cases.load(found.id)).feedback;
    });
    expect(answered).toMatchObject({ score: 5 });
    expect((await stack.open(old)).status).toBe(200);
    for (const strange of [signingKeys('forged'), signingKeys(after.kid), replies]) {
      expect((await stack.open(await linkBy(strange))).status).toBe(404);
    }
  });

  it('for reply addresses are rotated by the same function', async () => {
    const before = await keysIn(ReplyKeysArn);
    await rotate(ReplyKeysArn);
    expect(kids(await keysIn(ReplyKeysArn)).slice(1)).toEqual(kids(before));
  });

  it('are all that the function changes, and it says what is wrong', async () => {
    const version = crypto.randomUUID();
    for (const [Step, arn, words] of [
      ['createSecret', LinkKeysArn, 'is not the one that is to come'],
      ['createSecret', 'arn:aws:secretsmanager:us-east-1:000000000000:secret:other', 'none of the secrets'],
      ['deleteSecret', LinkKeysArn, 'no step of a rotation'],
    ] as const) {
      expect(await step(Step, arn, version)).toMatchObject({
        failed: true,
        answer: { errorMessage: expect.stringContaining(words) },
      });
    }
  });
});
