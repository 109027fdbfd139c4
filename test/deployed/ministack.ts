import { IAMClient, PutRolePolicyCommand, paginateListRoles } from '@aws-sdk/client-iam';
import { SESClient, VerifyDomainIdentityCommand } from '@aws-sdk/client-ses';
import { SendTaskFailureCommand, SFNClient, TaskDoesNotExist } from '@aws-sdk/client-sfn';
import * as z from 'zod';

/** A mail that MiniStack would have sent. */
const SentMail = z.object({
  MessageId: z.string(),
  Source: z.string(),
  To: z.array(z.string()),
  Subject: z.string(),
  BodyText: z.string(),
  BodyHtml: z.string().nullable(),
});
export type SentMail = z.infer<typeof SentMail>;
const SentMails = z.object({ messages: z.record(z.string(), z.array(SentMail)) });

/** What only an emulator can do: show the mails it sent. And what this one cannot. */
export function miniStack(endpoint: string) {
  const ask = async (path: string): Promise<unknown> => {
    const response = await fetch(new URL(path, endpoint));
    if (response.ok) return response.json();
    throw new Error(
      `${endpoint} is no MiniStack: ${path} answered ${response.status}, and sent mails are read there`,
    );
  };
  return {
    /** Oldest first. */
    async sentMails(): Promise<SentMail[]> {
      return Object.values(SentMails.parse(await ask('/_ministack/ses/messages')).messages).flat();
    },

    /**
     * Ends a wait for a person as Step Functions does when its time is over: MiniStack knows no TimeoutSecondsPath, and waits forever.
     * Returns whether anything waited.
     */
    async timeOut(taskToken: string): Promise<boolean> {
      try {
        await new SFNClient({}).send(new SendTaskFailureCommand({ taskToken, error: 'States.Timeout' }));
        return true;
      } catch (error) {
        if (error instanceof TaskDoesNotExist) return false;
        throw error;
      }
    },

    /** Does what an account's owner has done once: the domain is verified. */
    async prepare(domain: string): Promise<void> {
      const health = z.object({ auth: z.string() }).parse(await ask('/_ministack/health'));
      await new SESClient({}).send(new VerifyDomainIdentityCommand({ Domain: domain }));
      if (health.auth === 'enabled') await giveUnseenPermissions();
    },
  };
}

/**
 * Permissions that the stack gives and MiniStack, where it enforces them, does not see: it knows no condition
 * `ses:FromAddress`, and no resource for SendTaskSuccess, which AWS checks on the state machine (aws/aws-cdk#8486).
 * All others stay as they were deployed.
 */
const UNSEEN: Record<string, RegExp> = {
  'ses:SendRawEmail':
    /^GoodwillCore-(notify|requestapproval|followthrough|confirmrefund|deliveryevents|sendheld|intake|reviewquarantine|web)Role/,
  'states:SendTaskSuccess':
    /^GoodwillCore-(web|requestapproval|followthrough|confirmrefund|deliveryevents|intake|reviewquarantine)Role/,
};

async function giveUnseenPermissions(): Promise<void> {
  const iam = new IAMClient({});
  for await (const { Roles } of paginateListRoles({ client: iam }, {})) {
    for (const { RoleName } of Roles ?? []) {
      const Action = Object.keys(UNSEEN).filter((action) => UNSEEN[action]?.test(RoleName ?? ''));
      if (Action.length === 0) continue;
      const Statement = [{ Effect: 'Allow', Action, Resource: '*' }];
      const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement });
      await iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'UnseenByMiniStack', PolicyDocument }));
    }
  }
}
