import type {
  Callback,
  Flow,
  Fragment,
  Message,
  Name,
  OperandRef,
  Participant,
  Rounds,
  Step,
} from "../../src/flow/flow.ts";
import type { FragmentKind } from "../../src/language/fragment-kinds.ts";
import type { MessageKind } from "../../src/language/message-kinds.ts";
import type { ParticipantKind } from "../../src/language/participant-kinds.ts";

/** What a message may say in tests; names of participants and ids of messages are words. */
export interface MessageWords {
  readonly id?: string;
  readonly of?: string;
  readonly label?: string;
  readonly callback?: readonly string[];
  readonly resolves?: readonly string[];
  readonly rejects?: readonly string[];
  readonly carries?: readonly string[];
  readonly fromSpan?: string;
  readonly toSpan?: string;
  readonly attributes?: Message["attributes"];
}

/** A statement before the flow is built. */
export type Draft =
  | {
      readonly is: "message";
      readonly kind: MessageKind;
      readonly from: string;
      readonly to: readonly string[];
      readonly words: MessageWords;
    }
  | {
      readonly is: "fragment";
      readonly kind: FragmentKind;
      readonly operands: readonly DraftOperand[];
      readonly more: FragmentWords;
    }
  | {
      readonly is: "await";
      readonly by: string;
      readonly names: readonly string[];
      readonly any: boolean;
      readonly timeout?: number;
    }
  | { readonly is: "names"; readonly kind: "cancel" | "detach" | "stored"; readonly names: readonly string[] }
  | { readonly is: "arrive"; readonly id: string; readonly at?: string }
  | { readonly is: "wait"; readonly duration?: number; readonly on: readonly string[] }
  | { readonly is: "create" | "destroy"; readonly who: string };

export interface DraftOperand {
  readonly label?: string;
  readonly body: readonly Draft[];
}

export interface FragmentWords {
  readonly rounds?: Rounds;
  readonly handles?: { readonly callback: string; readonly arm: NonNullable<Fragment["handles"]>["arm"] };
  readonly decidedBy?: string;
}

const message =
  (kind: MessageKind) =>
  (from: string, to: string | readonly string[], words: MessageWords = {}): Draft => ({
    is: "message",
    kind,
    from,
    to: typeof to === "string" ? [to] : to,
    words,
  });

export const call = message("call");
export const reply = message("reply");
export const send = message("send");
export const exchange = message("exchange");
export const associate = message("association");

const frame =
  (kind: FragmentKind) =>
  (...operands: readonly (readonly Draft[] | DraftOperand)[]): Draft => ({
    is: "fragment",
    kind,
    operands: operands.map((each) => ("body" in each ? each : { body: each })),
    more: {},
  });

export const alt = frame("alt");
export const opt = frame("opt");
export const par = frame("par");
export const loop = frame("loop");
export const retry = frame("retry");
export const group = frame("group");
export const breaking = frame("break");
export const guarded = (label: string, ...body: readonly Draft[]): DraftOperand => ({ label, body });
/** A frame with more said about it. */
export const framed = (
  kind: FragmentKind,
  more: FragmentWords,
  ...operands: readonly (readonly Draft[])[]
): Draft => ({
  is: "fragment",
  kind,
  operands: operands.map((body) => ({ body })),
  more,
});
export const on = (
  callback: string,
  arm: NonNullable<FragmentWords["handles"]>["arm"],
  ...body: readonly Draft[]
): Draft => framed("on", { handles: { callback, arm } }, body);

export const awaits = (
  by: string,
  names: string | readonly string[],
  more: { any?: boolean; timeout?: number } = {},
): Draft => ({
  is: "await",
  by,
  names: typeof names === "string" ? [names] : names,
  any: more.any ?? false,
  ...(more.timeout === undefined ? {} : { timeout: more.timeout }),
});
const naming =
  (kind: "cancel" | "detach" | "stored") =>
  (...names: readonly string[]): Draft => ({ is: "names", kind, names });
export const cancel = naming("cancel");
export const detach = naming("detach");
export const stored = naming("stored");
export const arrive = (id: string, at?: string): Draft => ({
  is: "arrive",
  id,
  ...(at === undefined ? {} : { at }),
});
export const wait = (duration: number | undefined, ...who: readonly string[]): Draft => ({
  is: "wait",
  on: who,
  ...(duration === undefined ? {} : { duration }),
});
export const create = (who: string): Draft => ({ is: "create", who });
export const destroy = (who: string): Draft => ({ is: "destroy", who });

export interface FlowWords {
  readonly kinds?: Readonly<Record<string, ParticipantKind>>;
  readonly attributes?: Readonly<Record<string, Participant["attributes"]>>;
  readonly config?: Flow["config"];
  readonly mode?: Flow["mode"];
}

const outside = "()";

/**
 * Builds a flow as plain data, without a text. Participants stand in order of first mention, those in `kinds` first; `()` is
 * the outside. Spans are numbers in written order.
 */
