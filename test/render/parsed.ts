import { createSVGWindow } from "svgdom";

/** As much of a parsed picture as the tests ask about. */
export interface Parsed {
  readonly nodeName: string;
  readonly textContent: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): readonly Parsed[];
}

/** Reads a picture with a strict XML parser; throws where it is not well formed. */
export const parsed = (picture: string): Parsed => {
  const { document } = createSVGWindow() as { document: { documentElement: Parsed & { innerHTML: string } } };
  const holder = document.documentElement;
  holder.innerHTML = picture;
  const [root] = holder.querySelectorAll("svg");
  if (!root) throw new Error("The picture holds no <svg>.");
  return root;
};
