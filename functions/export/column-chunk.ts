import type { ColumnChunk, ParquetType } from 'hyparquet';
import type { ByteWriter } from 'hyparquet-writer';
import { writePageHeader } from 'hyparquet-writer/src/datapage.js';
import { writeRleBitPackedHybrid } from 'hyparquet-writer/src/encoding.js';
import { writeValues } from './plain-values.ts';
import type { Cell, Column, ColumnType, Row } from './tables/column.ts';

/** Of so many different values per row a dictionary saves nothing any more. */
const WORTH_A_DICTIONARY = 0.5;

export const physical: Record<ColumnType, ParquetType> = {
  text: 'BYTE_ARRAY',
  boolean: 'BOOLEAN',
  integer: 'INT32',
  number: 'DOUBLE',
  decimal: 'INT64',
  instant: 'INT64',
};

/** What all columns of a file use in turn: memory that is asked for anew is given back late. */
export interface Scratch {
  compress(bytes: Uint8Array): Uint8Array;
  page: ByteWriter;
  levels: ByteWriter;
}

/** One column of a group of rows, and the buffers it is collected in, which are used again for the next group. */
export interface ColumnBuffer {
  /** Takes the column of some rows. */
  add(rows: readonly Row[]): void;
  /** Writes what was taken as a column chunk, and forgets it. */
  write(writer: ByteWriter): ColumnChunk;
}

/**
 * Collects a column as places in a list of its different values: most columns have few, which are then converted and written once. A
 * column that has had too many in one group is collected as it is from the next on. hyparquet-writer's own encoder goes over each
 * value several times and keeps an object for it; pages, levels and the file around them are written by its functions.
 */
export function columnBuffer(
  column: Column,
  mostRows: number,
  { compress, page, levels }: Scratch,
): ColumnBuffer {
  const { name, type, nullable } = column;
  const present = new Uint8Array(mostRows);
  const places = new Uint32Array(mostRows);
  const different: Cell[] = [];
  const known = new Map<Cell, number>();
  let hasFew = true;

  let [count, values] = [0, 0];
  let [last, lastPlace]: [Cell, number] = [null, 0];

  return {
    add(rows) {
      for (const row of rows) {
        const value = row[name] ?? null;
        present[count++] = value === null ? 0 : 1;
        if (value === null) continue;
        if (!hasFew) {
          different.push(value);
        } else if (value !== last) {
          last = value;
          lastPlace = known.get(value) ?? different.length;
          if (lastPlace === different.length) known.set(value, different.push(value) - 1);
        }
        places[values++] = lastPlace;
      }
      if (values < count && !nullable) throw new Error(`a row has no ${name}, which every row has`);
    },

    write(writer) {
      const start = writer.offset;
      const isWorth = hasFew && type !== 'boolean' && different.length <= values * WORTH_A_DICTIONARY;
      let uncompressed = 0;
      let dictionaryAt: bigint | undefined;
      empty(page, levels);
      if (isWorth) {
        dictionaryAt = BigInt(start);
        writeValues(page, type, different);
        uncompressed += writeDictionary(writer, different.length, page, compress);
        empty(page);
        const width = Math.ceil(Math.log2(different.length));
        page.appendUint8(width);
        writeRleBitPackedHybrid(page, places.subarray(0, values) as never, width);
      } else {
        writeValues(page, type, different, hasFew ? places.subarray(0, values) : undefined);
      }
      const dataAt = BigInt(writer.offset);
      const encoding = isWorth ? 'RLE_DICTIONARY' : 'PLAIN';
      if (nullable) writeRleBitPackedHybrid(levels, present.subarray(0, count) as never, 1);
      const compressed = compress(page.getBytes());
      const headerAt = writer.offset;
      writePageHeader(writer, {
        type: 'DATA_PAGE_V2',
        uncompressed_page_size: levels.offset + page.offset,
        compressed_page_size: levels.offset + compressed.length,
        data_page_header_v2: {
          num_values: count,
          num_nulls: count - values,
          num_rows: count,
          encoding,
          definition_levels_byte_length: levels.offset,
          repetition_levels_byte_length: 0,
          is_compressed: true,
        },
      });
      uncompressed += writer.offset - headerAt + levels.offset + page.offset;
      writer.appendBytes(levels.getBytes());
      writer.appendBytes(compressed);
      const chunk: ColumnChunk = {
        file_offset: BigInt(start),
        meta_data: {
          type: physical[type],
          encodings: isWorth ? ['PLAIN', 'RLE_DICTIONARY'] : ['PLAIN'],
          path_in_schema: [name],
          codec: 'ZSTD',
          num_values: BigInt(count),
          total_compressed_size: BigInt(writer.offset - start),
          total_uncompressed_size: BigInt(uncompressed),
          data_page_offset: dataAt,
          ...(dictionaryAt !== undefined && { dictionary_page_offset: dictionaryAt }),
        },
      };
      hasFew = hasFew && different.length <= count * WORTH_A_DICTIONARY;
      different.length = 0;
      known.clear();
      [count, values, last] = [0, 0, null];
      return chunk;
    },
  };
}

/** Returns how long the page is before it is compressed, with its header. */
function writeDictionary(
  writer: ByteWriter,
  count: number,
  page: ByteWriter,
  compress: Scratch['compress'],
): number {
  const compressed = compress(page.getBytes());
  const start = writer.offset;
  writePageHeader(writer, {
    type: 'DICTIONARY_PAGE',
    uncompressed_page_size: page.offset,
    compressed_page_size: compressed.length,
    dictionary_page_header: { num_values: count, encoding: 'PLAIN' },
  });
  const header = writer.offset - start;
  writer.appendBytes(compressed);
  return header + page.offset;
}

function empty(...writers: ByteWriter[]): void {
  for (const writer of writers) [writer.index, writer.offset] = [0, 0];
}
