import type { Context } from "../context.ts";
import type { AwaitStep, CancelStep, DetachStep, Name, StoredStep } from "../flow.ts";
import type { StatementResolver } from "./statement.ts";
import { attributesOf, neededValue } from "./values.ts";

const callbackNeeded = (word: string, more = "") => ({
  what: "the name of a callback",
  example: `${word}: NAME${more}`,
});

/** `await: NAME`, `await: [x; y] { any: true; timeout: 30s; by: web }`. */
export const awaitStatement: StatementResolver = (entry, at, context) => {
  const value = neededValue(entry, "names", callbackNeeded("await"), at, context);
  const { values } = attributesOf(entry, "await", at, context);
  if (!value?.names) return [];
  const names = value.names;
  return [
    (): AwaitStep | undefined => {
      const known = names.filter(context.handles.isCallback);
      if (known.length === 0) return undefined;
      const timeout = values.timeout as number | undefined;
      const by = values.by as number | undefined;
      return {
        kind: "await",
        names: known,
        any: values.any === true,
        ...(timeout !== undefined && { timeout }),
        by: by ?? ownerOf(known, context),
        span: entry.span,
      };
    },
  ];
};

/** Who asked for the first of the callbacks. */
const ownerOf = ([first]: readonly Name[], { handles, messages }: Context): number | null => {
  const asked = first && handles.askedBy(first.text);
  return asked === undefined ? null : (messages[asked]?.message.from ?? null);
};

/** `cancel: NAME`. */
export const cancelStatement: StatementResolver = (entry, at, context) => {
  const value = neededValue(entry, "names", callbackNeeded("cancel"), at, context);
  attributesOf(entry, "mark", at, context);
  return named(value?.names, context, (names): CancelStep => ({ kind: "cancel", names, span: entry.span }));
};

/** `stored: NAME`. */
export const storedStatement: StatementResolver = (entry, at, context) => {
  const value = neededValue(entry, "names", callbackNeeded("stored"), at, context);
  attributesOf(entry, "mark", at, context);
  return named(value?.names, context, (names): StoredStep => ({ kind: "stored", names, span: entry.span }));
};

/** `detach: NAME { reason: "reconciled nightly" }`. */
export const detachStatement: StatementResolver = (entry, at, context) => {
  const needs = callbackNeeded("detach", ' { reason: "…" }');
  const value = neededValue(entry, "names", needs, at, context);
  const { values, spans } = attributesOf(entry, "detach", at, context);
  const reason = String(values.reason ?? "").trim();
  if (value && reason === "")
    context.say(
      "missing-reason",
      `\`detach\` needs a reason why nobody will wait for \`${value.names?.[0]?.text ?? ""}\`.`,
      spans.reason ?? entry.path.span,
      { help: 'add one: `{ reason: "reconciled nightly" }`' },
    );
  return named(
    value?.names,
    context,
    (names): DetachStep => ({ kind: "detach", names, reason, span: entry.span }),
  );
};

/** A step that is about the callbacks among `names`, when all are known. */
const named = <Step>(
  names: readonly Name[] | undefined,
  { handles }: Context,
  make: (names: readonly Name[]) => Step,
): readonly (() => Step | undefined)[] =>
  names === undefined
    ? []
    : [
        () => {
          const known = names.filter(handles.isCallback);
          return known.length === 0 ? undefined : make(known);
        },
      ];
