// One table, an operator to a rule or two: long because there are many rules.

import type { Compiled } from "../../../src/compile.ts";
import type { Message } from "../../../src/flow/flow.ts";
import { messageKinds } from "../../../src/language/message-kinds.ts";
import type { Span } from "../../../src/source/span.ts";

/** A good flow, compiled. */
export interface Subject {
  readonly name: string;
  readonly text: string;
  readonly compiled: Compiled;
}

/** Spans that are replaced by texts. */
export type Mutant = readonly (readonly [Pick<Span, "start" | "end">, string])[];

/** A way to break good flows, and the code that must then be reported, alone. */
export interface Operator {
  readonly does: string;
  readonly code: string;
  readonly mutants: (subject: Subject) => readonly Mutant[];
}

const messages = ({ compiled }: Subject): readonly Message[] => compiled.flow.messages;

/** The whole line of a statement. */
const lineOf = ({ text }: Subject, { start, end }: Pick<Span, "start" | "end">) => ({
  start: text.lastIndexOf("\n", start - 1) + 1,
  end: text.indexOf("\n", end - 1) + 1 || text.length,
});

const indentOf = (subject: Subject, span: Span): string => {
  const { start } = lineOf(subject, span);
  return subject.text.slice(start, span.start).match(/^\s*/)?.[0] ?? "";
};

const without = (subject: Subject, span: Span): Mutant[number] => [lineOf(subject, span), ""];

const before = (subject: Subject, span: Span, line: string): Mutant[number] => {
  const { start } = lineOf(subject, span);
  return [{ start, end: start }, `${indentOf(subject, span)}${line}\n`];
};

const below = (subject: Subject, span: Span, line: string): Mutant[number] => {
  const { end } = lineOf(subject, span);
  return [{ start: end, end }, `${indentOf(subject, span)}${line}\n`];
};

const wrapped = (subject: Subject, span: Span, opening: string): Mutant[number] => [
  span,
  `${opening} {\n${indentOf(subject, span)}  ${subject.text.slice(span.start, span.end)}\n${indentOf(subject, span)}}`,
];

const attribute = (subject: Subject, span: Span | undefined, from: RegExp, to: string): readonly Mutant[] => {
  if (span === undefined) return [];
  const text = subject.text.slice(span.start, span.end);
  return from.test(text) ? [[[span, text.replace(from, to)]]] : [];
};

/** An attribute is taken out, with the separator before or behind it, or the whole map where it stands alone. */
const dropped = ({ text }: Subject, value: Span | undefined, name: string): readonly Mutant[] => {
  const head = new RegExp(`(;[ ]*|\\n\\s*|\\{[ ]*)${name}: ?$`).exec(text.slice(0, value?.start));
  if (value === undefined || head === null) return [];
  const isFirst = head[1]?.startsWith("{");
  const rest = /^(;[ ]*|[ ]*\})?/.exec(text.slice(value.end))?.[1] ?? "";
  if (!isFirst) return [[[{ start: head.index, end: value.end }, ""]]];
  const isAlone = rest.trim() === "}";
  const start = head.index + (isAlone ? 0 : (head[1]?.length ?? 0));
  return [[[{ start, end: value.end + rest.length }, ""]]];
};

interface Await {
  readonly span: Span;
  readonly names: readonly string[];
  readonly line: string;
}

/** `await` statements of one line. */
const awaitsIn = (subject: Subject): readonly Await[] =>
  [...subject.text.matchAll(/^[ \t]*(await: (.*))$/gm)].map(
    ({ 0: whole, 1: line = "", 2: rest = "", index }) => {
      const start = index + whole.length - line.length;
      const names = (/^\[(.*?)\]/.exec(rest)?.[1] ?? /^\w+/.exec(rest)?.[0] ?? "").split(/;\s*/);
      return { span: { file: "", start, end: start + line.length }, names, line };
    },
  );

