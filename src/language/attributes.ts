import type { FragmentKind } from "./fragment-kinds.ts";
import type { MessageKind } from "./message-kinds.ts";
import type { ParticipantKind } from "./participant-kinds.ts";
import { themeNames } from "./theme-names.ts";
import type { ValueTypeName } from "./value-types.ts";

/** What an attribute can stand on. `mark`s are the statements of section 8 and the waits of section 6. */
// biome-ignore format: a few words to a line
export type Place =
  | "participant" | "message" | "fragment" | "config" | "class"
  | "execution" | "note" | "wait" | "await" | "detach" | "arrive" | "budget"
  /** The marks that take none: `divider`, `create`, `destroy`, `cancel`, `stored`. */
  | "mark";

/** One row of the table: all that the language knows of an attribute. */
export interface AttributeFacts {
  readonly type: ValueTypeName;
  readonly on: readonly Place[];
  /** Narrows `participant`: the kinds on which it means something. */
  readonly participants?: readonly ParticipantKind[];
  /** Narrows `message`. */
  readonly messages?: readonly MessageKind[];
  /** Narrows `message` by the kind of its receiver. */
  readonly receivers?: readonly ParticipantKind[];
  /** Narrows `fragment`. */
  readonly fragments?: readonly FragmentKind[];
  readonly choices?: readonly string[];
  /** Needs a single link: an error on a chain. */
  readonly onceInChain?: boolean;
  /** In words, as the reference prints it; absent where there is none. */
  readonly default?: string;
  /** One line for the reference. */
  readonly says: string;
  /** What changes when it is set: the picture, what `lint` finds, or a field of its own in what `inspect` prints. A test sets each. */
  readonly changes: readonly ("picture" | "checks" | "json")[];
}

const channels = ["queue", "topic"] as const;
// biome-ignore format: a few words to a line
const processes = ["service", "person", "worker", "queue", "topic", "store", "cache", "scheduler", "external"] as const;
const dated = ["call", "exchange", "reply", "send"] as const;

// biome-ignore format: a few words to a line
export const shapes = [
  "rectangle", "square", "page", "parallelogram", "document", "cylinder", "queue", "package", "step", "callout",
  "stored_data", "person", "c4-person", "diamond", "oval", "circle", "hexagon", "cloud", "text", "code", "class",
  "sql_table", "image",
] as const;

export type ShapeName = (typeof shapes)[number];

/** Shapes that say what a participant is when its text gives no kind. */
export const kindOfShape: Readonly<Record<string, ParticipantKind>> = {
  queue: "queue",
  cylinder: "store",
  stored_data: "store",
  person: "person",
  "c4-person": "person",
  cloud: "external",
};

