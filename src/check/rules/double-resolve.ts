import { placesOf } from "../callback-places.ts";
import { about, type Rule } from "../rule.ts";

export const doubleResolve: Rule = {
  code: "double-resolve",
  severity: "error",
  category: "correctness",
  precision: "high",
  tier: "paths",
  fixKind: "none",
  summary: "A callback that is asked for once is resolved or rejected twice.",
  why:
    "The second answer meets nobody, or overwrites the first one: a success after a failure, or the same effect twice. Either one " +
    "of them should not be sent, or the callback is really a stream.",
  bad: "a ~> b: job { callback: done }\npar: {\n  b ~> a: done { resolves: done }\n} and: {\n  b ~> a: done too { resolves: done }\n}\nawait: done\n",
  good: "a ~> b: job { callback: done }\npar: {\n  b -> b: one half\n} and: {\n  b -> b: other half\n}\nb ~> a: done { resolves: done }\nawait: done\n",
  sources: [
    "no-multiple-resolved, a rule of eslint-plugin-promise",
    "Honda, Yoshida and Carbone, Multiparty asynchronous session types, 2008: linearity",
  ],
  yieldsTo: ["callback-before-request", "misrouted-callback"],
  limits:
    "A callback in `stream`, one with a `correlation`, and one that is asked for in a loop may arrive again. So may an answer in a " +
    "`retry`, whose earlier attempts have failed. Duplicates of one message are the receiver's business.",
  check: (context) =>
    context.obligations.flatMap((obligation) => {
      const { callback } = obligation;
      const { flow } = context;
      const asking = callback.asked.flatMap(({ message }) => flow.messages[message] ?? []);
      const isMany =
        callback.stream ||
        asking.some(
          ({ within, attributes }) =>
            attributes.correlation !== undefined ||
            within.some(({ fragment }) => flow.fragments[fragment]?.rounds !== undefined),
        );
      const places = isMany ? undefined : placesOf(context, obligation, "twice");
      const [first, second] = places?.arrivals.slice(-2) ?? [];
      if (places === undefined || first === undefined || second === undefined) return [];
      const retries = second.within.some(({ fragment }) => flow.fragments[fragment]?.kind === "retry");
      if (first === second && retries) return [];
      const when = places.when === "" ? "" : ` ${places.when}`;
      return [
        {
          message:
            first === second
              ? `The callback \`${callback.name}\` arrives again in every round${when}, though it is asked for once.`
              : `The callback \`${callback.name}\` arrives a second time${when}.`,
          span: places.brought ?? second.span,
          notes: [
            { message: "it is asked for here", span: places.asked },
            ...(first === second ? [] : [{ message: "it has arrived here", span: first.span }]),
          ],
          help: `send it once, or let the request say \`stream: ${callback.name}\``,
          about: [about.callback(callback.index)],
        },
      ];
    }),
};
