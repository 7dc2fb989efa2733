import type { Severity } from "../../source/diagnostic.ts";
import { type Limits, orRaise } from "../../source/limits.ts";
import { nearest } from "../../source/nearest.ts";
import type { Span } from "../../source/span.ts";
import type {
  Ast,
  Entry,
  Hole,
  KeyPath,
  ListValue,
  MapNode,
  Statement,
  SubstitutionValue,
  TextValue,
  Value,
} from "../../syntax/ast.ts";
import { writtenPath } from "../names/name-node.ts";
import { didYouMean, replaceBy, type Say } from "../report.ts";
import { isVars, namesBeside, type Scope, scopeOf, type Variable, variableAt } from "./variables.ts";

/**
 * Puts the values of variables where the text names them: `${host}`, `${a.b}`, `...${list}`.
 *
 * In:     a tree, imports aside.
 * Out:    the tree without substitutions and without `vars`; what a substitution brings stands at the place of the
 *         substitution, statements as copies, so that no two are one object. What holds none is the same object as before.
 * Says:   unknown-variable, circular-variable, expanded-too-far; wrong-value where a list or a map stands in a text.
 * Cost:   linear in the tree and what is put into it.
 */
export const substitute = (ast: Ast, limits: Limits, say: Say): Substituted => {
  const substitution = newSubstitution(ast, limits, say);
  const body = substitution.body(ast.body, { scope: undefined, trail: [], level: 0 });
  return { ast: body === ast.body ? ast : { ...ast, body }, variables: substitution.variables() };
};

/** A tree without substitutions, and what became of its variables. */
export interface Substituted {
  readonly ast: Ast;
  readonly variables: readonly VariableUse[];
}

/** What became of a variable. */
export interface VariableUse {
  readonly name: string;
  readonly span: Span;
  readonly isUsed: boolean;
  /** Another file than its own names it. */
  readonly isLent: boolean;
}

/** The variables that are being looked up, so that one that needs itself is found. */
interface Place {
  readonly scope: Scope | undefined;
  readonly trail: readonly Variable[];
  /** Maps, lists and variables around it. */
  readonly level: number;
}

