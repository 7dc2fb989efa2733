import type { Name, OperandRef } from "./flow.ts";
import { newGuesses } from "./guesses.ts";
import { didYouMean, replaceBy, type Say } from "./report.ts";

/** What a name of the one namespace of callbacks and ids stands for: one send. */
interface Handle {
  readonly kind: "callback" | "id";
  readonly name: Name;
  /** The send's messages: one for each receiver. */
  readonly messages: readonly number[];
  readonly within: readonly OperandRef[];
}

/** The callbacks and ids of a file. They are resolved wherever they stand, so they are asked when all are declared. */
export interface Handles {
  readonly declare: (handle: Handle) => boolean;
  readonly hasCallback: (text: string) => boolean;
  /** The same for a word that must be one: if it is not, `sayUnknown` reports it. */
  readonly isCallback: (name: Name) => boolean;
  /** The message that asks first for a callback. */
  readonly askedBy: (text: string) => number | undefined;
  /** The messages with that id that a statement in `within` can speak of: sibling operands are out of its sight. */
  readonly messagesOf: (name: Name, within: readonly OperandRef[]) => readonly number[];
  /** Nearest callback to a word that is none. */
  readonly nearCallback: (text: string) => string | undefined;
  /** Reports every name that was used and never declared, once each, where it stands first. */
  readonly sayUnknown: () => void;
}

/**
 * Keeps the names of callbacks and ids.
 *
 * In:     `say`.
 * Out:    a register, empty at first.
 * Says:   duplicate-name for a second declaration, but in sibling operands; unknown-callback, unknown-id.
 * Cost:   constant for a name that is declared once.
 */
export const newHandles = (say: Say): Handles => {
  const declared = new Map<string, Handle[]>();
  const unknown = { callback: new Map<string, Name[]>(), id: new Map<string, Name[]>() };

  const namesOf = (kind: Handle["kind"]) => (): readonly string[] =>
    [...declared].filter(([, handles]) => handles[0]?.kind === kind).map(([name]) => name);
  const guess = { callback: newGuesses(namesOf("callback")), id: newGuesses(namesOf("id")) };

  const hasCallback = (text: string): boolean => declared.get(text)?.[0]?.kind === "callback";

  const miss = (kind: Handle["kind"], name: Name): void => {
    const uses = unknown[kind].get(name.text);
    if (uses) uses.push(name);
    else unknown[kind].set(name.text, [name]);
  };

  const sayMissing = (kind: Handle["kind"], text: string, uses: readonly Name[]): void => {
    const [first, ...more] = uses.toSorted((a, b) => a.span.start - b.span.start);
    if (!first) return;
    const other = declared.get(text)?.[0];
    const code = kind === "callback" ? "unknown-callback" : "unknown-id";
    const near = other ? undefined : guess[kind](text);
    const message = other
      ? `\`${text}\` is ${nouns[other.kind]}, not ${nouns[kind]}.`
      : `No message declares ${bare[kind]} \`${text}\`.${didYouMean(near)}`;
    say(code, message, first.span, {
      notes: [
        ...(other ? [{ message: "it is declared here", span: other.name.span }] : []),
        ...more.map(({ span }) => ({ message: "it is named here too", span })),
      ],
      ...replaceBy(first.span, near),
      ...(near === undefined && !other && { help: `declare it on a message: \`{ ${kind}: ${text} }\`` }),
    });
  };

  return {
    declare: (handle) => {
      const known = declared.get(handle.name.text);
      const clash = known?.find(
        ({ kind, within }) => kind !== handle.kind || !areSiblings(within, handle.within),
      );
      if (clash) {
        say("duplicate-name", `\`${handle.name.text}\` is declared a second time.`, handle.name.span, {
          notes: [{ message: `here it is ${nouns[clash.kind]} already`, span: clash.name.span }],
          help: "give it a name of its own; only the operands of one fragment may declare the same name",
        });
        return false;
      }
      if (known) known.push(handle);
      else declared.set(handle.name.text, [handle]);
      return true;
    },
    hasCallback,
    isCallback: (name) => {
      const isKnown = hasCallback(name.text);
      if (!isKnown) miss("callback", name);
      return isKnown;
    },
    askedBy: (text) => (hasCallback(text) ? declared.get(text)?.[0]?.messages[0] : undefined),
    messagesOf: (name, within) => {
      const known = declared.get(name.text);
      if (known?.[0]?.kind !== "id") {
        miss("id", name);
        return [];
      }
      const visible = known.filter((handle) => !areSiblings(handle.within, within));
      return (visible.length > 0 ? visible : known).flatMap(({ messages }) => messages);
    },
    nearCallback: guess.callback,
    sayUnknown: () => {
      for (const [text, uses] of unknown.callback) sayMissing("callback", text, uses);
      for (const [text, uses] of unknown.id) sayMissing("id", text, uses);
    },
  };
};

const nouns = { callback: "a callback", id: "the id of a message" } as const;
const bare = { callback: "a callback", id: "the id" } as const;

/** They stand in different operands of one fragment, so that at most one of them is meant on each path. */
export const areSiblings = (one: readonly OperandRef[], other: readonly OperandRef[]): boolean => {
  for (let depth = 0; depth < one.length && depth < other.length; depth++) {
    if (one[depth]?.fragment !== other[depth]?.fragment) return false;
    if (one[depth]?.operand !== other[depth]?.operand) return true;
  }
  return false;
};
