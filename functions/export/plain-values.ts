import type { ByteWriter } from 'hyparquet-writer';
import type { Cell, ColumnType } from './tables/column.ts';

const TWO_POW_32 = 2 ** 32;
/** A decimal has 18 digits. */
const TOO_MUCH = 10n ** 18n;
/** A UTF-16 unit is at most three bytes of UTF-8. */
const MOST_BYTES = 3;
const encoder = new TextEncoder();

/**
 * Writes values as Parquet has them without an encoding: all of them, or those at some places. Throws where a value is none of its
 * column's type, or none that fits.
 */
export function writeValues(
  page: ByteWriter,
  type: ColumnType,
  values: readonly Cell[],
  places?: Uint32Array,
): void {
  if (type === 'boolean') {
    writeBits(page, values, places);
    return;
  }
  const write = writers[type];
  const count = places ? places.length : values.length;
  for (let index = 0; index < count; index++) {
    write(page, values[places ? (places[index] as number) : index] as Cell);
  }
}

const writers: Record<Exclude<ColumnType, 'boolean'>, (page: ByteWriter, value: Cell) => void> = {
  text(page, value) {
    if (typeof value !== 'string') throw unfit('a text', value);
    page.ensure(4 + value.length * MOST_BYTES);
    const { written } = encoder.encodeInto(value, new Uint8Array(page.buffer, page.index + 4));
    page.appendUint32(written);
    page.index += written;
    page.offset += written;
  },
  integer(page, value) {
    if (typeof value !== 'number' || (value | 0) !== value) throw unfit('a whole number of 32 bits', value);
    page.appendInt32(value);
  },
  number(page, value) {
    if (typeof value !== 'number') throw unfit('a number', value);
    page.appendFloat64(value);
  },
  decimal(page, value) {
    if (typeof value !== 'bigint' || value >= TOO_MUCH || value <= -TOO_MUCH)
      throw unfit('thousandths', value);
    page.appendInt64(value);
  },
  instant(page, value) {
    const ms = typeof value === 'string' ? millisOf(value) : Number.NaN;
    if (Number.isNaN(ms)) throw unfit('an instant', value);
    // As two halves: a bigint for each would be an object for each.
    page.appendUint32(ms >>> 0);
    page.appendInt32(Math.floor(ms / TWO_POW_32));
  },
};

function writeBits(page: ByteWriter, values: readonly Cell[], places: Uint32Array | undefined): void {
  const count = places ? places.length : values.length;
  for (let start = 0; start < count; start += 8) {
    let byte = 0;
    for (let bit = 0; bit < 8 && start + bit < count; bit++) {
      const value = values[places ? (places[start + bit] as number) : start + bit];
      if (typeof value !== 'boolean') throw unfit('yes or no', value);
      if (value) byte |= 1 << bit;
    }
    page.appendUint8(byte);
  }
}

/** Milliseconds since 1970. Nearly all instants have one form, `2026-03-03T10:00:00.000Z`, which is read in a tenth of Date.parse's time. */
function millisOf(at: string): number {
  if (at.length !== 24 || at[10] !== 'T' || at[23] !== 'Z') return Date.parse(at);
  const [year, month, day] = [digits(at, 0, 4), digits(at, 5, 7), digits(at, 8, 10)];
  const time = digits(at, 11, 13) * 3_600_000 + digits(at, 14, 16) * 60_000 + digits(at, 17, 19) * 1_000;
  return daysSince1970(year, month, day) * 86_400_000 + time + digits(at, 20, 23);
}

/** NaN where there is anything else among them. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index++) {
    const digit = text.charCodeAt(index) - 48;
    value = digit >= 0 && digit <= 9 ? value * 10 + digit : Number.NaN;
  }
  return value;
}

/** In the Gregorian calendar, with years that begin in March, so that the leap day is the last. */
function daysSince1970(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return 365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + dayOfYear - 719_468;
}

function unfit(expected: string, value: unknown): Error {
  return new Error(`a cell of the export has to be ${expected} and is ${String(value).slice(0, 40)}`);
}
