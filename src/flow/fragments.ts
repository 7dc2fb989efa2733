import type { AttributeValues } from "../language/attribute-values.ts";
import { type FragmentKind, fragmentKinds } from "../language/fragment-kinds.ts";
import { nearest } from "../source/nearest.ts";
import { cover, type Span } from "../source/span.ts";
import type { Entry, MapNode, Statement } from "../syntax/ast.ts";
import { noValues, type ReadAttributes, type Target } from "./attributes/attribute-reading.ts";
import { noAttributes, readAttributes } from "./attributes/read-attributes.ts";
import { written, writtenIn } from "./attributes/written.ts";
import type { At, Context, DraftStep, FragmentDraft, OperandDraft } from "./context.ts";
import { isLeftEmpty, textOf } from "./entry-shape.ts";
import type { Fragment, Label, Name, Operand, Step } from "./flow.ts";
import { labelOf } from "./label.ts";
import { fragmentParts } from "./names/fragment-parts.ts";
import { didYouMean, either } from "./report.ts";
import { readRounds } from "./rounds.ts";

const arms = ["rejected", "timeout", "late"] as const;
type Arm = "arrival" | (typeof arms)[number];

/**
 * Opens a fragment with its first operand.
 *
 * In:     an entry that heads a fragment, a group without a word included.
 * Out:    the fragment, entered in the context; undefined where it has no map.
 * Says:   missing-map, wrong-value, and what attributes and the statements in it say.
 */
export const resolveFragment = (
  kind: FragmentKind,
  entry: Entry,
  at: At,
  context: Context,
): FragmentDraft | undefined => {
  const word = entry.path.keys[0]?.text ?? kind;
  if (!entry.map && !fragmentKinds[kind].opaque) {
    sayMissingMap(entry, word, context);
    return undefined;
  }
  const number = (context.counts.get(kind) ?? 0) + 1;
  context.counts.set(kind, number);
  const index = context.fragments.length;
  const isNamed = context.names.roles.get(entry)?.kind === "group";
  const [key] = entry.path.keys;
  const ownName: Label | undefined =
    isNamed && key ? { text: key.text, format: "plain", span: key.span } : undefined;
  const handles = fragmentKinds[kind].flow === "handler" ? readHandled(entry, context) : undefined;
  const label = handles ? undefined : (labelOf(entry.value, context.say) ?? ownName);
  const read = readFragment(kind, entry, at, context);
  const draft: FragmentDraft = {
    index,
    kind,
    id: `${kind}#${number}`,
    entry,
    label,
    operands: [],
    within: at.within,
    read,
    handles,
    noteBefore: context.lastMessage,
  };
  context.fragments.push(draft);
  pushOperand(draft, entry, label, read, at, context);
  return draft;
};

/** Adds the operand of an `else` or `and` that continues the fragment. */
export const addOperand = (fragment: FragmentDraft, entry: Entry, at: At, context: Context): void => {
  const word = entry.path.keys[0]?.text ?? "";
  if (!entry.map) {
    sayMissingMap(entry, word, context);
    return;
  }
  const label = labelOf(entry.value, context.say);
  pushOperand(fragment, entry, label, readFragment(fragment.kind, entry, at, context), at, context);
};

const sayMissingMap = (entry: Entry, word: string, { say }: Context): void => {
  if (!isLeftEmpty(entry))
    say("missing-map", `\`${word}\` needs a map with what happens in it: \`${word}: … { … }\`.`, entry.span);
};

const pushOperand = (
  fragment: FragmentDraft,
  entry: Entry,
  label: Label | undefined,
  read: ReadAttributes,
  at: At,
  context: Context,
): void => {
  const within = [...at.within, { fragment: fragment.index, operand: fragment.operands.length }];
  context.lastMessage = fragment.noteBefore;
  const hasBody = entry.map !== undefined && !fragmentKinds[fragment.kind].opaque;
  const operand: Writable<OperandDraft> = {
    body: hasBody ? context.resolveBody(statementsIn(entry.map, context), { scope: at.scope, within }) : [],
    span: entry.span,
  };
  if (label) operand.label = label;
  if (hasValues(read)) operand.attributes = read.values as AttributeValues<"fragment">;
  fragment.operands.push(operand);
};

const statementsIn = (map: MapNode, { names }: Context): readonly Statement[] =>
  fragmentParts(map, names.endKeys).body;

