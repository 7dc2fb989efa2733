/** What XML 1.0 forbids (§2.2, Char): controls below U+0020 but tab and line ends, lone surrogates, U+FFFE and U+FFFF. */
const forbidden = /(?![\t\n\r\u007f-\u009f])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** The text as XML may carry it: each forbidden character becomes U+FFFD. Escaping is the serialiser's. */
export const safeText = (text: string): string => text.replace(forbidden, "\ufffd");
