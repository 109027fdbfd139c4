import * as z from 'zod';

const Key = z.object({
  kid: z.string().min(1),
  secret: z.string().min(32, 'a secret of at least 32 characters (256 bits for HS256, RFC 7518 section 3.2)'),
});

/** The key something is signed with, and earlier ones that are still believed, for what they signed is on its way. */
export const SigningKeys = Key.extend({ previous: z.array(Key).default([]) });
export type SigningKeys = z.infer<typeof SigningKeys>;