const hasValues = ({ values }: ReadAttributes): boolean =>
  values !== noValues && Object.keys(values).length > 0;

/** Optional fields are set one by one: to spread them costs more than the rest of a fragment. */
type Writable<T> = { -readonly [K in keyof T]: T[K] };

const readFragment = (kind: FragmentKind, entry: Entry, { scope }: At, context: Context): ReadAttributes => {
  if (!entry.map) return noAttributes;
  const noun = `\`${entry.path.keys[0]?.text ?? kind}\``;
  const all = fragmentKinds[kind].opaque
    ? writtenIn(entry.map.body, { say: context.say, noun })
    : fragmentParts(entry.map, context.names.endKeys).attributes.map((attribute) => written(attribute));
  if (all.length === 0) return noAttributes;
  const target: Target = {
    place: "fragment",
    noun,
    allows: (row) => row.fragments?.includes(kind) ?? true,
    scope,
  };
  return readAttributes(all, target, context);
};

/** `on: NAME`, `on: NAME rejected`. */
const readHandled = (
  entry: Entry,
  { say }: Context,
): { readonly callback: Name; readonly arm: Arm } | undefined => {
  const value = entry.value;
  const text = textOf(value);
  if (!value || text === undefined || text === "") {
    say(
      "missing-value",
      "`on` needs the name of a callback: `on: NAME { … }`.",
      value?.span ?? entry.path.span,
    );
    return undefined;
  }
  const [name = "", arm, ...more] = text.split(/\s+/);
  const span = wordSpan(value.span, value.kind === "text" ? value.text : "", name);
  const callback = { text: name.normalize("NFC"), span };
  if (arm === undefined) return { callback, arm: "arrival" };
  const known = arms.find((each) => each === arm);
  if (known && more.length === 0) return { callback, arm: known };
  const near = more.length === 0 ? nearest(arm, arms) : undefined;
  say(
    "wrong-value",
    `\`on\` takes the name of a callback, and perhaps ${either(arms)} behind it, not \`${text}\`.${didYouMean(near && `${name} ${near}`)}`,
    value.span,
  );
  return { callback, arm: "arrival" };
};

const wordSpan = (span: Span, text: string, word: string): Span => {
  const at = text.indexOf(word);
  const isRaw = span.end - span.start === text.length;
  return isRaw && at >= 0 ? { ...span, start: span.start + at, end: span.start + at + word.length } : span;
};

/** Closes a fragment when all callbacks are known: its rounds, the callback that it handles, its steps. */
export const finishFragment = (
  draft: FragmentDraft,
  finish: (body: readonly DraftStep[]) => readonly Step[],
  context: Context,
): Fragment => {
  const { index, id, kind, label, within, read, entry, handles } = draft;
  if (handles) context.handles.isCallback(handles.callback);
  const operands = draft.operands.map((operand) => finishOperand(operand, finish));
  const last = operands.at(-1);
  const fragment: Writable<Fragment> = {
    index,
    id,
    kind,
    operands,
    within,
    classes: read.classes,
    style: read.style,
    attributes: read.values as AttributeValues<"fragment">,
    attributeSpans: read.spans,
    span: last?.span.file === entry.span.file ? cover(entry.span, last.span) : entry.span,
  };
  if (label) fragment.label = label;
  if (fragmentKinds[kind].flow === "rounds") fragment.rounds = finishRounds(draft, context);
  if (handles) fragment.handles = handles;
  return fragment;
};

const finishOperand = (
  { label, attributes, body, span }: OperandDraft,
  finish: (body: readonly DraftStep[]) => readonly Step[],
): Operand => {
  const operand: Writable<Operand> = { body: finish(body), span };
  if (label) operand.label = label;
  if (attributes) operand.attributes = attributes;
  return operand;
};

const finishRounds = (
  { label, kind }: FragmentDraft,
  { handles, say }: Context,
): NonNullable<Fragment["rounds"]> => {
  const { rounds, until, isReversed } = readRounds(label, fragmentKinds[kind].tries);
  if (isReversed && label)
    say("wrong-value", `\`${label.text.trim()}\` runs backwards: a range is written low first.`, label.span);
  if (!until) return rounds;
  const isMeant = handles.hasCallback(until.text) || handles.nearCallback(until.text) !== undefined;
  if (isMeant && handles.isCallback(until)) return { ...rounds, until };
  return readRounds(undefined, fragmentKinds[kind].tries).rounds;
};
