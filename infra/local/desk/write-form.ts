import * as z from 'zod';
import type { CustomerMail } from '../send-as-customer.ts';

/** The largest form (bytes): beyond what intake reads, so that its limit can be tried from here. */
export const MAX_FORM = 40 * 1024 * 1024;

export const fields = ['from', 'name', 'subject', 'text'] as const;
export type FieldName = (typeof fields)[number];
export type Filled = Record<FieldName, string>;
export type Mistakes = Partial<Record<FieldName, string>>;

export const emptyForm: Filled = { from: '', name: '', subject: '', text: '' };

const oneLine = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `Write at most ${most} characters.`)
    .regex(/^\P{Cc}*$/u, 'Write one line.');

const Form = z.object({
  from: z.email('Write an address such as ana@mail.example.').max(254),
  name: oneLine(200),
  subject: oneLine(500),
  text: z.string().max(1_000_000, 'Write at most a million characters.'),
});

/** Reads the form: the mail to send, or what is wrong with each field. What was written is kept either way. */
export async function readWriteForm(
  data: FormData,
): Promise<{ filled: Filled } & ({ mail: CustomerMail } | { mistakes: Mistakes })> {
  const written = (name: FieldName) => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  const filled: Filled = {
    from: written('from').trim(),
    name: written('name'),
    subject: written('subject'),
    text: written('text'),
  };
  const read = Form.safeParse(filled);
  if (!read.success) {
    const mistakes = read.error.issues.map(({ path, message }) => [String(path[0]), message]);
    return { filled, mistakes: Object.fromEntries(mistakes) };
  }
  // A file field that was left alone arrives as one empty file without a name.
  const files = data.getAll('attachments').filter((file) => file instanceof File && file.name !== '');
  const attachments = await Promise.all((files as File[]).map(toAttachment));
  return { filled, mail: { ...read.data, attachments } };
}

async function toAttachment(file: File) {
  return {
    filename: file.name,
    content: Buffer.from(await file.arrayBuffer()),
    ...(file.type && { contentType: file.type }),
  };
}
