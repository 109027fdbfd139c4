import type { Child } from 'hono/jsx';
import { oneLine, plainText } from '../wording/plain.ts';
import type { FactRow } from '../wording/request-facts.ts';
import type { Block, ListItem } from './blocks.ts';
import { Buttons } from './html-buttons.tsx';
import { Table } from './html-table.tsx';
import { colours, look } from './look.ts';

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
        <Box
          class="quote ink"
          bgcolor={colours.quote}
          style={look.quote}
          {...(block.language && { lang: block.language })}
        >
          <Lines text={block.text} />
        </Box>
      );
    case 'note':
      return (
        <Box class={`${block.tone} ink`} bgcolor={colours[block.tone]} style={look[block.tone]}>
          {oneLine(block.text)}
        </Box>
      );
    case 'buttons':
      return <Buttons look={block.look} buttons={block.buttons} />;
    default:
      return block satisfies never;
  }
}

/** A coloured box. Word reads the colour off the cell itself. */
function Box(cell: { class: string; style: string; lang?: string; bgcolor: string; children?: Child }) {
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
    <Box class="soft" bgcolor={colours.soft} style={look.figure}>
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