const newSubstitution = (ast: Ast, limits: Limits, say: Say) => {
  let statements = 0;
  let characters = 0;

  /** The limit that what variables bring has passed. */
  const passed = (): "statements" | "sourceBytes" | undefined => {
    if (statements > limits.statements) return "statements";
    return characters > limits.sourceBytes ? "sourceBytes" : undefined;
  };

  /** Whether there is still room for what a variable brings; the first that finds none is reported. */
  const hasRoom = (
    more: { readonly statements?: number; readonly characters?: number },
    span: Span,
  ): boolean => {
    const before = passed();
    statements += more.statements ?? 0;
    characters += more.characters ?? 0;
    const after = passed();
    if (!before && after)
      say("expanded-too-far", "What the variables bring is too much to read.", span, {
        help: `name them less often${orRaise(after, limits)}`,
      });
    return !after;
  };

  const used = new Set<Variable>();
  const lent = new Set<Variable>();
  const scopes = new Set<Scope>();

  const isIn = (uses: ReadonlySet<Variable>, variable: Variable): boolean =>
    uses.has(variable) || [...variable.fields.values()].some((field) => isIn(uses, field));

  const variables = (): Substituted["variables"] =>
    [...scopes].flatMap(({ names }) =>
      [...names].map(
        ([name, variable]): VariableUse => ({
          name,
          span: variable.span,
          isUsed: isIn(used, variable),
          isLent: isIn(lent, variable),
        }),
      ),
    );

  const findVariable = (
    path: KeyPath,
    span: Span,
    { scope, trail, level }: Place,
    severity: Severity = "error",
  ): Variable | undefined => {
    const found = variableAt(path, scope);
    if (found) used.add(found);
    if (found && found.span.file !== span.file) lent.add(found);
    const name = writtenPath(path);
    if (!found) {
      const near = nearest(name, namesBeside(path, scope));
      const shown = near && `\${${near}}`;
      say("unknown-variable", `No variable is called \`${name}\`.${didYouMean(shown)}`, span, {
        ...replaceBy(span, shown),
        severity,
      });
      return undefined;
    }
    if (trail.includes(found)) say("circular-variable", `\`${name}\` needs itself to be known.`, span);
    else if (level <= limits.nesting) return found;
    else
      say("expanded-too-far", "What the variables bring is nested too deep.", span, {
        help: `put less of them inside one another${orRaise("nesting", limits)}`,
      });
    return undefined;
  };

  /** Where the text of a variable is read: in its own scope, on the way that led to it. */
  const inside = (variable: Variable, { trail, level }: Place): Place => ({
    scope: variable.scope,
    trail: [...trail, variable],
    level: level + 1,
  });

  const body = (all: readonly Statement[], outer: Place): readonly Statement[] => {
    const scope = scopeOf(all, outer.scope);
    if (scope && scope !== outer.scope) scopes.add(scope);
    const place = scope === outer.scope ? outer : { ...outer, scope };
    return mapped(all, (statement) => {
      if (isVars(statement)) return sayVars(statement);
      if (statement.kind === "spread" && statement.of.kind === "substitution")
        return spreadBody(statement.of, place);
      const changed = statementWith(statement, place);
      return changed === statement ? undefined : [changed];
    });
  };

  const sayVars = ({ map, value, path }: Entry): readonly Statement[] => {
    if (!map)
      say("missing-value", "`vars` needs a map: `vars: { host: example.org }`.", value?.span ?? path.span);
    return [];
  };

  const spreadBody = ({ path, span }: SubstitutionValue, place: Place): readonly Statement[] => {
    const found = findVariable(path, span, place);
    if (!found) return [];
    if (!found.map)
      say("wrong-value", `\`...\` takes a map here, and \`${writtenPath(path)}\` is none.`, span);
    else if (hasRoom({ statements: found.map.body.length }, span))
      return structuredClone(body(found.map.body, inside(found, place)));
    return [];
  };

  const statementWith = (statement: Statement, place: Place): Statement => {
    if (statement.kind === "spread") return statement;
    const { value, map } = statement;
    if (!value && !map) return statement;
    const { value: newValue, map: lent } = value ? valueWith(value, place) : nothing;
    const newMap = map && mapWith(map, place);
    if (newValue === value && newMap === map && !lent) return statement;
    const { value: _value, map: _map, ...rest } = statement;
    const whole = newMap && lent ? { ...newMap, body: [...lent.body, ...newMap.body] } : (newMap ?? lent);
    return { ...rest, ...(newValue && { value: newValue }), ...(whole && { map: whole }) };
  };

  const mapWith = (map: MapNode, place: Place): MapNode => {
    const inner = body(map.body, { ...place, level: place.level + 1 });
    return inner === map.body ? map : { ...map, body: inner };
  };

  const valueWith = (value: Value, place: Place): Brought => {
    if (value.kind === "text") return { value: textWith(value, place) };
    if (value.kind === "list") return { value: listWith(value, place) };
    if (value.kind === "import") return { value };
    const found = findVariable(value.path, value.span, place);
    if (!found || !hasRoom({ statements: 1 + (found.map?.body.length ?? 0) }, value.span)) return nothing;
    const inner = found.value ? valueWith(found.value, inside(found, place)) : nothing;
    const map = found.map ? structuredClone(mapWith(found.map, inside(found, place))) : inner.map;
    return { ...(inner.value && { value: { ...inner.value, span: value.span } }), ...(map && { map }) };
  };

  const textWith = (value: TextValue, place: Place): TextValue => {
    if (value.parts.every((part) => typeof part === "string")) return value;
    // A block of D2 may show code of any language, with holes of its own.
    const severity = ast.mode === "d2" && value.quoting === "block" ? "warning" : "error";
    const text = value.parts
      .map((part) => (typeof part === "string" ? part : holeText(part, place, severity)))
      .join("");
    return { ...value, text, parts: [text] };
  };

  const holeText = ({ path, span }: Hole, place: Place, severity: Severity): string => {
    const found = findVariable(path, span, place, severity);
    if (!found) return `\${${writtenPath(path)}}`;
    const { value } = found.value ? valueWith(found.value, inside(found, place)) : nothing;
    if (value?.kind === "text") return hasRoom({ characters: value.text.length }, span) ? value.text : "";
    if (value || found.map)
      say(
        "wrong-value",
        `\`${writtenPath(path)}\` is ${value ? "no text" : "a map"}, so it cannot stand in a text.`,
        span,
      );
    return "";
  };

  const listWith = (list: ListValue, around: Place): ListValue => {
    const place = { ...around, level: around.level + 1 };
    const items: Value[] = [];
    let isChanged = false;
    for (let at = 0; at <= list.items.length; at++) {
      for (const { before, of } of list.spreads) {
        if (before !== at || of.kind === "import") continue;
        isChanged = true;
        items.push(...spreadItems(of, place));
      }
      const item = list.items[at];
      if (!item) continue;
      const { value } = valueWith(item, place);
      if (value !== item) isChanged = true;
      if (value) items.push(value);
    }
    const spreads = list.spreads.filter(({ of }) => of.kind === "import");
    return isChanged ? { ...list, items, spreads } : list;
  };

  const spreadItems = (of: SubstitutionValue, place: Place): readonly Value[] => {
    const { value } = valueWith(of, place);
    if (value?.kind === "list")
      return hasRoom({ statements: value.items.length }, of.span) ? value.items : [];
    if (value)
      say("wrong-value", `\`...\` takes a list here, and \`${writtenPath(of.path)}\` is none.`, of.span);
    return [];
  };

  return { body, variables };
};

/** What a value becomes: another one, and the map that a variable brings along. */
interface Brought {
  readonly value?: Value;
  readonly map?: MapNode;
}

const nothing: Brought = {};

/** Replaces each item by those that `change` gives, or keeps it; the same array when all are kept. */
const mapped = <T>(items: readonly T[], change: (item: T) => readonly T[] | undefined): readonly T[] => {
  let made: T[] | undefined;
  items.forEach((item, at) => {
    const changed = change(item);
    if (changed && !made) made = items.slice(0, at);
    if (made) made.push(...(changed ?? [item]));
  });
  return made ?? items;
};
