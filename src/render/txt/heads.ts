import { cellsOf, widest } from "./cells.ts";
import type { Arrow, Head } from "./things.ts";

/** Cells of a head: an odd number, so that its lifeline has a middle to begin at. */
export const headCells = (head: Head): number => {
  const inner = Math.max(widest(head.lines), cellsOf(stereotype(head.kind)));
  return inner + 4 + ((inner + 1) % 2);
};

/** The kind of a participant as UML writes it; a service is what one expects. */
export const stereotype = (kind: string): string => (kind === "service" ? "" : `«${kind}»`);

/** Lines inside a head: its name, and its kind where that is not what one expects. */
export const headLines = ({ lines, kind }: Head): readonly string[] =>
  stereotype(kind) === "" ? lines : [...lines, stereotype(kind)];

/** An arrow that ends at the side of a head makes its participant. */
export const makes = ({ x2, y2 }: Arrow, { box }: Head): boolean =>
  Math.abs(y2 - box.y - box.height / 2) < 0.5 &&
  Math.min(Math.abs(x2 - box.x), Math.abs(x2 - box.x - box.width)) < 2;
