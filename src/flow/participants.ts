import type { AttributeValues } from "../language/attribute-values.ts";
import { type AttributeFacts, kindOfShape } from "../language/attributes.ts";
import { type ParticipantKind, participantKinds } from "../language/participant-kinds.ts";
import { nearest } from "../source/nearest.ts";
import type { Entry, Key } from "../syntax/ast.ts";
import type { ReadAttributes, Reader } from "./attributes/attribute-reading.ts";
import { noAttributes, readAttributes } from "./attributes/read-attributes.ts";
import { type WrittenAttribute, written, writtenIn } from "./attributes/written.ts";
import { stepFinder } from "./entry-shape.ts";
import type { Boundary, Label, Participant } from "./flow.ts";
import { type NameNode, pathOf } from "./names/name-node.ts";
import { type Other, othersOf } from "./names/others.ts";
import { participantAttributes, participantParts } from "./names/participant-parts.ts";
import { isAttributeName } from "./names/survey.ts";
import { didYouMean } from "./report.ts";

/**
 * Makes a participant from all that is said of it: declarations add up, the last label and the last value win.
 *
 * In:     a name with its index, and what the reader of attributes needs.
 * Out:    the participant.
 * Says:   what attributes say; unknown-attribute for a child that is neither a note nor an execution.
 * Cost:   linear in its declarations.
 */
export const makeParticipant = (node: NameNode, reader: Reader): Participant => {
  const all = writtenOf(node, reader);
  const kind = kindOf(node, all, reader);
  const read =
    all.length === 0
      ? noAttributes
      : readAttributes(all, { ...targetOf(node, kind), scope: node.parent ?? node }, reader);
  const participant: { -readonly [K in keyof Participant]: Participant[K] } = {
    index: node.index,
    key: keyOf(node, reader),
    label: read.label ?? ownLabel(node),
    kind,
    attributes: read.values as AttributeValues<"participant">,
    attributeSpans: read.spans,
    style: read.style,
    classes: read.classes,
    span: node.span,
    declared: node.declared,
  };
  if (node.parent && node.parent.index >= 0) participant.boundary = node.parent.index;
  return participant;
};

export const makeBoundary = (node: NameNode, reader: Reader): Boundary => {
  const read = readAttributes(
    writtenOf(node, reader),
    { ...targetOf(node, "boundary"), scope: node },
    reader,
  );
  return {
    index: node.index,
    key: keyOf(node, reader),
    label: read.label ?? ownLabel(node),
    ...(node.parent && node.parent.index >= 0 && { parent: node.parent.index }),
    attributes: read.values as AttributeValues<"participant">,
    style: read.style,
    classes: read.classes,
    span: node.span,
  };
};

const targetOf = (node: NameNode, kind: ParticipantKind) =>
  ({
    place: "participant",
    noun: `the ${participantKinds[kind].noun} \`${pathOf(node)}\``,
    allows: (row: AttributeFacts) => row.participants?.includes(kind) ?? true,
  }) as const;

/** A label is the attribute `label`, in its place among the others, so that the last one wins. */
const writtenOf = (node: NameNode, reader: Reader): readonly WrittenAttribute[] =>
  (reader.names.declarations.get(node) ?? []).flatMap(({ entry, depth }) => {
    if (!node.boundary) for (const other of othersOf(entry, depth, node)) sayOther(other, node, reader);
    const first = entry.path.keys[depth];
    if (first) return isAttributeName(first.text) && first.quoting === "none" ? [written(entry, depth)] : [];
    const label = entry.value
      ? [{ keys: [labelKey(entry)], value: entry.value, span: entry.span, isLeftEmpty: false }]
      : [];
    if (!entry.map) return label;
    const inMap = participantParts(entry.map, node.boundary).attributes;
    return [...label, ...writtenIn(inMap, { say: reader.say, noun: `\`${pathOf(node)}\`` })];
  });

const labelKey = ({ path }: Entry): Key => ({ text: "label", quoting: "none", span: path.span });

const sayOther = (other: Other, node: NameNode, { say }: Reader): void => {
  if (other.kind === "note") return;
  if (other.kind === "statement") {
    if (other.statement.kind === "connection")
      say(
        "misplaced-message",
        `\`${pathOf(node)}\` is a participant, so no message can stand in its map.`,
        other.statement.span,
        { help: `write it below the map, or as a frame: \`group: ${node.key} { … }\`` },
      );
    return;
  }
  const keys = other.entry.path.keys.slice(other.depth);
  const [key] = keys;
  if (!key) return;
  // What it says of the execution is read with the others.
  if (other.kind === "execution") return;
  if (other.entry.map && stepFinder()(other.entry.map)) {
    say(
      "misplaced-message",
      `\`${pathOf(node)}\` is a participant, so nothing can happen in its map.`,
      key.span,
      {
        help: "put it below the map, in a group if you like: `group: … { … }`",
      },
    );
    return;
  }
  const near = nearest(key.text, participantAttributes);
  say(
    "unknown-attribute",
    `\`${key.text}\` is no attribute of \`${pathOf(node)}\`.${didYouMean(near)}`,
    key.span,
    {
      help:
        near === undefined
          ? `a note is written in quotes or with its word: \`note: ${key.text}\`; participants stand in a map with \`kind: boundary\``
          : `write \`${near}\``,
    },
  );
};

/** From the text: its kind, else what its shape implies; last ones win. Reports come later, when all is read. */
const kindOf = (node: NameNode, all: readonly WrittenAttribute[], reader: Reader): ParticipantKind => {
  if (all.length === 0) return "service";
  const telling = all.filter(({ keys: [key] }) => key && tells.has(key.text));
  if (telling.length === 0) return "service";
  const target = { place: "participant", noun: "", scope: node } as const;
  const { values }: ReadAttributes = readAttributes(telling, target, { ...reader, say: () => {} });
  const kind = values.kind as ParticipantKind | undefined;
  if (kind !== undefined && kind !== "boundary") return kind;
  return kindOfShape[String(values.shape)] ?? "service";
};

const tells: ReadonlySet<string> = new Set(["kind", "shape", "class"]);

/** The last key where that is unique, else the whole path. */
const keyOf = (node: NameNode, { names }: Reader): string => {
  const namesakes = names.tree.byLastKey.get(node.key) ?? [];
  return namesakes.length > 1 && namesakes.filter(({ slip }) => !slip).length > 1 ? pathOf(node) : node.key;
};

const ownLabel = ({ key, span }: NameNode): Label => ({ text: key, format: "plain", span });
