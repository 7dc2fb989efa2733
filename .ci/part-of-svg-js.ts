import type { Plugin } from "rolldown";

/** All that our sources ask of svg.js; a test holds them to it. */
export const asked = ["create", "Dom", "withWindow"];

/**
 * Lets the bundler leave out of svg.js what we do not ask for. At its start svg.js tells every class of the methods that others
 * have for it, and each of these calls holds on to all that it names; none of them matters to who makes elements by their names
 * and sets their attributes.
 */
export const partOfSvgJs = (): Plugin => ({
  name: "part-of-svg-js",
  transform: (code, id) => {
    if (!id.endsWith("/node_modules/@svgdotjs/svg.js/dist/svg.esm.js")) return null;
    const telling = [...code.matchAll(tells)];
    if (telling.length < 90 || !code.includes(attributes))
      throw new Error("svg.js tells its classes of their methods in another way than it did.");
    return code
      .replace(/^(?:Path|TextPath)\.prototype\.MorphArray = PathArray;$|^Runner\.id = 0;$/gm, "")
      .replace(/^List\.extend\(getMethodNames\(\)\);$/gm, "")
      .replace(tells, "/* @__PURE__ */ $&")
      .replace(/(?<=[^\w$])(?:wrapWithAttrCheck|getMethodsFor)\((?!\w+\) \{)/g, "/* @__PURE__ */ $&");
  },
});

/** What a `Dom` needs to set attributes stays. */
const attributes = "extend(Dom, {\n\tattr,";

const tells =
  /^(?:register|registerMethods|registerAttrHook|registerMorphableType|makeMorphable|extend(?!\(Dom, \{))\(/gm;
