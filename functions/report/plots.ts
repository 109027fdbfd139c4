import {
  axisX,
  barX,
  barY,
  dot,
  lineY,
  type Markish,
  type PlotOptions,
  plot,
  ruleX,
  ruleY,
  text,
  tickY,
} from '@observablehq/plot';
import { parseHTML } from 'linkedom/worker';
import { spread } from './spread.ts';

/** A drawing at the two widths at which the page shows it (SVG elements): a phone would show the wide one too small to read. */
export interface Drawing {
  wide: string;
  narrow: string;
}

/** CSS custom properties, so that a drawing follows dark mode and print. Told apart by people who see no red or no green. */
export type Colour = 'one' | 'two' | 'three' | 'four' | 'quiet';
const paint = (colour: Colour) => `var(--${colour})`;

export interface Series {
  name: string;
  colour: Colour;
  values: readonly number[];
}
type Format = (value: number) => string;

const WIDE = 680;
const NARROW = 340;
const HEIGHT = 250;
const ROW = 46;
/** The least distance of two labels (px). */
const LINE = 17;
const TOP = 16;
const BOTTOM = 32;
/** For the figures along the axis (px). */
const MARGIN = 62;
/** Where there are fewer months they stand at the right, no wider than ever. */
const SLOTS = 8;
/** How wide a character of a label is, at most (px). */
const CHARACTER = 7.6;

const { document } = parseHTML('<!doctype html><html lang="en"></html>');

function draw(options: (width: number) => PlotOptions): Drawing {
  const at = (width: number) => {
    const drawn = plot({ ...options(width), width, document: document as never, className: 'plot' });
    // Our own style sheet is the only one, and the picture is described as a whole by its caption.
    drawn.querySelector('style')?.remove();
    for (const part of drawn.querySelectorAll('[aria-label], [aria-hidden], [aria-description]')) {
      for (const name of ['aria-label', 'aria-hidden', 'aria-description']) part.removeAttribute(name);
    }
    return drawn.outerHTML;
  };
  return { wide: at(WIDE), narrow: at(NARROW) };
}

/** What months need to be drawn: their names in few letters, the last of them the one that is told of. */
export type MonthNames = readonly string[];

function monthly(
  width: number,
  months: MonthNames,
  labels: readonly { name: string; at: number; colour: Colour }[],
  highest: number,
  format: Format,
  marks: Markish[],
): PlotOptions {
  const top = highest * 1.08 || 1;
  const placed = spread(labels, (LINE / (HEIGHT - TOP - BOTTOM)) * top, top);
  const beside = 10 + Math.max(0, ...labels.map(({ name }) => name.length)) * CHARACTER;
  const slots = Math.max(months.length, SLOTS);
  const each = width === WIDE ? 1 : 3;
  const shown = months.map((_, index) => index).filter((index) => (months.length - 1 - index) % each === 0);
  return {
    height: HEIGHT,
    marginTop: TOP,
    marginBottom: BOTTOM,
    marginLeft: MARGIN,
    marginRight: beside,
    x: {
      type: 'band',
      domain: Array.from({ length: slots }, (_, index) => months.length - slots + index),
      padding: 0.22,
    },
    y: { domain: [0, top], ticks: 4, tickFormat: format, tickSize: 0, label: null, grid: true },
    marks: [
      axisX(shown, { tickFormat: (index: number) => months[index] ?? '', tickSize: 0, label: null }),
      ...marks,
      text(placed, {
        x: () => months.length - 1,
        y: 'at',
        text: 'name',
        dx: (width - MARGIN - beside) / slots / 2 + 3,
        textAnchor: 'start',
        fill: 'currentColor',
      }),
    ],
  };
}

