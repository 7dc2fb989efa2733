import type { Ast } from "../syntax/ast.ts";
import { noNames, type Reader } from "./attributes/attribute-reading.ts";
import { gatherCallbacks, type Settling } from "./callbacks.ts";
import type { Context, DraftStep, MessageDraft } from "./context.ts";
import type { Flow, Fragment, Message, Name, Step } from "./flow.ts";
import { finishFragment } from "./fragments.ts";
import { newHandles } from "./handles.ts";
import { resolveBody } from "./resolve-body.ts";

/**
 * Resolves what happens: messages, fragments, marks and callbacks.
 *
 * In:     a tree whose names are resolved and numbered.
 * Out:    the part of the flow that has an order in time.
 * Says:   what the statements say; then, once all are known, unknown-callback and unknown-id.
 * Cost:   linear in the statements.
 */
export const resolveCourse = (
  ast: Ast,
  reader: Reader & Pick<Flow, "participants">,
): Pick<Flow, "messages" | "fragments" | "callbacks" | "body"> => {
  const handles = newHandles(reader.say);
  const context: Context = {
    ...reader,
    messages: [],
    fragments: [],
    counts: new Map(),
    arrivals: new Map(),
    lastMessage: undefined,
    handles,
    resolveBody: (body, at) => resolveBody(body, at, context),
  };
  const drafts = context.resolveBody(ast.body, { scope: reader.names.tree.root, within: [] });

  const settlings: Settling[] = [];
  const finished: Fragment[] = [];
  /** In written order, so that the first of two is the one above. */
  const finish = (body: readonly DraftStep[]): readonly Step[] => {
    const steps: Step[] = [];
    for (const draft of body) {
      const step = typeof draft === "function" ? draft() : draft;
      if (step === undefined) continue;
      steps.push(step);
      noteSettling(step);
      const fragment = step.kind === "fragment" ? context.fragments[step.fragment] : undefined;
      if (fragment) finished[fragment.index] = finishFragment(fragment, finish, context);
    }
    return steps;
  };
  const noteSettling = (step: Step): void => {
    const handles = step.kind === "fragment" ? context.fragments[step.fragment]?.handles : undefined;
    if (handles) settlings.push({ how: "on", names: [handles.callback], span: step.span });
    if (step.kind === "await" || step.kind === "cancel" || step.kind === "detach")
      settlings.push({ how: step.kind, names: step.names, span: step.span });
  };
  const body = finish(drafts);
  const messages = context.messages.map((draft) => finishMessage(draft, context));
  handles.sayUnknown();
  return { messages, fragments: finished, callbacks: gatherCallbacks(messages, settlings), body };
};

/** Its references to other messages, and the callbacks that exist. */
const finishMessage = ({ message, names }: MessageDraft, { handles }: Context): Message => {
  if (names === noNames) return message;
  const known = (all: readonly Name[]): readonly Name[] =>
    all.length === 0 ? all : all.filter(handles.isCallback);
  const first = (name: Name | undefined): number | undefined =>
    name && handles.messagesOf(name, message.within)[0];
  const of = first(names.of?.[0]);
  const compensates = first(names.compensates?.[0]);
  return {
    ...message,
    resolves: known(message.resolves),
    rejects: known(message.rejects),
    carries: known(message.carries),
    streams: known(message.streams),
    ...(of !== undefined && { of }),
    ...(compensates !== undefined && { compensates }),
  };
};
