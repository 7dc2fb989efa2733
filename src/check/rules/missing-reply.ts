import { messageKinds } from "../../language/message-kinds.ts";
import { about, type Rule } from "../rule.ts";

export const missingReply: Rule = {
  code: "missing-reply",
  severity: "error",
  category: "liveness",
  precision: "high",
  tier: "paths",
  fixKind: "none",
  summary: "A call is not answered on some path, so its caller stays blocked.",
  why:
    "The caller waits for the reply. Where one path forgets it, mostly that of a refusal or a miss, the caller hangs until its " +
    "timeout, and the reader cannot tell what it gets then.",
  bad: "app -> gate: scan\nalt: first scan {\n  gate --> app: let in\n} else: scanned before {\n  gate -> log: refused\n}\n",
  good: "app -> gate: scan\nalt: first scan {\n  gate --> app: let in\n} else: scanned before {\n  gate -> log: refused\n  gate --> app: refused\n}\n",
  sources: ["UML 2.5.1, section 17.4: synchronous calls and replies"],
  yieldsTo: ["unmatched-reply"],
  limits:
    "A call is asked for its reply only where it is answered on another path, or where other calls of the same pair are answered. " +
    "Operands with `failure: true` excuse it; so does `implicit-replies: true`, the default of a flow without `-->`.",
  check: ({ flow, conversations, words }) => {
    const isImplicit = flow.config["implicit-replies"] ?? !flow.messages.some(({ kind }) => kind === "reply");
    if (isImplicit) return [];
    return conversations.flatMap(({ open, answered, settles }) =>
      [...open].flatMap(([index, decisions]) => {
        const call = flow.messages[index];
        const isAsked = call !== undefined && !settles && messageKinds[call.kind].waits && answered.size > 0;
        if (!isAsked) return [];
        const [caller, callee] = [words.participant(call.from), words.participant(call.to)];
        const what = call.label === undefined ? "this call" : `\`${call.label.text}\``;
        const when = words.when(decisions);
        const elsewhere = answered.has(index)
          ? flow.messages.find(
              ({ kind, from, to, index: at }) =>
                kind === "reply" && from === call.to && to === call.from && at > index,
            )
          : undefined;
        return [
          {
            message: answered.has(index)
              ? `${callee} does not answer ${what} ${when === "" ? "on some path" : when}.`
              : `${callee} never answers ${what}, though it answers other calls of ${caller}.`,
            span: call.span,
            notes:
              elsewhere === undefined
                ? []
                : [{ message: "it answers here, on another path", span: elsewhere.span }],
            help:
              `add \`${words.key(call.to)} --> ${words.key(call.from)}: …\`${answered.has(index) ? " there" : ""}, ` +
              "or set `config: { implicit-replies: true }` if replies go without saying",
            about: [about.message(index)],
          },
        ];
      }),
    );
  },
};
