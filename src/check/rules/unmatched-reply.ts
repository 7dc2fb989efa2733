import type { Message } from "../../flow/flow.ts";
import type { Fix } from "../../source/diagnostic.ts";
import type { Context } from "../context.ts";
import { about, type Rule } from "../rule.ts";
import type { Decision } from "../trail.ts";

export const unmatchedReply: Rule = {
  code: "unmatched-reply",
  severity: "error",
  category: "correctness",
  precision: "very-high",
  tier: "structure",
  fixKind: "suggestion",
  summary: "A reply answers no open call of its receiver to its sender.",
  why:
    "A dashed arrow says that somebody waited for this. Without a call, the reader looks for one that is not there; with the " +
    "call at another participant, the answer goes to the wrong place.",
  bad: "web -> api: GET /cart\napi -> db: SELECT items\ndb --> api: 3 rows\ndb --> web: 200 OK\n",
  good: "web -> api: GET /cart\napi -> db: SELECT items\ndb --> api: 3 rows\napi --> web: 200 OK\n",
  sources: ["UML 2.5.1, section 17.4: synchronous calls and replies"],
  yieldsTo: [],
  limits:
    "A call that is open since before the picture begins is not known. A reply into a queue or topic settles what that delivered " +
    "to its sender. After a loop that may run no round, its calls count as made.",
  check: (context) => {
    const { flow, words } = context;
    return context.conversations.flatMap(({ unmatched, settles }) =>
      [...unmatched].flatMap(([index, decisions]) => {
        const message = flow.messages[index];
        if (message === undefined) return [];
        const [from, to] = [words.participant(message.from), words.participant(message.to)];
        const when = words.when(decisions.filter((decision) => !leadsTo(context, message, decision)));
        const what = message.label === undefined ? "The reply" : `The reply \`${message.label.text}\``;
        return [
          {
            message: settles
              ? `${what} settles nothing${when && ` ${when}`}: ${to} has no open delivery to ${from}.`
              : `${what} answers nothing${when && ` ${when}`}: ${to} has no open call to ${from}.`,
            span: message.span,
            help: settles
              ? `draw what ${to} delivers to ${from} above it`
              : `draw the call \`${words.key(message.to)} -> ${words.key(message.from)}: …\` above it, or write \`~>\` if nobody waits for it`,
            fixes: settles ? [] : asMessage(context, message),
            about: [about.message(index)],
          },
        ];
      }),
    );
  },
};

/** Whether a path takes this turn just to come to the reply: the operand around it, or past a break above it. */
const leadsTo = ({ flow }: Context, { within }: Message, { fragment, operand }: Decision): boolean =>
  within.some((ref) => ref.fragment === fragment) ||
  (flow.fragments[fragment]?.kind === "break" && operand < 0);

/** Writes the one operator of a statement as an asynchronous one. */
const asMessage = ({ words }: Context, { span }: Message): readonly Fix[] => {
  const head = words.text(span).split(":")[0] ?? "";
  const found = [...head.matchAll(/-{2,}>|<-{2,}/g)];
  const [operator] = found;
  if (found.length !== 1 || operator === undefined || /["'|]/.test(head)) return [];
  const start = span.start + operator.index;
  const text = operator[0].startsWith("<") ? "<~" : "~>";
  const edits = [{ span: { ...span, start, end: start + operator[0].length }, text }];
  return [{ kind: "suggestion", message: "Send it without anybody waiting for it", edits }];
};
