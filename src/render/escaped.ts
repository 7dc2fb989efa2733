const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as markup, in an attribute or between tags. */
export const escaped = (text: string): string =>
  special.test(text) ? text.replace(everySpecial, (sign) => entities[sign] ?? sign) : text;

// Most texts have none, and asking costs less than replacing; one with `g` would remember where it stood.
const special = /[&<>"]/;
const everySpecial = /[&<>"]/g;
