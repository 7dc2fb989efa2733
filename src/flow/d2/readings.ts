import type { AttributeValues } from "../../language/attribute-values.ts";
import { type AttributeFacts, kindOfShape } from "../../language/attributes.ts";
import type { Span } from "../../source/span.ts";
import type { Entry, Key } from "../../syntax/ast.ts";
import type { ReadAttributes, Reader } from "../attributes/attribute-reading.ts";
import { readAttributes } from "../attributes/read-attributes.ts";
import type { WrittenAttribute } from "../attributes/written.ts";
import { isNull } from "../entry-shape.ts";
import type {
  Field,
  Fragment,
  Label,
  Message,
  Name,
  NamedExecution,
  NoteStep,
  OperandRef,
  Participant,
  Step,
} from "../flow.ts";
import { labelOf } from "../label.ts";
import type { Names } from "../names/names.ts";
import type { Say } from "../report.ts";
import type { Actor, Meaning } from "./cast.ts";
import { classesIn } from "./classes-in.ts";
import type { Link } from "./facts.ts";
import { type Bearer, meantAttributes } from "./meant-attributes.ts";
import { type Said, type Site, writtenSite } from "./site.ts";
import { fold } from "./words.ts";

type Standing = Extract<Meaning, { kind: "actor" }>;

/** A group with all that is known of it. */
export interface GroupFacts {
  readonly site: Site;
  readonly index: number;
  readonly said: readonly Said[];
  readonly within: readonly OperandRef[];
  readonly span: Span;
  readonly body: readonly Step[];
}

/** Makes the parts of a flow from what D2 says of them. */
export interface Readings {
  readonly isTable: (actor: Actor) => boolean;
  readonly participant: (actor: Actor, fields: readonly Field[]) => Participant;
  readonly message: (
    link: Link,
    index: number,
    from: Standing,
    to: Standing,
    within: readonly OperandRef[],
  ) => Message;
  readonly group: (facts: GroupFacts) => Fragment;
  readonly note: (actor: Actor, path: readonly Key[], said: readonly Said[], span: Span) => NoteStep;
  readonly execution: (
    actor: Actor,
    path: readonly Key[],
    said: readonly Said[],
    span: Span,
  ) => NamedExecution;
}

/**
 * In:     the names of the flow, which no attribute of D2 speaks of; the entries that declare classes.
 * Says:   what the attributes say, all of it warnings: D2 has compiled what it was given.
 */