export const buildFlow = (drafts: readonly Draft[], words: FlowWords = {}): Flow => {
  const keys: string[] = [];
  const callbacks: {
    -readonly [K in keyof Callback]: Callback[K] extends readonly (infer E)[] ? E[] : Callback[K];
  }[] = [];
  const messages: Message[] = [];
  const fragments: Fragment[] = [];
  const ids = new Map<string, number[]>();
  let offset = 0;

  const span = () => ({ file: "test.slant", start: offset++, end: offset });
  const name = (text: string): Name => ({ text, span: span() });
  const label = (text: string) => ({ text, format: "plain", span: span() });
  const who = (key: string): number | null => {
    if (key === outside) return null;
    if (!keys.includes(key)) keys.push(key);
    return keys.indexOf(key);
  };
  const callback = (text: string) => {
    const known = callbacks.find((each) => each.name === text);
    if (known !== undefined) return known;
    const fresh = {
      index: callbacks.length,
      name: text,
      owner: null,
      asked: [],
      arrivals: [],
      carried: [],
      settled: [],
      stream: false,
    };
    callbacks.push(fresh);
    return fresh;
  };
  const settle = (names: readonly string[], how: Callback["settled"][number]["how"]): void => {
    for (const each of names) callback(each).settled.push({ how, span: span() });
  };

  const addMessages = (draft: Extract<Draft, { is: "message" }>, within: readonly OperandRef[]): Step => {
    const { kind, from, to, words: said } = draft;
    const first = messages.length;
    for (const receiver of to) {
      const index = messages.length;
      const of = said.of === undefined ? undefined : ids.get(said.of)?.[0];
      messages.push({
        index,
        kind,
        from: who(from),
        to: who(receiver),
        send: first,
        within,
        span: span(),
        attributeSpans: {},
        classes: [],
        style: {},
        attributes: said.attributes ?? {},
        asks: (said.callback ?? []).map(name),
        resolves: (said.resolves ?? []).map(name),
        rejects: (said.rejects ?? []).map(name),
        carries: (said.carries ?? []).map(name),
        streams: [],
        ...(said.label === undefined ? {} : { label: label(said.label) }),
        ...(said.id === undefined ? {} : { id: name(said.id) }),
        ...(of === undefined ? {} : { of }),
        ...(said.fromSpan === undefined ? {} : { fromSpan: said.fromSpan }),
        ...(said.toSpan === undefined ? {} : { toSpan: said.toSpan }),
      });
      if (said.id !== undefined) ids.set(said.id, [...(ids.get(said.id) ?? []), index]);
      for (const each of said.callback ?? []) {
        const asked = callback(each);
        asked.owner = who(from);
        asked.asked.push({ message: index, span: span() });
      }
      for (const how of ["resolves", "rejects"] as const)
        for (const each of said[how] ?? [])
          callback(each).arrivals.push({ message: index, how, span: span() });
      for (const each of said.carries ?? []) callback(each).carried.push({ message: index, span: span() });
    }
    return { kind: "message", messages: to.map((_, index) => first + index), span: span() };
  };

  const addFragment = (draft: Extract<Draft, { is: "fragment" }>, within: readonly OperandRef[]): Step => {
    const index = fragments.length;
    const { rounds, handles, decidedBy } = draft.more;
    const more = {
      ...(rounds === undefined ? {} : { rounds }),
      ...(handles === undefined ? {} : { handles: { callback: name(handles.callback), arm: handles.arm } }),
      attributes: decidedBy === undefined ? {} : { "decided-by": who(decidedBy) ?? 0 },
    };
    if (handles !== undefined) settle([handles.callback], "on");
    const common = {
      index,
      id: `${draft.kind}#${index}`,
      kind: draft.kind,
      within,
      classes: [],
      style: {},
      attributeSpans: {},
    };
    fragments.push({ ...common, ...more, operands: [], span: span() });
    const operands = draft.operands.map(({ label: guard, body }, operand) => ({
      ...(guard === undefined ? {} : { label: label(guard) }),
      attributes: {},
      body: build(body, [...within, { fragment: index, operand }]),
      span: span(),
    }));
    fragments[index] = { ...common, ...more, operands, span: span() };
    return { kind: "fragment", fragment: index, span: span() };
  };

  const received = new Set<number>();
  const step = (draft: Draft, within: readonly OperandRef[]): Step => {
    switch (draft.is) {
      case "message":
        return addMessages(draft, within);
      case "fragment":
        return addFragment(draft, within);
      case "await": {
        settle(draft.names, "await");
        const more = draft.timeout === undefined ? {} : { timeout: draft.timeout };
        return {
          kind: "await",
          names: draft.names.map(name),
          any: draft.any,
          by: who(draft.by),
          span: span(),
          ...more,
        };
      }
      case "names": {
        if (draft.kind !== "stored") settle(draft.names, draft.kind);
        const names = draft.names.map(name);
        return draft.kind === "detach"
          ? { kind: "detach", names, reason: "tested", span: span() }
          : { kind: draft.kind, names, span: span() };
      }
      case "arrive": {
        const at = draft.at === undefined ? undefined : who(draft.at);
        const all = ids.get(draft.id) ?? [];
        const here = all.filter((each) =>
          at === undefined ? !received.has(each) : messages[each]?.to === at,
        );
        for (const each of here) received.add(each);
        return { kind: "arrive", messages: here, span: span() };
      }
      case "wait": {
        const more = draft.duration === undefined ? {} : { duration: draft.duration };
        return {
          kind: "wait",
          label: label("wait"),
          participants: draft.on.map((each) => who(each) ?? 0),
          span: span(),
          ...more,
        };
      }
      case "create":
      case "destroy":
        return { kind: draft.is, participant: who(draft.who) ?? 0, span: span() };
    }
  };
  const build = (body: readonly Draft[], within: readonly OperandRef[]): Step[] =>
    body.map((draft) => step(draft, within));

  for (const key of Object.keys(words.kinds ?? {})) who(key);
  const body = build(drafts, []);
  return {
    file: "test.slant",
    mode: words.mode ?? "slant",
    lang: "en",
    config: words.config ?? {},
    boundaries: [],
    executions: [],
    unused: [],
    autoOrder: false,
    participants: keys.map((key, index) => ({
      index,
      key,
      label: label(key),
      kind: words.kinds?.[key] ?? "service",
      attributes: words.attributes?.[key] ?? {},
      attributeSpans: {},
      span: span(),
      declared: true,
      classes: [],
      style: {},
    })),
    messages,
    fragments,
    callbacks,
    body,
  };
};
