import type { FragmentKind } from "../language/fragment-kinds.ts";
import type { Entry, Statement } from "../syntax/ast.ts";
import type { ClassTable, ReadAttributes } from "./attributes/attribute-reading.ts";
import type { Fragment, Label, Message, Operand, OperandRef, Participant, Step } from "./flow.ts";
import type { Handles } from "./handles.ts";
import type { NameNode } from "./names/name-node.ts";
import type { Names } from "./names/names.ts";
import type { Say } from "./report.ts";

/** Where a statement stands. */
export interface At {
  /** The boundary around it, else the root: its own names come first. */
  readonly scope: NameNode;
  /** The operands around it, outermost first. */
  readonly within: readonly OperandRef[];
}

/** A step, or one that waits until all callbacks and ids are known; undefined when it was wrong and is reported. */
export type DraftStep = Step | (() => Step | undefined);

/** A message whose `of` and `compensates` are still names. */
export interface MessageDraft {
  readonly message: Omit<Message, "of" | "compensates">;
  readonly names: ReadAttributes["names"];
}

export interface OperandDraft extends Omit<Operand, "body"> {
  readonly body: readonly DraftStep[];
}

/** A fragment to which `else` and `and` still add operands. */
export interface FragmentDraft {
  readonly index: number;
  readonly kind: FragmentKind;
  readonly id: string;
  readonly entry: Entry;
  readonly label: Label | undefined;
  readonly operands: OperandDraft[];
  readonly within: readonly OperandRef[];
  readonly read: ReadAttributes;
  /** Of an `on`. */
  readonly handles: Fragment["handles"];
  /** The last message above the fragment: the one that a note at the start of any operand hangs on. */
  noteBefore: number | undefined;
}

/** What the resolvers of one file share while they work; nothing of it outlives the stage. */
export interface Context {
  readonly say: Say;
  readonly names: Names;
  readonly classes: ClassTable;
  readonly messages: MessageDraft[];
  readonly fragments: FragmentDraft[];
  /** How many fragments of each kind there are. */
  readonly counts: Map<FragmentKind, number>;
  readonly participants: readonly Participant[];
  /** By message: the operands around each `arrive` of it. */
  readonly arrivals: Map<number, (readonly OperandRef[])[]>;
  /** The message that a note without a place hangs on. */
  lastMessage: number | undefined;
  /** What callbacks and ids are; complete when the walk is over. */
  readonly handles: Handles;
  /** Resolves the statements of a body in their order. */
  readonly resolveBody: (body: readonly Statement[], at: At) => DraftStep[];
}
