import type { Child } from 'hono/jsx';

/** A table for layout, which screen readers pass over. */
export function Table({
  children,
  ...attributes
}: {
  style?: string;
  class?: string;
  bgcolor?: string;
  children?: Child;
}) {
  return (
    <table role="presentation" width="100%" cellpadding="0" cellspacing="0" border={0} {...attributes}>
      {children}
    </table>
  );
}
