/** Rows of bits, all of one length. Rows are known by number, bits by number. */
export interface BitRows {
  /** 32-bit words in a row. */
  readonly words: number;
  readonly data: Uint32Array;
}

/**
 * Makes rows of bits, all 0.
 *
 * In: how many rows, how many bits in each. Out: the rows. Says: nothing. Cost: linear in bits.
 * Source: bit sets: Warren, Hacker's Delight, chapter 2.
 */
export const bitRows = (rows: number, bits: number): BitRows => {
  const words = Math.ceil(bits / 32);
  return { words, data: new Uint32Array(rows * words) };
};

/**
 * Whether a bit is 1.
 *
 * In: rows, a row, a bit. Out: true or false. Says: nothing. Cost: constant.
 * Source: bit sets: Warren, Hacker's Delight, chapter 2.
 */
export const hasBit = ({ words, data }: BitRows, row: number, bit: number): boolean =>
  ((data[row * words + (bit >>> 5)] as number) & (1 << (bit & 31))) !== 0;

/**
 * Makes a bit 1.
 *
 * In: rows, a row, a bit. Out: the row, changed. Says: nothing. Cost: constant.
 * Source: bit sets: Warren, Hacker's Delight, chapter 2.
 */
export const setBit = ({ words, data }: BitRows, row: number, bit: number): void => {
  const word = row * words + (bit >>> 5);
  data[word] = (data[word] as number) | (1 << (bit & 31));
};

/**
 * Makes a bit 0.
 *
 * In: rows, a row, a bit. Out: the row, changed. Says: nothing. Cost: constant.
 * Source: bit sets: Warren, Hacker's Delight, chapter 2.
 */
export const clearBit = ({ words, data }: BitRows, row: number, bit: number): void => {
  const word = row * words + (bit >>> 5);
  data[word] = (data[word] as number) & ~(1 << (bit & 31));
};

/**
 * Adds a row of one table to a row of another.
 *
 * In: tables with rows of one length, a row of each. Out: the first row, changed: the bits of both. Says: nothing. Cost: linear in words.
 * Source: bit sets: Warren, Hacker's Delight, chapter 2.
 */
export const addRow = (into: BitRows, row: number, from: BitRows, other: number): void => {
  const [to, at] = [row * into.words, other * from.words];
  for (let word = 0; word < into.words; word++)
    into.data[to + word] = (into.data[to + word] as number) | (from.data[at + word] as number);
};

/**
 * Keeps of a row what another has too.
 *
 * In: tables with rows of one length, a row of each. Out: the first row, changed: the bits in both. Says: nothing. Cost: linear in words.
 * Source: bit sets: Warren, Hacker's Delight, chapter 2.
 */
export const keepRow = (into: BitRows, row: number, from: BitRows, other: number): void => {
  const [to, at] = [row * into.words, other * from.words];
  for (let word = 0; word < into.words; word++)
    into.data[to + word] = (into.data[to + word] as number) & (from.data[at + word] as number);
};

/**
 * Takes out of a row what another has.
 *
 * In: tables with rows of one length, a row of each. Out: the first row, changed: its bits that the other lacks. Says: nothing. Cost: linear in words.
 * Source: bit sets: Warren, Hacker's Delight, chapter 2.
 */
export const dropRow = (into: BitRows, row: number, from: BitRows, other: number): void => {
  const [to, at] = [row * into.words, other * from.words];
  for (let word = 0; word < into.words; word++)
    into.data[to + word] = (into.data[to + word] as number) & ~(from.data[at + word] as number);
};

/**
 * Makes all bits of a row alike.
 *
 * In: rows, a row, 0 or 1. Out: the row, changed, to the end of its last word. Says: nothing. Cost: linear in words.
 * Source: bit sets: Warren, Hacker's Delight, chapter 2.
 */
export const fillRow = ({ words, data }: BitRows, row: number, value: 0 | 1): void => {
  data.fill(value === 0 ? 0 : 0xffffffff, row * words, (row + 1) * words);
};

/**
 * Copies a row over another.
 *
 * In: tables with rows of one length, a row of each. Out: the first row, changed; whether that made a difference. Says: nothing. Cost: linear in words.
 * Source: bit sets: Warren, Hacker's Delight, chapter 2.
 */
