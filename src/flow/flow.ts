// The one type that all stages share, and its parts: as long as what a flow can hold.
import type { ArrowheadShape } from "../language/arrowheads.ts";
import type { AttributeValues } from "../language/attribute-values.ts";
import type { AttributeName } from "../language/attributes.ts";
import type { Direction } from "../language/directions.ts";
import type { FragmentKind } from "../language/fragment-kinds.ts";
import type { MessageKind } from "../language/message-kinds.ts";
import type { ParticipantKind } from "../language/participant-kinds.ts";
import type { StyleValues } from "../language/styles.ts";
import type { Span } from "../source/span.ts";

/**
 * What a text means: every name resolved, every value typed, reuse expanded. Plain data: participants, messages, fragments
 * and callbacks are known by their index in the arrays below, so that any stage can keep facts about them in an array.
 */
export interface Flow {
  readonly file: string;
  readonly mode: "slant" | "d2";
  readonly title?: Label;
  readonly description?: string;
  /** Language of the generated words, a BCP 47 tag. */
  readonly lang: string;
  readonly config: AttributeValues<"config">;
  /** Where its map flows to: `direction: …`. */
  readonly direction?: Direction;
  /** In drawn order, from left to right; boundaries are not among them. */
  readonly participants: readonly Participant[];
  /** Outer boundaries before the ones inside them. */
  readonly boundaries: readonly Boundary[];
  /** In written order; a send to several receivers is one message for each. */
  readonly messages: readonly Message[];
  readonly fragments: readonly Fragment[];
  readonly callbacks: readonly Callback[];
  /** Those named executions of which the text says more than their name, in the order in which it does. */
  readonly executions: readonly NamedExecution[];
  /** Whole files that stand in this one, `...@file`; absent where there are none. */
  readonly imports?: readonly { readonly file: string; readonly span: Span }[];
  /** What is set up for reuse in the file itself and never used, in written order. */
  readonly unused: readonly Unused[];
  /** `lifelines: auto` was asked for. */
  readonly autoOrder: boolean;
  /** What happens, in written order. */
  readonly body: readonly Step[];
}

/** A variable that nothing names, or an import of which nothing reaches the picture. */
export interface Unused {
  readonly kind: "variable" | "import";
  /** The variable's name, or the path as it is written. */
  readonly name: string;
  readonly span: Span;
}

/** Text to show. Markdown and code keep their source; lines are split at "\n". */
export interface Label {
  readonly text: string;
  /** `plain`, `md`, or the code language of a block string. */
  readonly format: string;
  readonly span: Span;
}

/** A name that the text uses, with the place of the word. */
export interface Name {
  readonly text: string;
  readonly span: Span;
}

interface Styled {
  readonly classes: readonly string[];
  readonly style: StyleValues;
}

export interface Participant extends Styled {
  readonly index: number;
  /** The last key where that is unique in the file, else the whole path. */
  readonly key: string;
  readonly label: Label;
  readonly kind: ParticipantKind;
  /** The innermost boundary that holds it: an index. */
  readonly boundary?: number;
  readonly attributes: AttributeValues<"participant">;
  readonly attributeSpans: AttributeSpans;
  /** The rows of a D2 `class` or `sql_table`. */
  readonly fields?: readonly Field[];
  /** Where it was first declared, else first used. */
  readonly span: Span;
  readonly declared: boolean;
}

/** `id: int { constraint: primary_key }`, `+pay(amount int): bool`. */
export interface Field {
  readonly name: Name;
  readonly type?: Label;
  readonly constraints: readonly string[];
}

export interface Boundary extends Styled {
  readonly index: number;
  readonly key: string;
  readonly label: Label;
  readonly parent?: number;
  readonly attributes: AttributeValues<"participant">;
  readonly span: Span;
}

/** Where the values of written attributes stand, for reports that point at a word. */
export type AttributeSpans = { readonly [K in AttributeName]?: Span };

export interface Message extends Styled {
  readonly index: number;
  readonly kind: MessageKind;
  /** Index of a participant; null is outside, `()`. A reply's `from` is the one that answers. */
  readonly from: number | null;
  readonly to: number | null;
  /** What the text puts at the ends of the line, the sender's and the receiver's, in place of its kind's own heads. */
  readonly sourceHead?: Arrowhead;
  readonly targetHead?: Arrowhead;
  /** The named execution at an end, `api.job`: its path below the participant. */
  readonly fromSpan?: string;
  readonly toSpan?: string;
  readonly label?: Label;
  /** Messages of one send to several receivers have the same number; otherwise it is the message's own. */
  readonly send: number;
  readonly id?: Name;
  /** Callbacks asked for: of a list of receivers, each is asked. */
  readonly asks: readonly Name[];
  readonly resolves: readonly Name[];
  readonly rejects: readonly Name[];
  readonly carries: readonly Name[];
  readonly streams: readonly Name[];
  /** The message that `of:` names: the call that a reply answers, the queued message that a delivery takes. */
  readonly of?: number;
  /** The message that this one undoes. */
  readonly compensates?: number;
  /** The operands around it, outermost first. */
  readonly within: readonly OperandRef[];
  readonly attributes: AttributeValues<"message">;
  readonly attributeSpans: AttributeSpans;
  /** The connection, its label and map included. */
  readonly span: Span;
}

