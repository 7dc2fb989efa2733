import { unescaped } from "../markdown/picture-words.ts";

/** A node of hast, the tree of HTML that unified's tools share. */
export type HastNode = HastElement | { readonly type: "text"; readonly value: string };

export interface HastElement {
  readonly type: "element";
  readonly tagName: string;
  readonly properties: Record<string, string | string[]>;
  readonly children: HastNode[];
}

/**
 * Reads a picture as a tree.
 *
 * In:     markup that the renderer wrote: one element, attributes in double quotes, the four entities and no comments.
 * Out:    the same elements, attributes and texts, as hast has them.
 * Cost:   linear in the markup.
 */
export const svgTree = (svg: string): HastElement => {
  const root: HastElement = { type: "element", tagName: "root", properties: {}, children: [] };
  const open = [root];
  for (const [, isEnd, name, attributes = "", isEmpty, text] of svg.matchAll(token)) {
    const parent = open.at(-1) ?? root;
    if (text !== undefined) parent.children.push({ type: "text", value: unescaped(text) });
    else if (isEnd) open.pop();
    else if (name !== undefined) {
      const child: HastElement = {
        type: "element",
        tagName: name,
        properties: propertiesOf(attributes),
        children: [],
      };
      parent.children.push(child);
      if (!isEmpty) open.push(child);
    }
  }
  return root.children[0] as HastElement;
};

const token = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[\w:.-]+="[^"]*")*)\s*(\/?)>|([^<]+)/g;

const propertiesOf = (attributes: string): HastElement["properties"] =>
  Object.fromEntries(
    Array.from(attributes.matchAll(/([\w:.-]+)="([^"]*)"/g), ([, name = "", written = ""]) => {
      const value = unescaped(written);
      if (name === "class") return ["className", value.split(" ")];
      return [properties[name] ?? camelCase(name), value];
    }),
  );

/** Attributes whose words hast tells apart where markup does not. */
const properties: Readonly<Record<string, string>> = {
  "aria-describedby": "ariaDescribedBy",
  "aria-labelledby": "ariaLabelledBy",
  "aria-roledescription": "ariaRoleDescription",
  tabindex: "tabIndex",
};

const camelCase = (name: string): string =>
  name.replace(/[-:]([a-z])/g, (_, letter: string) => letter.toUpperCase());
