import {
  DescribeSecretCommand,
  GetSecretValueCommand,
  PutSecretValueCommand,
  ResourceExistsException,
  ResourceNotFoundException,
  type SecretsManagerClient,
  UpdateSecretVersionStageCommand,
} from '@aws-sdk/client-secrets-manager';

export type VersionLabel = 'AWSCURRENT' | 'AWSPENDING';

/** The versions of one secret, by their ids, as a rotation sees them. */
export interface SecretVersions {
  /** The versions that have a label: one, but for a rotation that was cut off. */
  labelled(label: VersionLabel): Promise<string[]>;
  /** What a version holds, or undefined where nothing was written yet. */
  read(version: string): Promise<string | undefined>;
  /** Writes the version that is to come, unless something was written; what is there stays. */
  write(version: string, text: string): Promise<void>;
  /** Moves AWSCURRENT, which everybody reads by. Throws where another version has it by now. */
  makeCurrent(version: string, from: string): Promise<void>;
  /** Gives a version up, so that the next rotation starts anew. */
  giveUp(version: string): Promise<void>;
}

export function createSecretVersions(client: SecretsManagerClient, arn: string): SecretVersions {
  return {
    async labelled(label) {
      const { VersionIdsToStages } = await client.send(new DescribeSecretCommand({ SecretId: arn }));
      return Object.entries(VersionIdsToStages ?? {}).flatMap(([version, labels]) =>
        labels.includes(label) ? [version] : [],
      );
    },

    async read(version) {
      try {
        const found = await client.send(new GetSecretValueCommand({ SecretId: arn, VersionId: version }));
        return found.SecretString;
      } catch (error) {
        if (error instanceof ResourceNotFoundException) return undefined;
        throw error;
      }
    },

    async write(version, text) {
      try {
        await client.send(
          new PutSecretValueCommand({
            SecretId: arn,
            ClientRequestToken: version,
            SecretString: text,
            VersionStages: ['AWSPENDING'],
          }),
        );
      } catch (error) {
        // Another run of the same step was quicker, with another key.
        if (!(error instanceof ResourceExistsException)) throw error;
      }
    },

    async makeCurrent(version, from) {
      await client.send(
        new UpdateSecretVersionStageCommand({
          SecretId: arn,
          VersionStage: 'AWSCURRENT',
          MoveToVersionId: version,
          RemoveFromVersionId: from,
        }),
      );
    },

    async giveUp(version) {
      await client.send(
        new UpdateSecretVersionStageCommand({
          SecretId: arn,
          VersionStage: 'AWSPENDING',
          RemoveFromVersionId: version,
        }),
      );
    },
  };
}
