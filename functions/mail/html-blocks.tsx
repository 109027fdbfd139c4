import type { Child } from 'hono/jsx';
import { oneLine, plainText } from '../wording/plain.ts';
import type { FactRow } from '../wording/request-facts.ts';
import type { Block, Button, ButtonLook, ListItem } from './blocks.ts';
import { look } from './look.ts';

/** One block as mail HTML: tables where Outlook needs them, styles inline, classes for the dark scheme. */
export function BlockView({ block }: { block: Block }) {
  switch (block.type) {
    case 'heading':
      return (
        <h2 class="ink" style={look.heading}>
          {oneLine(block.text)}
        </h2>
      );
    case 'paragraph':
      return <p style={look.paragraph}>{oneLine(block.text)}</p>;
    case 'small':
      return (
        <p class="muted" style={look.small}>
          {oneLine(block.text)}
        </p>
      );
    case 'figure':
      return <Figure {...block} />;
    case 'facts':
      return <Facts rows={block.rows} />;
    case 'list':
      return <List items={block.items} ordered={block.ordered ?? false} />;
    case 'quote':
      return (
        <Box class="quote ink" style={look.quote} {...(block.language && { lang: block.language })}>
          <Lines text={block.text} />
        </Box>
      );
    case 'note':
      return (
        <Box class={`${block.tone} ink`} style={look[block.tone]}>
          {oneLine(block.text)}
        </Box>
      );
    case 'buttons':
      return <Buttons look={block.look} buttons={block.buttons} />;
    default:
      return block satisfies never;
  }
}

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

function Box(cell: { class: string; style: string; lang?: string; bgcolor?: string; children?: Child }) {
  return (
    <Table style={look.table}>
      <tr>
        <td {...cell} />
      </tr>
    </Table>
  );
}

function Figure({ label, value, detail }: { label: string; value: string; detail?: string }) {
  return (
    <Box class="soft" style={look.figure}>
      <div class="muted" style={look.figureLabel}>
        {oneLine(label)}
      </div>
      <div class="ink" style={look.figureValue}>
        {oneLine(value)}
      </div>
      {detail && (
        <div class="muted" style={look.figureLabel}>
          {oneLine(detail)}
        </div>
      )}
    </Box>
  );
}

function Facts({ rows }: { rows: readonly FactRow[] }) {
  return (
    <table width="100%" cellpadding="0" cellspacing="0" border={0} style={look.table}>
      {rows.map(({ label, value, source }) => (
        <tr>
          <th class="muted" scope="row" style={look.label}>
            {oneLine(label)}
          </th>
          <td class="ink" style={look.value}>
            {oneLine(value)}
            {source && (
              <div class="muted" style={look.source}>
                {oneLine(source)}
              </div>
            )}
          </td>
        </tr>
      ))}
    </table>
  );
}

function List({ items, ordered }: { items: readonly ListItem[]; ordered: boolean }) {
  return (
    <Table style={look.table}>
      {items.map(({ lead, link, text, mark, source }, index) => (
        <tr>
          {ordered && (
            <td class="accent line" style={look.number}>
              {index + 1}
            </td>
          )}
          <td class="ink line" style={look.item}>
            {lead && <strong>{oneLine(lead)}: </strong>}
            {link && (
              <>
                <a class="accent" href={link.href} style={look.itemLink}>
                  {oneLine(link.label)}
                </a>{' '}
              </>
            )}
            {oneLine(text)}
            {source && (
              <div class="muted" style={look.source}>
                {oneLine(source)}
              </div>
            )}
          </td>
          {mark && (
            <td class="ink line" style={look.mark}>
              {oneLine(mark)}
            </td>
          )}
        </tr>
      ))}
    </Table>
  );
}

/** Links that follow one another and go on in the next line. */
const inlineLooks = {
  shortcuts: { class: 'accent', line: look.shortcuts, link: look.shortcut, between: ' ' },
  quiet: { class: 'muted', line: look.quiet, link: look.quietLink, between: ' · ' },
} as const satisfies Partial<Record<ButtonLook, object>>;

function InlineButtons({
  look: kind,
  buttons,
}: {
  look: keyof typeof inlineLooks;
  buttons: readonly Button[];
}) {
  const { class: name, line, link, between } = inlineLooks[kind];
  return (
    <p class={name} style={line}>
      {buttons.map(({ label, href }, index) => (
        <>
          {index > 0 && between}
          <a class={name} href={href} style={link}>
            {oneLine(label)}
          </a>
        </>
      ))}
    </p>
  );
}

const buttonLooks = {
  action: { class: 'button', table: look.action, cell: look.buttonCell, link: look.button },
  choices: { class: 'accent', table: look.choices, cell: look.choiceCell, link: look.choice },
  link: { class: 'accent', table: look.table, cell: '', link: look.link },
} as const satisfies Record<Exclude<ButtonLook, keyof typeof inlineLooks>, object>;

/** The colour and the `mso` padding sit on the cell: Outlook drops both from a link. */
function Buttons({ look: kind, buttons }: { look: ButtonLook; buttons: readonly Button[] }) {
  if (kind === 'shortcuts' || kind === 'quiet') return <InlineButtons look={kind} buttons={buttons} />;
  const { class: name, table, cell, link } = buttonLooks[kind];
  return buttons.map(({ label, href }) => (
    <Table style={table}>
      <tr>
        <td class={name} align="center" style={cell}>
          <a class={name} href={href} style={link}>
            {oneLine(label)}
          </a>
        </td>
      </tr>
    </Table>
  ));
}

function Lines({ text }: { text: string }) {
  return plainText(text)
    .trim()
    .split('\n')
    .map((line, index) => (
      <>
        {index > 0 && <br />}
        {line}
      </>
    ));
}