export interface Arrowhead {
  /** The text beside it: D2's multiplicities, `1`, `*`. */
  readonly label?: Label;
  readonly shape?: ArrowheadShape;
  /** Of a shape that may be filled or not; as the shape has it if absent. */
  readonly filled?: boolean;
}

/** What the text says of a named execution, `api.job: Job { style.fill: … }`. */
export interface NamedExecution extends Styled {
  /** Index of a participant. */
  readonly participant: number;
  /** Its path below the participant, as `fromSpan` and `toSpan` have it. */
  readonly path: string;
  readonly label?: Label;
  readonly attributes: AttributeValues<"execution">;
  /** Where it is first spoken of by itself. */
  readonly span: Span;
}

export interface OperandRef {
  /** Index of the fragment. */
  readonly fragment: number;
  /** Index of the operand, from 0. */
  readonly operand: number;
}

export interface Fragment extends Styled {
  readonly index: number;
  /** `alt#1`: kind and number, from 1, in written order. */
  readonly id: string;
  readonly kind: FragmentKind;
  readonly label?: Label;
  readonly operands: readonly Operand[];
  readonly within: readonly OperandRef[];
  /** Of a loop or retry. */
  readonly rounds?: Rounds;
  /** Of an `on`: the callback, and which of its ends this handles. */
  readonly handles?: { readonly callback: Name; readonly arm: "arrival" | "rejected" | "timeout" | "late" };
  readonly attributes: AttributeValues<"fragment">;
  readonly attributeSpans: AttributeSpans;
  readonly span: Span;
}

export interface Operand {
  readonly label?: Label;
  /** What stands first in its own map: `failure` and `decided-by` speak of this operand; the first one's are the fragment's. Absent where there is none. */
  readonly attributes?: AttributeValues<"fragment">;
  readonly body: readonly Step[];
  /** From its word or key to its closing brace. */
  readonly span: Span;
}

/** How often the body of a loop or retry runs. */
export interface Rounds {
  readonly low: number;
  /** null: the text sets no bound. */
  readonly high: number | null;
  /** ms between rounds. */
  readonly every?: number;
  /** The callback that ends it. */
  readonly until?: Name;
}

export interface Callback {
  readonly index: number;
  readonly name: string;
  /** The sender that asked for it: index of a participant; null when something outside asked. */
  readonly owner: number | null;
  /** Where it is asked for: several in sibling operands, or one per receiver. */
  readonly asked: readonly { readonly message: number; readonly span: Span }[];
  readonly arrivals: readonly {
    readonly message: number;
    readonly how: "resolves" | "rejects";
    readonly span: Span;
  }[];
  readonly carried: readonly { readonly message: number; readonly span: Span }[];
  readonly settled: readonly { readonly how: "await" | "on" | "cancel" | "detach"; readonly span: Span }[];
  readonly stream: boolean;
}

export type Step =
  | MessageStep
  | FragmentStep
  | NoteStep
  | DividerStep
  | WaitStep
  | AwaitStep
  | CancelStep
  | DetachStep
  | StoredStep
  | ArriveStep
  | CreateStep
  | DestroyStep
  | BudgetStep;

interface At {
  readonly span: Span;
}

/** One send: one message, or one for each receiver of a list. A chain is a step per link. */
export interface MessageStep extends At {
  readonly kind: "message";
  readonly messages: readonly number[];
}
export interface FragmentStep extends At {
  readonly kind: "fragment";
  readonly fragment: number;
}
export interface NoteStep extends At, Styled {
  readonly kind: "note";
  readonly label: Label;
  readonly side: "over" | "left" | "right" | "message";
  /** The lifelines spanned; of a note on a message, empty. */
  readonly participants: readonly number[];
  /** The message that it hangs on. */
  readonly message?: number;
}
export interface DividerStep extends At {
  readonly kind: "divider";
  readonly label: Label;
}
export interface WaitStep extends At {
  readonly kind: "wait";
  readonly label: Label;
  /** ms, where the label is a duration. */
  readonly duration?: number;
  /** Empty for everyone. */
  readonly participants: readonly number[];
}
export interface AwaitStep extends At {
  readonly kind: "await";
  readonly names: readonly Name[];
  readonly any: boolean;
  /** ms. */
  readonly timeout?: number;
  /** Who waits: index of a participant; null when it is the outside. */
  readonly by: number | null;
}
export interface CancelStep extends At {
  readonly kind: "cancel";
  readonly names: readonly Name[];
}
export interface DetachStep extends At {
  readonly kind: "detach";
  readonly names: readonly Name[];
  readonly reason: string;
}
export interface StoredStep extends At {
  readonly kind: "stored";
  readonly names: readonly Name[];
}
export interface ArriveStep extends At {
  readonly kind: "arrive";
  /** The receipts that happen here: one, or all receivers that have not received yet. */
  readonly messages: readonly number[];
}
export interface CreateStep extends At {
  readonly kind: "create";
  readonly participant: number;
}
export interface DestroyStep extends At {
  readonly kind: "destroy";
  readonly participant: number;
}
export interface BudgetStep extends At {
  readonly kind: "budget";
  /** ms. */
  readonly limit: number;
  readonly from: number;
  readonly to: number;
}