/** Callbacks with one request, one arrival and one `await` of their own, all outside of fragments or in the same operand. */
const simpleCallbacks = (subject: Subject) =>
  subject.compiled.flow.callbacks.flatMap((callback) => {
    const { flow } = subject.compiled;
    const awaiting = awaitsIn(subject).filter(({ names }) => names.includes(callback.name));
    const [asked, arrival, waiting] = [callback.asked[0], callback.arrivals[0], awaiting[0]];
    const [request, answer] = [flow.messages[asked?.message ?? -1], flow.messages[arrival?.message ?? -1]];
    const isSimple =
      callback.asked.length === 1 &&
      callback.arrivals.length === 1 &&
      callback.settled.length === 1 &&
      callback.carried.length === 0 &&
      waiting?.names.length === 1 &&
      JSON.stringify(request?.within) === JSON.stringify(answer?.within);
    if (!isSimple || request === undefined || answer === undefined || waiting === undefined) return [];
    return [{ callback, request, answer, waiting }];
  });

const simple =
  (make: (one: ReturnType<typeof simpleCallbacks>[number], subject: Subject) => readonly Mutant[]) =>
  (subject: Subject) =>
    simpleCallbacks(subject).flatMap((one) => make(one, subject));

/** Pairs of a call and its only reply. */
const exchanges = (subject: Subject) =>
  messages(subject).flatMap((reply) => {
    if (reply.kind !== "reply" || reply.of !== undefined) return [];
    const call = messages(subject).findLast(
      ({ kind, from, to, index }) =>
        kind === "call" && from === reply.to && to === reply.from && index < reply.index,
    );
    const pair = messages(subject).filter(
      ({ kind, from, to }) => kind === "reply" && from === reply.from && to === reply.to,
    );
    return call !== undefined && pair.length === 1 && call.asks.length === 0 ? [{ call, reply }] : [];
  });

const participants = ({ compiled }: Subject) => compiled.flow.participants;

const keyOf = (subject: Subject, index: number | null): string =>
  participants(subject)[index ?? -1]?.key ?? "()";

/** Somebody who has nothing to do with a message. */
const stranger = (subject: Subject, message: Message) =>
  participants(subject).find(
    ({ index, kind }) =>
      index !== message.from && index !== message.to && (kind === "service" || kind === "worker"),
  );

/** Messages of one link whose ends are written as their keys. */
const written = (subject: Subject): readonly Message[] =>
  messages(subject).filter((message) => {
    const text = subject.text.slice(message.span.start, message.span.end);
    return text.startsWith(
      `${keyOf(subject, message.from)} ${messageKinds[message.kind].arrow} ${keyOf(subject, message.to)}:`,
    );
  });

/** The call in whose handling a message is sent, found by its reply below. */
const callAround = (subject: Subject, inner: Message): Message | undefined => {
  const outer = messages(subject).findLast(
    ({ index, kind, to }) => index < inner.index && kind === "call" && to === inner.from,
  );
  const [answer] = messages(subject).filter(
    ({ kind, from, to, index }) =>
      kind === "reply" && index > (outer?.index ?? 0) && from === outer?.to && to === outer?.from,
  );
  return answer !== undefined && answer.index > inner.index ? outer : undefined;
};

const labels = (
  subject: Subject,
): readonly {
  readonly text: string;
  readonly span: Span;
  readonly isRetry: boolean;
  readonly operands: number;
}[] =>
  subject.compiled.flow.fragments.flatMap(({ kind, label, operands }) =>
    label === undefined
      ? []
      : [{ text: label.text, span: label.span, isRetry: kind === "retry", operands: operands.length }],
  );