export const copyRow = (into: BitRows, row: number, from: BitRows, other: number): boolean => {
  const [to, at] = [row * into.words, other * from.words];
  let changed = false;
  for (let word = 0; word < into.words; word++) {
    const value = from.data[at + word] as number;
    if (into.data[to + word] !== value) changed = true;
    into.data[to + word] = value;
  }
  return changed;
};

/**
 * Finds the highest bit of a row.
 *
 * In: rows, a row. Out: its number; -1 when the row is empty. Says: nothing. Cost: linear in words.
 * Source: bit sets: Warren, Hacker's Delight, chapter 2.
 */
export const highestBit = ({ words, data }: BitRows, row: number): number => {
  for (let word = words - 1; word >= 0; word--) {
    const value = data[row * words + word] as number;
    if (value !== 0) return word * 32 + 31 - Math.clz32(value);
  }
  return -1;
};

/**
 * Lists the bits of a row.
 *
 * In: rows, a row, a limit. Out: numbers below the limit, ascending. Says: nothing. Cost: linear in words and bits.
 * Source: bit sets: Warren, Hacker's Delight, chapter 2.
 */
export const bitsOf = ({ words, data }: BitRows, row: number, limit: number): readonly number[] => {
  const found: number[] = [];
  for (let word = 0; word < words; word++) {
    let value = data[row * words + word] as number;
    while (value !== 0) {
      const bit = word * 32 + 31 - Math.clz32(value & -value);
      if (bit < limit) found.push(bit);
      value &= value - 1;
    }
  }
  return found;
};

/**
 * Adds a row to another.
 *
 * In: tables with rows of one length, a row of each. Out: the first row, changed; the bits that are new in it, ascending. Says: nothing. Cost: linear in words and new bits.
 * Source: bit sets: Warren, Hacker's Delight, chapter 2.
 */
export const addNew = (into: BitRows, row: number, from: BitRows, other: number): readonly number[] => {
  const [to, at] = [row * into.words, other * from.words];
  const found: number[] = [];
  for (let word = 0; word < into.words; word++) {
    const known = into.data[to + word] as number;
    let fresh = (from.data[at + word] as number) & ~known;
    into.data[to + word] = known | fresh;
    for (; fresh !== 0; fresh &= fresh - 1) found.push(word * 32 + 31 - Math.clz32(fresh & -fresh));
  }
  return found;
};

/**
 * Whether a row has all bits of another.
 *
 * In: tables with rows of one length, a row of each. Out: true or false. Says: nothing. Cost: linear in words.
 * Source: bit sets: Warren, Hacker's Delight, chapter 2.
 */
export const hasRow = (rows: BitRows, row: number, others: BitRows, other: number): boolean => {
  const [one, two] = [row * rows.words, other * others.words];
  for (let word = 0; word < rows.words; word++)
    if (((others.data[two + word] as number) & ~(rows.data[one + word] as number)) !== 0) return false;
  return true;
};

/**
 * Counts the bits of a row.
 *
 * In: rows, a row. Out: their number. Says: nothing. Cost: linear in words.
 * Source: bit sets: Warren, Hacker's Delight, chapter 2.
 */
export const countBits = (rows: BitRows, row: number): number => countCommon(rows, row, rows, row);

/**
 * Counts the bits that two rows have in common.
 *
 * In: tables with rows of one length, a row of each. Out: their number. Says: nothing. Cost: linear in words.
 * Source: bit sets: Warren, Hacker's Delight, chapter 2.
 */
export const countCommon = (rows: BitRows, row: number, others: BitRows, other: number): number => {
  const [one, two] = [row * rows.words, other * others.words];
  let count = 0;
  for (let word = 0; word < rows.words; word++)
    count += bitsIn((rows.data[one + word] as number) & (others.data[two + word] as number));
  return count;
};

/** Counts bits in parallel: Warren, Hacker's Delight, section 5-1. */
const bitsIn = (word: number): number => {
  let value = word - ((word >>> 1) & 0x55555555);
  value = (value & 0x33333333) + ((value >>> 2) & 0x33333333);
  return Math.imul((value + (value >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
};
