import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { renderSync } from "../../src/index.ts";
import { type HastElement, type HastNode, svgTree } from "../../src/plugins/svg-tree.ts";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

const special: Readonly<Record<string, string>> = {
  className: "class",
  ariaLabelledBy: "aria-labelledby",
  ariaRoleDescription: "aria-roledescription",
  tabIndex: "tabindex",
};

/** What hast calls an attribute, as it is called in markup. */
const attributeName = (name: string): string =>
  name in special
    ? (special[name] ?? "")
    : name === "viewBox"
      ? name
      : name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const markup = (node: HastNode): string => {
  if (node.type === "text") return escaped(node.value);
  const { tagName, properties, children }: HastElement = node;
  const attributes = Object.entries(properties).map(
    ([name, value]) =>
      ` ${attributeName(name)}="${escaped(typeof value === "string" ? value : value.join(" "))}"`,
  );
  const inside = children.map(markup).join("");
  const isShort = inside === "" && /^(?:path|rect|circle)$/.test(tagName);
  return `<${tagName}${attributes.join("")}${isShort ? "/>" : `>${inside}</${tagName}>`}`;
};

const gallery = readdirSync("fixtures/gallery").filter((name) => name.endsWith(".slant"));

describe("every picture is the tree that its markup says, no more and no less", () => {
  test.each(gallery)("%s", (name) => {
    const text = readFileSync(`fixtures/gallery/${name}`, "utf8");
    for (const view of ["sequence", "map"] as const) {
      const { output } = renderSync(text, { view, fonts: "system", title: "<a> & \"b\" 'c' {d}" });
      expect(markup(svgTree(output)) === output.trim()).toBe(true);
    }
  });
});
