/**
 * What a reader hears instead of seeing a picture: its title and its description.
 *
 * In:     markup that the renderer wrote.
 * Out:    its first texts, as one line; empty if it has none.
 */
export const pictureWords = (svg: string): string => {
  const [, title, description] = head.exec(svg) ?? [];
  const ended =
    title === undefined || description === undefined || /[.!?…]$/.test(title) ? title : `${title}.`;
  const words = [ended, description].filter((each) => each !== undefined).join(" ");
  return unescaped(words).replace(/\s+/g, " ").trim();
};

const head = /^<svg [^>]*>(?:<title[^>]*>([^<]*)<\/title>)?(?:<desc[^>]*>([^<]*)<\/desc>)?/;

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

/** Text as it was before the renderer made markup of it. */
export const unescaped = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot);/g, (one) => entities[one] ?? one);
