/** A text's or bytes' own number, base64. Node's part for it is loaded at the first use: drawing one flow needs none. */
export const sha256 = (content: string | Uint8Array): string =>
  process.getBuiltinModule("node:crypto").createHash("sha256").update(content).digest("base64");
