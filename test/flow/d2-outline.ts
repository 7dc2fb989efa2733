import type { Flow, Message, Participant, Step } from "../../src/flow/flow.ts";
import { compiled, type Surroundings } from "./flow-of.ts";

/** What D2 writes between two actors, from sender to receiver. */
const arrows = { call: "->", reply: "-->", send: "~>", exchange: "<->", association: "--" } as const;

/** A D2 text as its flow has it: the actors in their order, then a line for each message, note and group. */
export const outlineOf = (text: string, around: Surroundings = {}): string => {
  const { flow } = compiled(text, { name: "flow.d2", ...around });
  return [
    ...(flow.title ? [`title: ${flow.title.text}`] : []),
    flow.participants.map(actor).join(" | "),
    ...lines(flow.body, flow, ""),
    ...flow.executions.map(
      (each) =>
        `span ${keyAt(flow, each.participant, each.path)}${words(each.label && `: ${each.label.text}`)}${looks(each.style)}`,
    ),
  ].join("\n");
};

/** `severity code [words under the report]`. */
export const saidOn = (text: string, around: Surroundings = {}): readonly string[] => {
  const { diagnostics, sources } = compiled(text, { name: "flow.d2", ...around });
  return diagnostics.map(
    ({ severity, code, span }) =>
      `${severity} ${code} [${sources[span.file]?.slice(span.start, span.end).split("\n")[0]}]`,
  );
};

const actor = ({ key, label, kind, style, fields, attributes }: Participant): string =>
  [
    key,
    ...(label.text === key ? [] : [`=${label.text}`]),
    ...(attributes.shape ? [`(${attributes.shape})`] : kind === "service" ? [] : [`(${kind})`]),
    ...(fields
      ? [
          `[${fields.map(({ name, type, constraints }) => [name.text, type?.text, ...constraints].filter(Boolean).join(" ")).join("; ")}]`,
        ]
      : []),
    looks(style),
  ].join("");

const lines = (steps: readonly Step[], flow: Flow, indent: string): readonly string[] =>
  steps.flatMap((step): readonly string[] => {
    if (step.kind === "message")
      return step.messages.map((at) => indent + messageLine(flow.messages[at] as Message, flow));
    if (step.kind === "note") {
      const on = step.participants.map((at) => keyAt(flow, at, undefined)).join(", ");
      return [`${indent}note on ${on}: ${oneLine(step.label.text)}${looks(step.style)}`];
    }
    if (step.kind !== "fragment") return [`${indent}${step.kind}`];
    const fragment = flow.fragments[step.fragment];
    return [
      `${indent}[${fragment?.label?.text ?? ""}]${looks(fragment?.style ?? {})}`,
      ...(fragment?.operands ?? []).flatMap(({ body }) => lines(body, flow, `${indent}  `)),
    ];
  });

const messageLine = (message: Message, flow: Flow): string => {
  const from = keyAt(flow, message.from, message.fromSpan);
  const to = keyAt(flow, message.to, message.toSpan);
  const heads = [message.sourceHead, message.targetHead].map((head) =>
    head ? `${head.label?.text ?? ""}/${head.shape ?? ""}${head.filled ? "!" : ""}` : "",
  );
  const ends = heads.some((head) => head !== "") ? ` <${heads.join(" ")}>` : "";
  return `${from} ${arrows[message.kind]} ${to}${words(message.label && `: ${oneLine(message.label.text)}`)}${ends}${looks(message.style)}`;
};

const keyAt = (flow: Flow, at: number | null, path: string | undefined): string => {
  const key = at === null ? "()" : flow.participants[at]?.key;
  return path === undefined ? `${key}` : `${key}.${path}`;
};

const words = (text: string | undefined): string => text ?? "";
const oneLine = (text: string): string => text.replaceAll("\n", "/");
const looks = (style: object): string => {
  const all = Object.entries(style).map(([name, value]) => `${name}=${value}`);
  return all.length === 0 ? "" : ` {${all.join(" ")}}`;
};