export const newReadings = (
  names: Names,
  classEntries: readonly Entry[],
  say: Say,
  isTable: (actor: Actor) => boolean,
): Readings => {
  const scope = names.tree.root;
  const reader: Reader = { say, names, classes: classesIn(classEntries, names, say) };

  const inOrder = (said: readonly Said[]): readonly WrittenAttribute[] =>
    said.toSorted((one, other) => one.clock - other.clock).map(({ attribute }) => attribute);

  const attributes = (
    said: readonly Said[],
    bearer: Bearer,
    name: string,
    target: Omit<Parameters<typeof readAttributes>[1], "scope">,
  ): ReadAttributes =>
    readAttributes(meantAttributes(inOrder(said), bearer, name, say), { ...target, scope }, reader);

  return {
    isTable,

    participant: ({ index, key, said, span, declared }, fields) => {
      const noun = `the actor \`${key.text}\``;
      const read = attributes(said, "actor", key.text, { place: "participant", noun });
      const { shape } = read.values;
      return {
        index,
        key: key.text,
        label: read.label ?? { text: key.text, format: "plain", span },
        kind: kindOfShape[String(shape)] ?? "service",
        attributes: read.values as AttributeValues<"participant">,
        attributeSpans: read.spans,
        style: read.style,
        classes: read.classes,
        ...(fields.length > 0 && { fields }),
        span,
        declared,
      };
    },

    message: ({ arrow, said, span }, index, from, to, within) => {
      const { kind, leftwards } = arrow;
      const allows = (row: AttributeFacts): boolean => row.messages?.includes(kind) ?? true;
      const read = attributes(said, "message", "", { place: "message", noun: "a message", allows });
      const { heads } = read;
      // D2's source is the left end.
      const [source, target] = leftwards
        ? [heads?.["target-arrowhead"], heads?.["source-arrowhead"]]
        : [heads?.["source-arrowhead"], heads?.["target-arrowhead"]];
      const [fromSpan, toSpan] = [executionAt(from), executionAt(to)];
      return {
        index,
        kind,
        from: from.actor.index,
        to: to.actor.index,
        send: index,
        asks: none,
        resolves: none,
        rejects: none,
        carries: none,
        streams: none,
        within,
        classes: read.classes,
        style: read.style,
        attributes: read.values as AttributeValues<"message">,
        attributeSpans: read.spans,
        span,
        ...(read.label && read.label.text !== "" && { label: read.label }),
        ...(source && { sourceHead: source }),
        ...(target && { targetHead: target }),
        ...(fromSpan !== undefined && { fromSpan }),
        ...(toSpan !== undefined && { toSpan }),
      };
    },

    group: ({ site, index, said, within, span, body }) => {
      const noun = `the group \`${writtenSite(site)}\``;
      const { label: own, rest } = labelApart(said);
      const read = attributes(rest, "group", writtenSite(site), { place: "fragment", noun });
      const label = own ?? ownLabel(site.key);
      return {
        index,
        id: `group#${index + 1}`,
        kind: "group",
        ...(label && label.text !== "" && { label }),
        operands: [{ ...(label && label.text !== "" && { label }), body, span }],
        within,
        classes: read.classes,
        style: read.style,
        attributes: read.values as AttributeValues<"fragment">,
        attributeSpans: read.spans,
        span,
      };
    },

    note: ({ index, key }, path, said, span) => {
      const { label: own, rest } = labelApart(said);
      const name = [key, ...path].map(({ text }) => text).join(".");
      const read = attributes(rest, "note", name, { place: "note", noun: `the note \`${name}\`` });
      const last = path.at(-1) ?? key;
      const label = own ?? ownLabel(last);
      return {
        kind: "note",
        label,
        side: "over",
        participants: [index],
        style: read.style,
        classes: read.classes,
        span,
      };
    },

    execution: ({ index, key }, path, said, span) => {
      const name = [key, ...path].map(({ text }) => text).join(".");
      const read = attributes(said, "execution", name, { place: "execution", noun: `the span \`${name}\`` });
      return {
        participant: index,
        path: pathText(path),
        ...(read.label && { label: read.label }),
        attributes: read.values as AttributeValues<"execution">,
        style: read.style,
        classes: read.classes,
        span,
      };
    },
  };

  function executionAt({ actor, path }: Standing): string | undefined {
    return path.length === 0 || isTable(actor) ? undefined : pathText(path);
  }

  /** The last label, and the rest, where a label's own map stays. */
  function labelApart(said: readonly Said[]): { readonly label?: Label; readonly rest: readonly Said[] } {
    const last = inOrder(said.filter(isLabel)).findLast(({ value }) => value);
    const label = isNull(last?.value) ? undefined : labelOf(last?.value, say);
    const rest = said.map((each) => {
      if (!isLabel(each)) return each;
      const { value: _value, ...attribute } = each.attribute;
      return { ...each, attribute };
    });
    return { ...(label && { label }), rest };
  }
};

const isLabel = ({ attribute: { keys } }: Said): boolean =>
  keys.length === 1 && keys[0] !== undefined && fold(keys[0]) === "label";

const ownLabel = ({ text, span }: Key): Label => ({ text, format: "plain", span });

const pathText = (path: readonly Key[]): string => path.map(({ text }) => text).join(".");

const none: readonly Name[] = [];
