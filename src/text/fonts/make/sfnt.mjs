/**
 * Gives a font file new names, so that the shipped subsets never pass for the originals.
 * Source: the OpenType specification, "Organization of an OpenType font" and "name — Naming table".
 */
const headerSize = 12;
const entrySize = 16;
const checkSumMagic = 0xb1b0afba;

const padded = (length) => (length + 3) & ~3;

const checkSum = (bytes) => {
  const whole = Buffer.alloc(padded(bytes.length));
  bytes.copy(whole);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
};

const tablesOf = (font) =>
  Array.from({ length: font.readUInt16BE(4) }, (_, i) => {
    const entry = headerSize + i * entrySize;
    const offset = font.readUInt32BE(entry + 8);
    const length = font.readUInt32BE(entry + 12);
    return {
      tag: font.toString("latin1", entry, entry + 4),
      bytes: Buffer.from(font.subarray(offset, offset + length)),
    };
  });

/** Windows Unicode BMP, US English records. */
const nameTable = (names) => {
  const records = Object.entries(names).map(([id, text]) => ({
    id: Number(id),
    text: Buffer.from(text, "utf16le").swap16(),
  }));
  const header = Buffer.alloc(6 + records.length * 12);
  header.writeUInt16BE(records.length, 2);
  header.writeUInt16BE(header.length, 4);
  let offset = 0;
  records.forEach(({ id, text }, i) => {
    [3, 1, 0x409, id, text.length, offset].forEach((field, k) => {
      header.writeUInt16BE(field, 6 + i * 12 + k * 2);
    });
    offset += text.length;
  });
  return Buffer.concat([header, ...records.map(({ text }) => text)]);
};

const assemble = (version, tables) => {
  const log = Math.floor(Math.log2(tables.length));
  const directory = Buffer.alloc(headerSize + tables.length * entrySize);
  directory.writeUInt32BE(version, 0);
  [tables.length, 2 ** log * 16, log, tables.length * 16 - 2 ** log * 16].forEach((field, k) => {
    directory.writeUInt16BE(field, 4 + k * 2);
  });
  let offset = directory.length;
  tables.forEach(({ tag, bytes }, i) => {
    const entry = headerSize + i * entrySize;
    directory.write(tag, entry, "latin1");
    directory.writeUInt32BE(checkSum(bytes), entry + 4);
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(bytes.length, entry + 12);
    offset += padded(bytes.length);
  });
  return Buffer.concat([
    directory,
    ...tables.map(({ bytes }) => Buffer.concat([bytes, Buffer.alloc(padded(bytes.length) - bytes.length)])),
  ]);
};

/** A TTF with the given names (name id → text) in place of its own, and its check sums put right. */
export const renamed = (font, names) => {
  const tables = tablesOf(font).map(({ tag, bytes }) => ({
    tag,
    bytes: tag === "name" ? nameTable(names) : bytes,
  }));
  const head = tables.find(({ tag }) => tag === "head").bytes;
  head.writeUInt32BE(0, 8);
  const whole = assemble(font.readUInt32BE(0), tables);
  head.writeUInt32BE((checkSumMagic - checkSum(whole)) >>> 0, 8);
  return assemble(font.readUInt32BE(0), tables);
};
