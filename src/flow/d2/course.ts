import { cover, type Span } from "../../source/span.ts";
import type { Key } from "../../syntax/ast.ts";
import type { DraftStep } from "../context.ts";
import type { Flow, Message, OperandRef, Step } from "../flow.ts";
import type { Actor, Cast, Meaning } from "./cast.ts";
import type { Facts, Link, Mention } from "./facts.ts";
import type { Readings } from "./readings.ts";
import type { Place, Said, Site } from "./site.ts";
import { fold } from "./words.ts";

/** The part of the flow that has an order in time, and the groups in which nothing happens. */
export type Course = Pick<Flow, "messages" | "fragments" | "executions" | "body"> & {
  readonly emptyGroups: readonly Site[];
};

type Standing = Extract<Meaning, { kind: "actor" }>;

/** A group while it is being made. */
interface GroupDraft {
  readonly site: Site;
  readonly within: readonly OperandRef[];
  readonly body: DraftStep[];
  span: Span;
}

/** What is said of something that several statements speak of. */
interface Draft {
  readonly actor: Actor;
  readonly path: readonly Key[];
  readonly said: Said[];
  readonly span: Span;
}

/**
 * Puts messages and notes into the order in which they are written, and groups around them.
 *
 * In:     what is written, by its clocks; who is who.
 * Out:    the course. A group is a fragment each time that its braces are written; next to one another they are one. Every
 *         mention of a note is a note of its own, but for one that only says how it looks.
 * Says:   what the attributes say.
 * Cost:   linear in the facts.
 */
export const courseOf = ({ mentions, links }: Facts, cast: Cast, read: Readings): Course => {
  const messages: Message[] = [];
  const groups: GroupDraft[] = [];
  const executions = new Map<string, Draft>();
  const notes = new Map<string, Draft>();
  const ofGroups = new Map<Site, Said[]>();
  const body: DraftStep[] = [];
  const open: { readonly place: Place; readonly index: number; readonly body: DraftStep[] }[] = [];

  /** The body that a step belongs to: groups that it stands in are opened, the others closed. */
  const bodyIn = (around: readonly Place[]): DraftStep[] => {
    let shared = 0;
    while (shared < open.length && open[shared]?.place.site === around[shared]?.site) shared++;
    open.length = shared;
    for (const place of around.slice(shared)) {
      const parent = open.at(-1)?.body ?? body;
      const index = lastGroup(parent, place.site) ?? addGroup(place, parent);
      const group = groups[index];
      if (!group) break;
      open.push({ place, index, body: group.body });
    }
    for (const { place, index } of open) widen(groups[index], place);
    return open.at(-1)?.body ?? body;
  };

  /** The group that stands just before, if its braces are written again. */
  const lastGroup = (parent: readonly DraftStep[], site: Site): number | undefined => {
    const last = parent.at(-1);
    const index = typeof last === "object" && last.kind === "fragment" ? last.fragment : undefined;
    return index !== undefined && groups[index]?.site === site ? index : undefined;
  };

  const addGroup = (place: Place, parent: DraftStep[]): number => {
    const index = groups.length;
    const span = place.entry?.span ?? place.site.key.span;
    groups.push({ site: place.site, within: within(), body: [], span });
    parent.push({ kind: "fragment", fragment: index, span });
    return index;
  };

  const within = (): readonly OperandRef[] => open.map(({ index }) => ({ fragment: index, operand: 0 }));

  const addLink = (link: Link): void => {
    const [left, right] = [cast.meaningOf(link.left), cast.meaningOf(link.right)];
    if (left?.kind !== "actor" || right?.kind !== "actor") return;
    const steps = bodyIn(groupsOf(link, left, right, cast));
    const [from, to] = link.arrow.leftwards ? [right, left] : [left, right];
    const index = messages.length;
    messages.push(read.message(link, index, from, to, within()));
    steps.push({ kind: "message", messages: [index], span: link.span });
  };

  const addMention = (mention: Mention): void => {
    const { place, how } = mention;
    if (how === "end") return;
    const meaning = cast.meaningOf(place);
    if (meaning?.kind === "group") {
      const said = ofGroups.get(meaning.site) ?? [];
      if (mention.said) said.push(mention.said);
      ofGroups.set(meaning.site, said);
    }
    if (meaning?.kind !== "actor" || meaning.path.length === 0 || read.isTable(meaning.actor)) return;
    const { actor, path } = meaning;
    const [all, isExecution] = cast.isExecution(actor, path) ? [executions, true] : [notes, false];
    const name = [actor.index, ...path.map(fold)].join("\u0000");
    const known = all.get(name);
    const draft = known ?? { actor, path, said: [], span: mention.span };
    all.set(name, draft);
    if (mention.said && (isExecution || how === "attribute")) draft.said.push(mention.said);
    const isLook = how === "attribute" || (shown.has(draft) && mention.hasMap && !mention.said);
    if (isExecution || isLook) return;
    shown.add(draft);
    addNote(draft, meaning, mention);
  };

  const addNote = (draft: Draft, { groups: around }: Standing, { said, span }: Mention): void => {
    // A mention without a label has that of the one before.
    const label = said ?? labels.get(draft);
    if (label) labels.set(draft, label);
    bodyIn(around).push(() =>
      read.note(draft.actor, draft.path, label ? [label, ...draft.said] : draft.said, span),
    );
  };
  const labels = new Map<Draft, Said>();
  /** Notes that a statement has put into the picture. */
  const shown = new Set<Draft>();

  const events = [
    ...links.map((link) => ({ clock: link.clock, add: () => addLink(link) })),
    ...mentions.map((mention) => ({ clock: mention.clock, add: () => addMention(mention) })),
  ].sort((one, other) => one.clock - other.clock);
  for (const { add } of events) add();

  const finish = (steps: readonly DraftStep[]): readonly Step[] =>
    steps.flatMap((step) => (typeof step === "function" ? (step() ?? []) : step));
  const used = new Set(groups.map(({ site }) => site));
  return {
    messages,
    body: finish(body),
    fragments: groups.map(({ site, within: around, span, body: steps }, index) =>
      read.group({ site, index, said: ofGroups.get(site) ?? [], within: around, span, body: finish(steps) }),
    ),
    executions: [...executions.values()]
      .filter(({ said }) => said.length > 0)
      .map(({ actor, path, said, span }) => read.execution(actor, path, said, span)),
    emptyGroups: [...ofGroups.keys()].filter((site) => !used.has(site)),
  };
};

/** `g.a -> g.b` stands in `g`, wherever it is written. */
const groupsOf = ({ scope }: Link, left: Standing, right: Standing, cast: Cast): readonly Place[] => {
  const around = cast.meaningOf(scope)?.groups ?? [];
  const isShared =
    left.groups.length > around.length &&
    left.groups.every((place, at) => place.site === right.groups[at]?.site);
  return isShared ? left.groups : around;
};

const widen = (group: GroupDraft | undefined, { entry }: Place): void => {
  if (group && entry && entry.span.file === group.span.file) group.span = cover(group.span, entry.span);
};
