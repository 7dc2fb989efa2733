import { attributes } from "../../language/attributes.ts";
import type { Entry } from "../ast.ts";
import { type Reader, say, wayOut } from "../say.ts";
import { wordOf } from "./head.ts";

const operator = /(?<=\s)(?:<?-{2,}>?|<?->|<-|~>|<~)(?=\s)/;

/** Warns of an arrow in the label of a participant, which was probably meant to be a message. */
export const sayOperatorInValue = (reader: Reader, entry: Entry): void => {
  const { path, value } = entry;
  if (value?.kind !== "text" || value.quoting !== "none" || wordOf(entry) !== undefined) return;
  if (Object.hasOwn(attributes, path.keys.at(-1)?.text ?? "")) return;
  const arrow = operator.exec(value.text)?.[0];
  if (arrow === undefined) return;
  const { start, end } = value.span;
  const quoted = JSON.stringify(value.text);
  const help = `write the message on a line of its own, or quote the label: \`${quoted}\``;
  const message = `The label of \`${path.keys.at(-1)?.text}\` holds \`${arrow}\`, and sends nothing.`;
  say(reader, "operator-in-value", message, start, end, wayOut(reader, help, start, end, quoted));
};
