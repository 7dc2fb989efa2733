/**
 * A file as URIs name it: relative to where the command ran, or `file:` for one that was named in full.
 *
 * Source: RFC 3986; RFC 8089 for Windows paths.
 */
export const uriOf = (path: string): string => {
  const parts = path.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");
  const encoded = parts.split("/").map(encodeSegment).join("/");
  if (/^[A-Za-z]:\//.test(parts)) return `file:///${parts.slice(0, 2)}${encodeURI(parts.slice(2))}`;
  return parts.startsWith("/") ? `file://${encoded}` : encoded;
};

// half of a surrogate pair has no bytes in UTF-8
const encodeSegment = (segment: string): string => encodeURIComponent(segment.replace(/\p{Cs}/gu, "\ufffd"));
