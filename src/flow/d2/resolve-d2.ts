import { defaultLimits, type Limits } from "../../source/limits.ts";
import type { Ast, Key, Statement } from "../../syntax/ast.ts";
import { bringImports } from "../expand/imports.ts";
import { substitute } from "../expand/substitute.ts";
import type { Flow } from "../flow.ts";
import type { ImportSource } from "../load.ts";
import { newTree } from "../names/name-node.ts";
import type { Names } from "../names/names.ts";
import type { Say } from "../report.ts";
import { unusedIn } from "../unused.ts";
import { type Actor, type Cast, castOf } from "./cast.ts";
import { isSetting, sayConfig } from "./config.ts";
import { courseOf } from "./course.ts";
import type { Facts } from "./facts.ts";
import { type FieldDraft, makeField, tableShapes } from "./fields.ts";
import { diagramsIn, newShapeOf } from "./find-diagram.ts";
import { gather } from "./gather.ts";
import { lowerWords } from "./lower-words.ts";
import { sayNotDrawn } from "./not-drawn.ts";
import { operate } from "./operate.ts";
import { newReadings } from "./readings.ts";
import { settle } from "./settle.ts";
import { type Said, type Site, writtenSite } from "./site.ts";
import { asidesOf, titleOf } from "./title.ts";
import { fold } from "./words.ts";

/**
 * Finds out what a D2 text means as a sequence: reuse ──▶ facts ──▶ diagram ──▶ cast ──▶ course.
 *
 * In:     any tree in D2 mode, and where its imports come from.
 * Out:    the flow of its first sequence diagram; an empty one where there is none.
 * Says:   what is wrong with imports and variables; no-sequence-diagram; all else as warnings: not-drawn, without-meaning,
 *         and what attributes say, since D2 compiles what this would refuse.
 * Cost:   linear in the tree and what it grows to.
 * Source: D2's compiler, as far as it makes sequence diagrams; LANGUAGE section 13 for what differs on purpose.
 */
export const resolveD2 = (ast: Ast, imports: ImportSource, report: Say): Flow => {
  const warn: Say = (code, message, span, more) =>
    report(code, message, span, { ...more, severity: "warning" });
  const { limits = defaultLimits } = imports;
  const { ast: written, imports: files } = bringImports(ast, imports, report);
  const brought = lowerWords(written);
  const { ast: whole, variables } = substitute(brought, limits, report);
  const found = findDiagram(whole.body, ast, limits, warn);
  if (!found) {
    report("no-sequence-diagram", noDiagram, { ...ast.span, end: ast.span.start }, { help: noDiagramHelp });
    return emptyFlow(ast);
  }
  sayConfig(brought.body, warn);
  const flow = flowOf(ast, found, warn);
  const named = new Set(
    [...flow.participants, ...flow.messages, ...flow.fragments].flatMap(({ classes }) => classes),
  );
  const classes = found.facts.classes
    .flatMap(({ map }) => map?.body ?? [])
    .filter((entry) => entry.kind === "entry" && named.has(entry.path.keys[0]?.text ?? ""))
    .map(({ span }) => span);
  const own = variables.filter(({ name }) => !isSetting(name));
  return { ...flow, unused: unusedIn(ast.file, { imports: files, variables: own }, flow, classes) };
};

const noDiagram = "Nothing in this file is a sequence diagram, and Slant draws no other of D2's diagrams.";
const noDiagramHelp = "write `shape: sequence_diagram` at the top of the file, or in the map of one object";

/** What is drawn of a text. */
interface Found {
  readonly facts: Facts;
  readonly diagrams: readonly Site[];
}

