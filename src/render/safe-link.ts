const schemes = new Set(["http", "https", "mailto"]);

/**
 * A link that may stand in a picture, or nothing: `http`, `https`, `mailto`, and addresses relative to the page.
 *
 * Browsers drop tabs and line ends anywhere in an address, and spaces and controls around it, before they look at its
 * scheme (WHATWG URL, §4.4), so they are dropped here first. `//host` and `\\host` leave the page's own site without
 * saying so, and a character reference could hide a scheme from this check: neither is let through.
 */
export const safeLink = (link: string): string | undefined => {
  const address = link.replace(/[\p{Cc}\p{Cf}\p{Cs}\ufffe\uffff]/gu, "").trim();
  const head = address.split(/[/?]/, 1)[0] ?? "";
  if (address === "" || /^[\\/]{2}/.test(address) || /&(#|\w+;)/.test(head)) return undefined;
  const scheme = /^([^/?#]*?):/.exec(address)?.[1];
  return scheme === undefined || schemes.has(scheme.toLowerCase()) ? address : undefined;
};
