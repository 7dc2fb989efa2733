import type { Plugin } from "rolldown";

/** svgdom measures text with fontkit, which we never ask it to: without fontkit the command starts in half the time. */
export const noFontkit = (): Plugin => ({
  name: "no-fontkit",
  resolveId: (id) => (id === "fontkit" ? "\0no-fontkit" : null),
  load: (id) =>
    id === "\0no-fontkit"
      ? 'export const openSync = () => { throw new Error("svgdom does not measure text here"); };'
      : null,
});