/** The diagrams of the text itself, else those of the first of its boards that has one. */
const findDiagram = (body: readonly Statement[], ast: Ast, limits: Limits, warn: Say): Found | undefined => {
  const root: Key = { text: "", quoting: "none", span: { ...ast.span, end: ast.span.start } };
  const said: Parameters<Say>[] = [];
  const gatherer = gather(body, root, limits, (...report) => said.push(report));
  const removals = operate(gatherer, limits, (...report) => said.push(report));
  const facts = settle(gatherer.facts, removals);
  const diagrams = diagramsIn(facts);
  if (diagrams.length > 0) {
    for (const report of said) warn(...report);
    return { facts, diagrams };
  }
  for (const { map } of facts.boards)
    for (const board of map?.body ?? [])
      if (board.kind === "entry" && board.map) {
        const inBoard = findDiagram(board.map.body, ast, limits, warn);
        if (inBoard) return inBoard;
      }
  return undefined;
};

const flowOf = (ast: Ast, { facts, diagrams }: Found, say: Say): Flow => {
  const [diagram] = diagrams;
  if (!diagram) return emptyFlow(ast);
  const shapeOf = newShapeOf(facts.classes);
  const isTable = (each: Pick<Site, "said">): boolean => tableShapes.has(shapeOf(each) ?? "");
  const asides = asidesOf(facts, diagram);
  const cast = castOf(facts, diagram, isTable, (site) => asides.has(site));
  sayNotDrawn(facts, diagrams, asides, say);

  const ofDiagram = handOut(facts, cast);
  const read = newReadings(noNames(ast), facts.classes, say, isTable);
  const fields = fieldsOf(facts, cast, isTable);
  const { emptyGroups, ...course } = courseOf(facts, cast, read);
  const participants = cast.actors.map((actor) =>
    read.participant(
      actor,
      (fields.get(actor) ?? []).map((field) => makeField(field, say)),
    ),
  );
  const title = titleOf(diagram, ofDiagram, asides, say);
  for (const site of emptyGroups)
    say(
      "not-drawn",
      `Nothing happens in the group \`${writtenSite(site)}\`, so it is not drawn.`,
      site.key.span,
    );
  return { ...emptyFlow(ast), ...(title && { title }), participants, ...course };
};

/** Gives the actors what is said of them. Out:  what is said of the diagram. */
const handOut = ({ mentions }: Facts, { meaningOf }: Cast): readonly Said[] => {
  const ofDiagram: Said[] = [];
  for (const { place, said } of mentions) {
    const meaning = said && meaningOf(place);
    if (meaning?.kind === "actor" && meaning.path.length === 0 && said) meaning.actor.said.push(said);
    if (meaning?.kind === "diagram" && said) ofDiagram.push(said);
  }
  return ofDiagram;
};

/** The rows of tables, in the order in which they are written. */
const fieldsOf = (
  { mentions }: Facts,
  { meaningOf }: Cast,
  isTable: (actor: Actor) => boolean,
): ReadonlyMap<Actor, readonly FieldDraft[]> => {
  const found = new Map<Actor, Map<string, FieldDraft>>();
  for (const { place, how, said } of mentions) {
    if (how === "end") continue;
    const meaning = meaningOf(place);
    const [key, ...more] = meaning?.kind === "actor" ? meaning.path : [];
    if (meaning?.kind !== "actor" || !key || more.length > 0 || !isTable(meaning.actor)) continue;
    const rows = found.get(meaning.actor) ?? new Map<string, FieldDraft>();
    found.set(meaning.actor, rows);
    const row = rows.get(fold(key)) ?? { key, said: [] };
    rows.set(fold(key), row);
    if (said) row.said.push(said);
  }
  return new Map([...found].map(([actor, rows]) => [actor, [...rows.values()]]));
};

const noNames = ({ span }: Ast): Names => ({
  tree: newTree(span),
  roles: new Map(),
  ends: new Map(),
  declarations: new Map(),
  guess: () => undefined,
  endKeys: new Set(),
});

const emptyFlow = ({ file, mode }: Ast): Flow => ({
  file,
  mode,
  lang: "en",
  config: {},
  participants: [],
  boundaries: [],
  messages: [],
  fragments: [],
  callbacks: [],
  executions: [],
  unused: [],
  autoOrder: false,
  body: [],
});
