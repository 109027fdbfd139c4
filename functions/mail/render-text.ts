import { oneLine, plainText } from '../wording/plain.ts';
import type { Block, ListItem, MailDocument } from './blocks.ts';

/** Mail readers and terminals show about eighty columns; a quoted reply takes some of them. */
const WIDTH = 72;

/** The text part of a mail. It says everything the HTML part says, links written out. */
export function renderText(mail: MailDocument): string {
  const title = wrap(oneLine(mail.title));
  const parts = [
    `${title}\n${'='.repeat(widest(title))}`,
    ...mail.blocks.map(renderBlock),
    ['-- ', ...mail.footer.map((line) => wrap(oneLine(line))), oneLine(mail.brand)].join('\n'),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function renderBlock(block: Block): string {
  switch (block.type) {
    case 'heading': {
      const heading = wrap(oneLine(block.text));
      return `${heading}\n${'-'.repeat(widest(heading))}`;
    }
    case 'paragraph':
    case 'small':
      return wrap(oneLine(block.text));
    case 'figure': {
      const figure = wrap(`${oneLine(block.label)}: ${oneLine(block.value)}`);
      return block.detail ? `${figure}\n${wrap(oneLine(block.detail))}` : figure;
    }
    case 'facts':
      return block.rows
        .map(({ label, value, source }) => {
          const line = hang(`${oneLine(label)}: ${oneLine(value)}`, '', '  ');
          return source ? `${line}\n${hang(`(${oneLine(source)})`, '  ', '   ')}` : line;
        })
        .join('\n');
    case 'list':
      return block.items
        .map((item, index) => {
          const rest = block.ordered ? '   ' : '  ';
          const line = hang(listLine(item), block.ordered ? `${index + 1}. ` : '- ', rest);
          const link = item.link ? `\n${rest}${item.link.href}` : '';
          const source = item.source ? `\n${hang(`(${oneLine(item.source)})`, rest, `${rest} `)}` : '';
          return `${line}${link}${source}`;
        })
        .join('\n');
    case 'quote':
      return plainText(block.text)
        .trim()
        .split('\n')
        .map((line) => hang(line.trim(), '> ', '> '))
        .join('\n');
    case 'buttons':
      return block.buttons
        .map(({ label, href, inText }) =>
          inText ? hang(`${oneLine(label)}: ${inText}`, '', '  ') : `${wrap(`${oneLine(label)}:`)}\n${href}`,
        )
        .join('\n\n');
    case 'note':
      return hang(oneLine(block.text), '* ', '  ');
    default:
      return block satisfies never;
  }
}

function listLine({ lead, link, text, mark }: ListItem): string {
  const parts = [mark && `(${oneLine(mark)})`, lead && `${oneLine(lead)}:`, link && oneLine(link.label)];
  const start = parts.filter(Boolean).join(' ');
  return start ? `${start} ${oneLine(text)}` : oneLine(text);
}

function hang(text: string, first: string, rest: string): string {
  return wrap(text, WIDTH - rest.length)
    .split('\n')
    .map((line, index) => (index === 0 ? first : rest) + line)
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Breaks at spaces. A word longer than a line is broken too, unless it is a link: a broken link leads nowhere. */
function wrap(text: string, width = WIDTH): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[ \t]+/).flatMap((long) => breakUp(long, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && longer.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line].join('\n');
}

function breakUp(word: string, width: number): string[] {
  if (word.length <= width || /^https?:\/\//.test(word)) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece.length + character.length > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

function widest(lines: string): number {
  return Math.max(...lines.split('\n').map((line) => line.length));
}