/** Columns by month, one part above the other, each named beside the last column; `lines` are drawn across the columns. */
export function columns(
  months: MonthNames,
  parts: readonly Series[],
  format: Format,
  lines?: Series,
): Drawing {
  const heights = months.map((_, index) => parts.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const last = months.length - 1;
  let below = 0;
  const labels = parts.map(({ name, colour, values }) => {
    const value = values[last] ?? 0;
    below += value;
    return { name, colour, at: below - value / 2, value };
  });
  const named = labels.filter(({ value }) => value > 0);
  const across = lines ? [{ ...lines, at: lines.values[last] ?? 0 }] : [];
  const highest = Math.max(...heights, ...(lines?.values ?? []));
  const cells = parts.flatMap(({ colour, values }) =>
    values.map((value, month) => ({ month, value, fill: paint(colour) })),
  );
  return draw((width) =>
    monthly(width, months, parts.length > 1 || lines ? [...named, ...across] : [], highest, format, [
      barY(cells, { x: 'month', y: 'value', fill: 'fill', order: null, inset: 0.5 }),
      ...(lines
        ? [
            tickY(
              lines.values.map((value, month) => ({ month, value })),
              { x: 'month', y: 'value', stroke: paint(lines.colour), strokeWidth: 2.5 },
            ),
          ]
        : []),
      ruleY([0]),
    ]),
  );
}

/** Lines by month, each named at its end; a month without a value (NaN) leaves a gap. */
export function lines(months: MonthNames, series: readonly Series[], format: Format): Drawing {
  const last = months.length - 1;
  const known = series.flatMap(({ values }) => values.filter((value) => !Number.isNaN(value)));
  const labels = series
    .map(({ name, colour, values }) => ({ name, colour, at: values[last] ?? Number.NaN }))
    .filter(({ at }) => !Number.isNaN(at));
  return draw((width) =>
    monthly(width, months, labels, Math.max(0, ...known), format, [
      ...series.flatMap(({ colour, values }) => {
        const points = values.map((value, month) => ({ month, value }));
        const drawn = { x: 'month', y: 'value', stroke: paint(colour) };
        return [
          lineY(points, { ...drawn, strokeWidth: 2.5 }),
          dot(
            points.filter(({ value }) => !Number.isNaN(value)),
            { ...drawn, fill: paint(colour), r: 3 },
          ),
        ];
      }),
      ruleY([0]),
    ]),
  );
}

export interface Row {
  label: string;
  value: number;
  /** What stands beside the value. */
  shown: string;
  low?: number;
  high?: number;
  colour: Colour;
}

/** One line a row: a bar from zero, or a point with its range where there is one; the name above, the value at its end. */
export function rows(
  found: readonly Row[],
  format: Format,
  domain: readonly [number, number],
  zero = false,
): Drawing {
  const ranged = found.filter(({ low }) => low !== undefined);
  const cells = found.map((row, index) => ({ ...row, index, fill: paint(row.colour) }));
  return draw((width) => {
    const room = Math.max(...found.map(({ shown }) => shown.length)) * CHARACTER;
    return {
      height: found.length * ROW + 44,
      marginLeft: 20,
      marginRight: 24 + (ranged.length > 0 ? 0 : room),
      marginTop: 10,
      x: {
        domain: [...domain],
        ticks: width === WIDE ? 6 : 4,
        tickFormat: format,
        label: null,
        grid: true,
        tickSize: 0,
      },
      y: { type: 'band', domain: cells.map(({ index }) => index), axis: null, padding: 0 },
      marks: [
        ...(zero ? [ruleX([0], { strokeWidth: 1.5 })] : []),
        ...(ranged.length > 0
          ? [
              ruleX(cells, { y: 'index', x: 'value', stroke: 'none' }),
              barX(cells, {
                y: 'index',
                x1: 'low',
                x2: 'high',
                fill: 'fill',
                fillOpacity: 0.35,
                insetTop: 27,
                insetBottom: 11,
              }),
              dot(cells, { y: 'index', x: 'value', fill: 'fill', r: 5, dy: 8 }),
            ]
          : [
              barX(cells, { y: 'index', x: 'value', fill: 'fill', insetTop: 22, insetBottom: 8 }),
              text(cells, {
                y: 'index',
                x: 'value',
                text: 'shown',
                textAnchor: 'start',
                dx: 6,
                dy: 7,
                fill: 'currentColor',
              }),
            ]),
        text(cells, {
          y: 'index',
          x: () => domain[0],
          text: ranged.length > 0 ? (cell: Row) => `${cell.label}: ${cell.shown}` : 'label',
          textAnchor: 'start',
          dy: -10,
          lineWidth: (width - 44) / 14,
          textOverflow: 'ellipsis',
          fill: 'currentColor',
          stroke: 'var(--card)',
          strokeWidth: 4,
        }),
      ],
    };
  });
}
