import { oneLine } from '../wording/plain.ts';
import type { Button, ButtonLook } from './blocks.ts';
import { Table } from './html-table.tsx';
import { colours, look } from './look.ts';

/** Links that follow one another and go on in the next line. */
const inlineLooks = {
  shortcuts: { class: 'accent', line: look.shortcuts, link: look.shortcut },
  quiet: { class: 'muted', line: look.quiet, link: look.quietLink },
} as const satisfies Partial<Record<ButtonLook, object>>;

function InlineButtons({
  look: kind,
  buttons,
}: {
  look: keyof typeof inlineLooks;
  buttons: readonly Button[];
}) {
  const { class: name, line, link } = inlineLooks[kind];
  return (
    <p class={name} style={line}>
      {buttons.map(({ label, href }, index) => (
        <>
          {index > 0 && ' '}
          <a class={name} href={href} style={link}>
            {oneLine(label)}
          </a>
        </>
      ))}
    </p>
  );
}

const buttonLooks = {
  action: {
    class: 'button',
    table: look.action,
    cell: look.buttonCell,
    link: look.button,
    bgcolor: colours.accent,
  },
  choices: {
    class: 'accent',
    table: look.choices,
    cell: look.choiceCell,
    link: look.choice,
    bgcolor: undefined,
  },
  link: { class: 'accent', table: look.table, cell: '', link: look.link, bgcolor: undefined },
} as const satisfies Record<Exclude<ButtonLook, keyof typeof inlineLooks>, object>;

/** The colour and the `mso` padding sit on the cell: Outlook drops both from a link. */
export function Buttons({ look: kind, buttons }: { look: ButtonLook; buttons: readonly Button[] }) {
  if (kind === 'shortcuts' || kind === 'quiet') return <InlineButtons look={kind} buttons={buttons} />;
  const { class: name, table, cell, link, bgcolor } = buttonLooks[kind];
  return buttons.map(({ label, href }) => (
    <Table style={table}>
      <tr>
        <td class={name} align="center" style={cell} {...(bgcolor && { bgcolor })}>
          <a class={name} href={href} style={link}>
            {oneLine(label)}
          </a>
        </td>
      </tr>
    </Table>
  ));
}