// biome-ignore format: a table, one row to a line
export const attributes = {
  kind: { type: "choice", on: ["participant"], choices: ["service", "person", "worker", "queue", "topic", "store", "cache", "scheduler", "external", "boundary"], default: "service", says: "What it is: sets its shape, its icon, and what the checks expect of it.", changes: ["picture", "checks", "json"] },
  shape: { type: "choice", on: ["participant", "class"], choices: shapes, says: "The shape of its head; some shapes imply a kind.", changes: ["picture", "json"] },
  label: { type: "text", on: ["participant", "message", "execution", "class"], says: "The text shown instead of the key.", changes: ["picture", "json"] },
  tooltip: { type: "text", on: ["participant", "message", "fragment", "execution", "class"], says: "Shown when the pointer rests on it.", changes: ["picture"] },
  link: { type: "link", on: ["participant", "message", "fragment", "execution", "class"], says: "Where a click leads: http, https, mailto or a relative path.", changes: ["picture"] },
  icon: { type: "text", on: ["participant", "class"], says: "The icon in the head: the name of a kind, or `none`.", changes: ["picture"] },
  class: { type: "texts", on: ["participant", "message", "fragment", "execution", "note"], says: "Classes whose attributes it takes over; their names reach the SVG.", changes: ["picture", "json"] },

  capacity: { type: "count", on: ["participant"], participants: channels, says: "How many messages it holds.", changes: ["picture", "checks"] },
  overflow: { type: "choice", on: ["participant"], participants: channels, choices: ["block", "drop-new", "drop-old", "dead-letter"], default: "block", says: "What happens to a message that finds it full.", changes: ["checks"] },
  retention: { type: "duration", on: ["participant"], participants: channels, says: "How long it keeps a message.", changes: ["picture", "checks"] },
  visibility: { type: "duration", on: ["participant"], participants: channels, says: "How long a delivered message stays hidden before it is delivered again.", changes: ["checks"] },
  "max-receives": { type: "count", on: ["participant"], participants: channels, says: "Deliveries of one message before it goes to the dead-letter queue.", changes: ["picture", "checks"] },
  "dead-letter": { type: "participant", on: ["participant"], participants: channels, says: "Where messages go that were received too often.", changes: ["picture", "checks"] },
  consumers: { type: "counts", on: ["participant"], participants: channels, default: "1", says: "How many consumers take from it at once.", changes: ["checks"] },
  order: { type: "choice", on: ["participant"], participants: channels, choices: ["fifo", "none"], default: "none", says: "Whether messages leave in the order in which they came.", changes: ["checks"] },
  delivery: { type: "choice", on: ["participant", "message"], participants: channels, messages: dated, choices: ["at-most-once", "at-least-once", "exactly-once"], default: "at-least-once", says: "How often a message may be delivered.", changes: ["checks"] },
  takes: { type: "time", on: ["participant"], participants: processes, says: "Service time for one message.", changes: ["picture", "checks"] },
  concurrency: { type: "counts", on: ["participant"], participants: processes, default: "1", says: "How many messages it handles at once.", changes: ["checks"] },
  idempotent: { type: "boolean", on: ["participant", "message"], participants: processes, messages: dated, default: "false", says: "May see the same message twice without harm.", changes: ["checks"] },
  dedupe: { type: "text", on: ["participant"], participants: processes, says: "The key by which it knows a repeated message.", changes: ["checks"] },
  outbox: { type: "boolean", on: ["participant"], participants: processes, default: "false", says: "Its writes and its sends commit together.", changes: ["checks"] },
  reentrant: { type: "boolean", on: ["participant"], participants: processes, default: "true for service, external and person, else false", says: "Handles messages while it waits for a reply.", changes: ["checks"] },
  inbox: { type: "choice", on: ["participant"], participants: processes, choices: ["selective", "dispatch"], default: "selective", says: "Picks the message that it waits for, or takes messages as they come.", changes: ["checks"] },

  id: { type: "name", on: ["message"], onceInChain: true, says: "A handle for `arrive`, `of`, `budget` and references.", changes: ["json"] },
  callback: { type: "names", on: ["message"], messages: ["call", "send", "exchange"], onceInChain: true, says: "Callbacks that the sender expects and owns.", changes: ["picture", "checks", "json"] },
  resolves: { type: "names", on: ["message"], messages: dated, onceInChain: true, says: "This message is the callback's arrival, as success.", changes: ["picture", "checks", "json"] },
  rejects: { type: "names", on: ["message"], messages: dated, onceInChain: true, says: "This message is the callback's arrival, as failure.", changes: ["picture", "checks", "json"] },
  carries: { type: "names", on: ["message"], messages: dated, says: "This message hands the callback on towards its owner.", changes: ["picture", "checks", "json"] },
  stream: { type: "names", on: ["message"], messages: ["call", "send", "exchange"], says: "Which of its callbacks may arrive any number of times.", changes: ["checks", "json"] },
  of: { type: "name", on: ["message"], messages: ["reply", "send", "call"], onceInChain: true, says: "Which call a reply answers, or which queued message a delivery takes.", changes: ["picture", "checks", "json"] },
  settle: { type: "choice", on: ["message"], messages: ["reply"], receivers: channels, choices: ["ack", "nack"], default: "ack", says: "What a reply to a queue or topic does with the delivery.", changes: ["picture", "checks"] },
  correlation: { type: "text", on: ["message"], messages: dated, says: "Tells instances of a callback apart, in loops and retries.", changes: ["picture", "checks"] },
  "reply-to": { type: "participant", on: ["message"], messages: ["call", "send", "exchange"], says: "Who receives the callback instead of the sender.", changes: ["checks"] },
  latency: { type: "time", on: ["message"], messages: dated, says: "Time in flight.", changes: ["picture", "checks"] },
  timeout: { type: "duration", on: ["message", "await"], messages: ["call", "send", "exchange"], says: "When the waiting participant gives up.", changes: ["picture", "checks", "json"] },
  ttl: { type: "duration", on: ["message"], messages: dated, says: "How long the message is worth delivering.", changes: ["picture", "checks"] },
  rate: { type: "rate", on: ["message"], messages: ["call", "send", "exchange"], says: "How often it is sent.", changes: ["picture", "checks"] },
  retry: { type: "retry", on: ["message"], messages: ["call", "send", "exchange"], says: "Attempts by the sender, the first included, and the pauses between them.", changes: ["picture", "checks"] },
  key: { type: "text", on: ["message"], messages: ["call", "send", "exchange"], says: "Messages of one key keep their order in a fifo queue or topic.", changes: ["picture", "checks"] },
  effect: { type: "boolean", on: ["message"], messages: ["call", "send", "exchange"], default: "false", says: "Changes something outside.", changes: ["checks"] },
  compensates: { type: "name", on: ["message"], messages: ["call", "send", "exchange"], says: "The id of the message that this one undoes.", changes: ["picture", "checks", "json"] },
  failure: { type: "boolean", on: ["message", "fragment"], messages: ["reply", "send", "exchange"], default: "false", says: "Reports a failure; of a fragment, its path is a failure.", changes: ["picture", "checks"] },
  lost: { type: "boolean", on: ["message"], messages: ["call", "send", "reply"], default: "false", says: "Sent, never received.", changes: ["picture", "checks"] },
  duplicate: { type: "boolean", on: ["message"], messages: ["send"], default: "false", says: "Received twice.", changes: ["picture", "checks"] },
  "in-flight": { type: "boolean", on: ["message"], messages: ["send"], default: "false", says: "Not received within this picture.", changes: ["picture", "checks"] },
  creates: { type: "boolean", on: ["message"], messages: ["call", "send"], default: "false", says: "The receiver starts to exist here.", changes: ["picture", "checks"] },
  "source-arrowhead": { type: "text", on: ["message", "class"], says: "Text and shape at the sending end: `1`, `1 { shape: diamond }`.", changes: ["picture", "json"] },
  "target-arrowhead": { type: "text", on: ["message", "class"], says: "Text and shape at the receiving end.", changes: ["picture", "json"] },

  "decided-by": { type: "participant", on: ["fragment"], fragments: ["alt", "opt", "loop", "break", "retry"], says: "Who decides which operand is taken.", changes: ["picture", "checks"] },
  over: { type: "participants", on: ["note", "fragment"], says: "The lifelines that it spans.", changes: ["picture", "json"] },
  left: { type: "participant", on: ["note"], says: "Stands to the left of this lifeline.", changes: ["picture", "json"] },
  right: { type: "participant", on: ["note"], says: "Stands to the right of this lifeline.", changes: ["picture", "json"] },
  any: { type: "boolean", on: ["await"], default: "false", says: "The first of the callbacks is enough.", changes: ["picture", "checks", "json"] },
  by: { type: "participant", on: ["await"], default: "the callback's owner", says: "Who waits.", changes: ["picture", "checks", "json"] },
  reason: { type: "text", on: ["detach"], says: "Why nobody will wait; required.", changes: ["json"] },
  on: { type: "participants", on: ["wait"], default: "everyone", says: "Who waits.", changes: ["picture", "json"] },
  at: { type: "participant", on: ["arrive"], says: "Which of several receivers.", changes: ["picture", "checks", "json"] },
  from: { type: "name", on: ["budget"], says: "Id of the message that starts the stretch.", changes: ["picture", "checks", "json"] },
  to: { type: "name", on: ["budget"], says: "Id of the message that ends the stretch.", changes: ["picture", "checks", "json"] },

  theme: { type: "choice", on: ["config"], choices: themeNames, default: "auto", says: "The theme.", changes: ["picture"] },
  "dark-theme": { type: "choice", on: ["config"], choices: themeNames, says: "The theme where the reader prefers dark.", changes: ["picture"] },
  time: { type: "choice", on: ["config"], choices: ["even", "linear", "log"], default: "even", says: "Whether rows follow order only, or time.", changes: ["picture"] },
  numbering: { type: "boolean", on: ["config"], default: "false", says: "Numbers the messages.", changes: ["picture"] },
  activations: { type: "choice", on: ["config"], choices: ["auto", "explicit", "off"], default: "auto", says: "Which executions are drawn.", changes: ["picture"] },
  view: { type: "choice", on: ["config"], choices: ["sequence", "map"], default: "sequence", says: "The view drawn when no option says otherwise.", changes: ["picture"] },
  handled: { type: "choice", on: ["config"], choices: ["explicit", "reactive"], default: "explicit where the text uses callbacks, else reactive", says: "What counts as handling a callback.", changes: ["checks"] },
  "implicit-replies": { type: "boolean", on: ["config"], default: "true where the text has no `-->`", says: "Calls need no drawn reply.", changes: ["checks"] },
} as const satisfies Record<string, AttributeFacts>;

export type AttributeName = keyof typeof attributes;
