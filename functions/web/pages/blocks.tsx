import type { Block } from '../../mail/blocks.ts';
import { oneLine, plainText } from '../../wording/plain.ts';

/** The blocks a mail is made of, as parts of a page: what an approver read in the mail stands here in the same words. */
export function Blocks({ blocks, level = 2 }: { blocks: readonly Block[]; level?: 2 | 4 }) {
  return blocks.map((block) => <BlockPart block={block} level={level} />);
}

function BlockPart({ block, level }: { block: Block; level: 2 | 4 }) {
  switch (block.type) {
    case 'heading':
      return level === 2 ? <h2>{oneLine(block.text)}</h2> : <h4>{oneLine(block.text)}</h4>;
    case 'paragraph':
      return <p>{oneLine(block.text)}</p>;
    case 'small':
      return <p class="muted small">{oneLine(block.text)}</p>;
    case 'figure':
      return (
        <p class="figure">
          <span class="muted small">{oneLine(block.label)}</span>
          <strong>{oneLine(block.value)}</strong>
          {block.detail && <span class="muted small">{oneLine(block.detail)}</span>}
        </p>
      );
    case 'facts':
      return (
        <dl class="facts">
          {block.rows.map(({ label, value, source }) => (
            <>
              <dt>{oneLine(label)}</dt>
              <dd>
                {oneLine(value)}
                {source && <span class="source">{oneLine(source)}</span>}
              </dd>
            </>
          ))}
        </dl>
      );
    case 'list':
      return <ListPart block={block} />;
    case 'quote':
      return <blockquote lang={block.language}>{plainText(block.text).trim()}</blockquote>;
    case 'buttons':
      return block.buttons.map(({ label, href }) => (
        <p>
          <a class="button" href={href}>
            {oneLine(label)}
          </a>
        </p>
      ));
    case 'note':
      return <p class={`notice ${block.tone}`}>{oneLine(block.text)}</p>;
    default:
      return block satisfies never;
  }
}

function ListPart({ block }: { block: Extract<Block, { type: 'list' }> }) {
  return (
    <ul class="list">
      {block.items.map(({ lead, text, mark, source }) => (
        <li class="split">
          <span>
            {lead && <strong>{oneLine(lead)}: </strong>}
            {oneLine(text)}
            {source && <span class="source">{oneLine(source)}</span>}
          </span>
          {mark && <span class="weight">{oneLine(mark)}</span>}
        </li>
      ))}
    </ul>
  );
}
