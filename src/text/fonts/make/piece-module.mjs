/**
 * Writes one cut of every face as a TypeScript module of base64 strings. A module per cut, because the faces of a
 * picture share their cut: a picture in plain English loads one module, and loading all of them at once stays cheap.
 */
export const pieceModule = (cut, pieces) => `// biome-ignore-all format: generated
// Made by make.mjs: do not edit. The characters of the cut "${cut}", woff2, base64.
import type { CutData } from "../../pieces.ts";

export const ${cut}: CutData = {
${[...pieces].map(([face, woff2]) => `  ${face}:\n    "${woff2.toString("base64")}",`).join("\n")}
};
`;