export const operators: readonly Operator[] = [
  {
    does: "deletes the only await",
    code: "unawaited-callback",
    mutants: simple(({ waiting }, subject) => [[without(subject, waiting.span)]]),
  },
  {
    does: "awaits on one of two ways only",
    code: "callback-not-awaited-on-path",
    mutants: simple(({ waiting }, subject) => [[wrapped(subject, waiting.span, "opt: on a whim")]]),
  },
  {
    does: "deletes the arrival and the await",
    code: "callback-missing",
    mutants: simple(({ waiting, answer }, subject) => [
      [without(subject, waiting.span), without(subject, answer.span)],
    ]),
  },
  {
    does: "lets the callback arrive on one of two ways only",
    code: "callback-missing-on-path",
    mutants: simple(({ answer }, subject) => [[wrapped(subject, answer.span, "opt: on a whim")]]),
  },
  {
    does: "deletes the arrival, and not the await",
    code: "await-without-sender",
    mutants: simple(({ answer }, subject) => [[without(subject, answer.span)]]),
  },
  {
    does: "drops the time limit of a request to somebody outside",
    code: "await-unbounded",
    mutants: simple(({ request }, subject) =>
      participants(subject)[request.to ?? -1]?.kind === "external" && request.attributes.timeout !== undefined
        ? dropped(subject, request.attributeSpans.timeout, "timeout")
        : [],
    ),
  },
  {
    does: "lets a stranger wait",
    code: "await-by-wrong-participant",
    mutants: simple(({ waiting, request }, subject) => {
      const other = stranger(subject, request);
      return other === undefined || waiting.line.includes("{")
        ? []
        : [[[waiting.span, `${waiting.line} { by: ${other.key} }`]]];
    }),
  },
  {
    does: "sends the callback to a stranger",
    code: "misrouted-callback",
    mutants: simple(({ answer }, subject) => {
      const other = stranger(subject, answer);
      const [owner, sender] = [keyOf(subject, answer.to), keyOf(subject, answer.from)];
      return other === undefined
        ? []
        : attribute(
            subject,
            answer.span,
            new RegExp(`^${sender} ~> ${owner}:`),
            `${sender} ~> ${other.key}:`,
          );
    }),
  },
  {
    does: "moves the await above the request",
    code: "await-before-request",
    mutants: simple(({ waiting, request }, subject) => [
      [before(subject, request.span, waiting.line), without(subject, waiting.span)],
    ]),
  },
  {
    does: "moves the arrival above the request",
    code: "callback-before-request",
    mutants: simple(({ answer, request }, subject) => [
      [
        before(subject, request.span, subject.text.slice(answer.span.start, answer.span.end)),
        without(subject, answer.span),
      ],
    ]),
  },
  {
    does: "cancels instead of waiting, above the arrival",
    code: "late-callback",
    mutants: simple(({ answer, waiting, callback }, subject) => [
      [before(subject, answer.span, `cancel: ${callback.name}`), without(subject, waiting.span)],
    ]),
  },
  {
    does: "sends the callback twice",
    code: "double-resolve",
    mutants: simple(({ answer }, subject) => [
      [below(subject, answer.span, subject.text.slice(answer.span.start, answer.span.end))],
    ]),
  },
  {
    does: "asks again and again for one callback",
    code: "missing-correlation",
    mutants: simple(({ request }, subject) =>
      request.attributes.correlation === undefined ? [[wrapped(subject, request.span, "loop: 3 times")]] : [],
    ),
  },
  {
    does: "takes the first of several callbacks",
    code: "fan-in-mismatch",
    mutants: (subject) =>
      awaitsIn(subject).flatMap(({ names, line, span }) =>
        names.length > 1 && !line.includes("{") ? [[[span, `${line} { any: true }`]] as const] : [],
      ),
  },
  {
    does: "deletes the call of a reply",
    code: "unmatched-reply",
    mutants: (subject) => exchanges(subject).map(({ call }) => [without(subject, call.span)]),
  },
  {
    does: "answers on one of two ways only",
    code: "missing-reply",
    mutants: (subject) =>
      exchanges(subject).map(({ reply }) => [wrapped(subject, reply.span, "opt: on a whim")]),
  },
  {
    does: "ends a participant above its last message",
    code: "unreachable-event",
    mutants: (subject) =>
      participants(subject).flatMap(({ index, key }) => {
        const last = written(subject).findLast(({ from, to }) => from === index || to === index);
        const plain =
          last?.kind === "send" && last.resolves.length + last.rejects.length + last.asks.length === 0;
        return plain && last.from === index ? [[before(subject, last.span, `destroy: ${key}`)]] : [];
      }),
  },
  {
    does: "takes the bound of a retry away",
    code: "unbounded-retry",
    mutants: (subject) =>
      labels(subject).flatMap(({ isRetry, span, operands, text }) =>
        isRetry && operands === 1 && /times$/.test(text) ? [[[span, "until it works"]] as const] : [],
      ),
  },
  {
    does: "takes bound and dead-letter queue away",
    code: "poison-message-loop",
    mutants: (subject) =>
      participants(subject).flatMap((queue) => {
        const isUnbounded =
          queue.attributes.visibility !== undefined && queue.attributes["dead-letter"] !== undefined;
        if (!isUnbounded) return [];
        const parts = (["max-receives", "dead-letter"] as const)
          .map((name) => dropped(subject, queue.attributeSpans[name], name))
          .map(([one]) => one);
        const dead = messages(subject).filter(
          ({ from, to }) =>
            from === queue.attributes["dead-letter"] || to === queue.attributes["dead-letter"],
        );
        const [a, b] = parts;
        return a === undefined || b === undefined || dead.length > 1 ? [] : [[...a, ...b]];
      }),
  },
  {
    does: "lets somebody else send what told of the dead letters",
    code: "poison-message-loop",
    mutants: (subject) =>
      written(subject).flatMap((message) => {
        const isRead = participants(subject).some(
          ({ attributes }) => attributes["dead-letter"] === message.from,
        );
        const others = messages(subject).filter(({ from }) => from === message.from).length;
        const other = stranger(subject, message);
        const key = keyOf(subject, message.from);
        return isRead && others === 1 && other !== undefined
          ? attribute(subject, message.span, new RegExp(`^${key} `), `${other.key} `)
          : [];
      }),
  },
  {
    does: "forgets by which key repeats are known",
    code: "duplicate-unsafe-receiver",
    mutants: (subject) =>
      participants(subject).flatMap(({ attributeSpans }) =>
        dropped(subject, attributeSpans.dedupe, "dedupe"),
      ),
  },
  {
    does: "forgets that what is tried again may be repeated",
    code: "retry-unsafe-call",
    mutants: (subject) =>
      messages(subject).flatMap(({ attributeSpans, attributes, within }) => {
        const isTried =
          (attributes.retry?.attempts ?? 1) > 1 ||
          within.some(({ fragment }) => subject.compiled.flow.fragments[fragment]?.kind === "retry");
        return isTried && attributes.effect === true && attributes.idempotent === true
          ? dropped(subject, attributeSpans.idempotent, "idempotent")
          : [];
      }),
  },
  {
    does: "tries again in the layer above, too",
    code: "retry-amplification",
    mutants: (subject) =>
      messages(subject).flatMap((inner) => {
        const outer = inner.attributes.retry === undefined ? undefined : callAround(subject, inner);
        return outer === undefined ? [] : attribute(subject, outer.span, /\{ /, "{ retry: 9; ");
      }),
  },
  {
    does: "takes the outbox away",
    code: "dual-write",
    mutants: (subject) =>
      participants(subject).flatMap(({ attributeSpans }) =>
        attribute(subject, attributeSpans.outbox, /true/, "false"),
      ),
  },
  {
    does: "forgets a compensation",
    code: "missing-compensation",
    mutants: (subject) =>
      exchanges(subject)
        .concat(messages(subject).map((message) => ({ call: message, reply: message })))
        .flatMap(({ call }) => {
          if (call.compensates === undefined) return [];
          const reply = messages(subject).find(
            ({ kind, from, to, index }) =>
              kind === "reply" && index > call.index && from === call.to && to === call.from,
          );
          return [
            [without(subject, call.span), ...(reply === undefined ? [] : [without(subject, reply.span)])],
          ];
        })
        .filter(
          (one, at, all) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === at,
        ),
  },
  {
    does: "lowers the limit of an outer call below those inside",
    code: "timeout-inversion",
    mutants: (subject) =>
      messages(subject).flatMap((inner) => {
        const limit = inner.kind === "call" ? inner.attributes.timeout : undefined;
        const outer = limit === undefined ? undefined : callAround(subject, inner);
        return limit === undefined
          ? []
          : attribute(subject, outer?.attributeSpans.timeout, /.+/, `${limit / 2}ms`);
      }),
  },
  {
    does: "lowers a budget",
    code: "latency-budget-exceeded",
    mutants: (subject) =>
      [...subject.text.matchAll(/budget: (\w+)/g)].map(({ 0: whole, 1: value = "", index }) => [
        [{ start: index + whole.length - value.length, end: index + whole.length }, "10ms"] as const,
      ]),
  },
  {
    does: "lowers a limit below the shortest way",
    code: "timing-inconsistent",
    mutants: (subject) =>
      messages(subject).flatMap(({ kind, attributes, attributeSpans }) =>
        kind === "call" && (attributes.latency?.low ?? 0) > 1
          ? attribute(subject, attributeSpans.timeout, /.+/, "1ms")
          : [],
      ),
  },
  {
    does: "lowers a visibility",
    code: "visibility-too-short",
    mutants: (subject) =>
      participants(subject).flatMap(({ attributeSpans }) =>
        attribute(subject, attributeSpans.visibility, /.+/, "10ms"),
      ),
  },
  {
    does: "keeps dead letters no longer than the messages",
    code: "dlq-retention-too-short",
    mutants: (subject) =>
      participants(subject).flatMap(({ attributes }) => {
        const dead = participants(subject)[attributes["dead-letter"] ?? -1];
        return attributes.retention === undefined
          ? []
          : attribute(subject, dead?.attributeSpans.retention, /.+/, "1h");
      }),
  },
  {
    does: "raises a rate",
    code: "queue-unstable",
    mutants: (subject) =>
      messages(subject).flatMap(({ attributeSpans }) =>
        attribute(subject, attributeSpans.rate, /.+/, "500/s"),
      ),
  },
  {
    does: "lowers a capacity, with as much work as just fits",
    code: "queue-overflow",
    mutants: (subject) =>
      participants(subject).flatMap((queue) => {
        const sent = messages(subject).find(
          ({ to, attributes }) => to === queue.index && attributes.rate !== undefined,
        );
        const taker =
          participants(subject)[messages(subject).find(({ from }) => from === queue.index)?.to ?? -1];
        const { low = 0, high = 0 } = taker?.attributes.takes ?? {};
        const perMinute = (0.79 * 60_000 * (queue.attributes.consumers?.high ?? 1)) / ((low + high) / 2);
        const [one] = attribute(subject, queue.attributeSpans.capacity, /.+/, "1");
        const [two] = attribute(subject, sent?.attributeSpans.rate, /.+/, `${perMinute.toFixed(2)}/m`);
        return one === undefined || two === undefined ? [] : [[...one, ...two]];
      }),
  },
  {
    does: "raises a capacity far above what is worked off within the retention",
    code: "retention-overflow",
    mutants: (subject) =>
      participants(subject).flatMap(({ attributes, attributeSpans }) =>
        attributes.retention === undefined ? [] : attribute(subject, attributeSpans.capacity, /.+/, "900M"),
      ),
  },
  {
    does: "deletes the feedback of a loop",
    code: "process-divergence",
    mutants: (subject) =>
      simpleCallbacks(subject).flatMap(({ request, answer, waiting, callback }) => {
        const loop = subject.compiled.flow.fragments[request.within.at(-1)?.fragment ?? -1];
        if (loop?.kind !== "loop" || loop.rounds?.every !== undefined) return [];
        const [quiet] = attribute(
          subject,
          request.span,
          new RegExp(` \\{ callback: ${callback.name} \\}`),
          "",
        );
        return quiet === undefined
          ? []
          : [[...quiet, without(subject, answer.span), without(subject, waiting.span)]];
      }),
  },
  {
    does: "deletes what makes the second sender wait",
    code: "receive-race",
    mutants: (subject) =>
      messages(subject).flatMap(({ label, span }) =>
        label?.text === "seen" ? [[without(subject, span)]] : [],
      ),
  },
  {
    does: "takes the order of a queue away",
    code: "fifo-assumption",
    mutants: (subject) =>
      participants(subject).flatMap(({ attributeSpans, index }) =>
        messages(subject).filter(({ to, attributes }) => to === index && attributes.key !== undefined)
          .length > 1 && messages(subject).filter(({ from }) => from === index).length > 1
          ? attribute(subject, attributeSpans.order, /fifo/, "none")
          : [],
      ),
  },
  {
    does: "lets both begin",
    code: "non-local-choice",
    mutants: (subject) =>
      messages(subject).flatMap(({ label, span }) => {
        const decider = /^[ ]*decided-by: .*\n/m.exec(subject.text);
        if (label?.text !== "go on" || decider === null) return [];
        const line = { start: decider.index, end: decider.index + decider[0].length };
        return [[without(subject, span), [line, ""] as const]];
      }),
  },
  {
    does: "says the same in both operands",
    code: "ambiguous-branch",
    mutants: ({ text }) => {
      const ways = [...text.matchAll(/go (?:fast|slow)/g)];
      return ways.length === 0
        ? []
        : [ways.map(({ index, 0: way }) => [{ start: index, end: index + way.length }, "go"] as const)];
    },
  },
  {
    does: "stores after the reply what the callback needs",
    code: "callback-reply-race",
    mutants: simple(({ request, callback }, subject) => {
      const reply = messages(subject).find(
        ({ kind, from, to, index }) =>
          kind === "reply" && index > request.index && from === request.to && to === request.from,
      );
      const isCall = request.kind === "call" && reply !== undefined;
      return isCall ? [[below(subject, reply.span, `stored: ${callback.name}`)]] : [];
    }),
  },
  {
    does: "no longer tells attempts apart",
    code: "stale-callback",
    mutants: (subject) => {
      const parts = messages(subject)
        .flatMap(({ attributeSpans, within }) =>
          within.some(({ fragment }) => subject.compiled.flow.fragments[fragment]?.kind === "retry")
            ? dropped(subject, attributeSpans.correlation, "correlation")
            : [],
        )
        .flat();
      return parts.length === 0 ? [] : [parts];
    },
  },
  {
    does: "asks the caller, who waits",
    code: "callback-into-blocked-caller",
    mutants: (subject) =>
      exchanges(subject).flatMap(({ call, reply }) => {
        const outer = callAround(subject, call);
        const caller = participants(subject)[outer?.from ?? -1];
        const isBlocked =
          caller?.kind === "worker" && written(subject).includes(call) && written(subject).includes(reply);
        if (!isBlocked) return [];
        const [old, sender] = [keyOf(subject, call.to), keyOf(subject, call.from)];
        const [there] = attribute(
          subject,
          call.span,
          new RegExp(`^${sender} -> ${old}:`),
          `${sender} -> ${caller.key}:`,
        );
        const [back] = attribute(subject, reply.span, new RegExp(`^${old} --> `), `${caller.key} --> `);
        return there === undefined || back === undefined ? [] : [[...there, ...back]];
      }),
  },
  {
    does: "declares somebody who does nothing",
    code: "unused-participant",
    mutants: ({ text }) => [[[{ start: text.length, end: text.length }, "idle: Nobody\n"]]],
  },
  {
    does: "misspells a name once",
    code: "similar-names",
    mutants: (subject) =>
      written(subject).flatMap((message) => {
        const receiver = participants(subject)[message.to ?? -1];
        const arrow = messageKinds[message.kind].arrow;
        // Nothing must hang on the message but the name.
        const isPlain =
          message.kind === "send" &&
          receiver?.kind === "person" &&
          receiver.declared &&
          receiver.key.length >= 5;
        const others = messages(subject).filter(
          ({ from, to }) => from === receiver?.index || to === receiver?.index,
        ).length;
        if (!isPlain || others < 2) return [];
        const slip = `${receiver.key.slice(0, -2)}${receiver.key.at(-1)}`;
        return attribute(subject, message.span, new RegExp(`${arrow} ${receiver.key}:`), `${arrow} ${slip}:`);
      }),
  },
  {
    does: "suppresses without a reason",
    code: "broken-suppression",
    mutants: () => [[[{ start: 0, end: 0 }, "# slant-ignore-file unawaited-callback\n"]]],
  },
  {
    does: "suppresses what is not there",
    code: "unused-suppression",
    mutants: () => [[[{ start: 0, end: 0 }, "# slant-ignore-file unawaited-callback: it was there once\n"]]],
  },
];

/** The text of a mutant. */
export const mutate = (text: string, mutant: Mutant): string =>
  mutant
    .toSorted(([a], [b]) => b.start - a.start || b.end - a.end)
    .reduce((all, [{ start, end }, put]) => all.slice(0, start) + put + all.slice(end), text);
