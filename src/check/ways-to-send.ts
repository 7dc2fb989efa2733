import type { Message } from "../flow/flow.ts";
import type { Diagnostic } from "../source/diagnostic.ts";
import type { Context } from "./context.ts";
import type { Obligation } from "./obligations.ts";

/**
 * How a callback that does not come could come.
 *
 * In:   the context; an obligation; whether success or failure is wanted.
 * Out:  the line of help, and a fix where exactly one message of the asked participant to the owner says nothing of callbacks.
 * Says: nothing.
 * Cost: linear in the messages of the pair.
 */
export const waysToSend = (
  context: Context,
  { callback, receiver }: Obligation,
  how: "resolves" | "rejects",
): Pick<Diagnostic, "fixes"> & { readonly help: string } => {
  const { flow, facts, words } = context;
  const asking = flow.messages[callback.asked[0]?.message ?? -1];
  const asked = receiver ?? asking?.to ?? null;
  const candidates = facts
    .plain(asked, callback.owner)
    .filter(({ index }) => asking !== undefined && index > asking.index);
  const [only] = candidates;
  const place =
    only && candidates.length === 1 && how === "resolves" ? insertionInto(context, only) : undefined;
  if (only === undefined || place === undefined)
    return {
      help: `send \`${words.key(asked)} ~> ${words.key(callback.owner)}: … { ${how}: ${callback.name} }\``,
    };
  return {
    help: `let \`${only.label?.text ?? words.text(only.span)}\` say \`{ resolves: ${callback.name} }\``,
    fixes: [
      {
        kind: "suggestion",
        message: `Say that this message resolves \`${callback.name}\``,
        edits: [{ span: place, text: ` { resolves: ${callback.name} }` }],
      },
    ],
  };
};

/** The end of a message that has no map and shares its statement with no other. */
const insertionInto = ({ flow, words }: Context, { index, span }: Message) => {
  const shared = flow.messages.some(
    (other) => other.index !== index && other.span.start === span.start && other.span.file === span.file,
  );
  const text = words.text(span);
  return shared || text === "" || /["'|}\\]$/.test(text) ? undefined : { ...span, start: span.end };
};
