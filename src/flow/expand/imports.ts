import type { Note } from "../../source/diagnostic.ts";
import { defaultLimits, orRaise } from "../../source/limits.ts";
import { nearest } from "../../source/nearest.ts";
import type { Span } from "../../source/span.ts";
import type { Ast, ImportValue, ListValue, MapNode, Statement, Value } from "../../syntax/ast.ts";
import type { ImportSource } from "../load.ts";
import { writtenPath } from "../names/name-node.ts";
import { didYouMean, replaceBy, type Say } from "../report.ts";
import { type Extent, extentOf } from "./extent.ts";
import { byFirstKey, type Found, keysBeside, statementsAt } from "./import-keys.ts";
import { folderOf, importPath, staysInside, tidyPath } from "./import-path.ts";
import { type Fault, faultOf } from "./load-faults.ts";
import { flatMapItems } from "./map-items.ts";
import { newNamespace } from "./namespace.ts";

/** How many imports may stand inside one another. */
const mostDepth = 32;

/**
 * Puts imported files where they are imported: `...@file`, `x: @file`, `@file.key`.
 *
 * In:     the tree as written, and where files come from.
 * Out:    the tree without imports. Statements stand where their import stands, in their order, with spans into their own
 *         file; statements that are imported twice are copies. The callbacks and ids of each import are kept apart: where
 *         another file uses the same name, they get the file's name in front. A tree without imports is the same object.
 * Says:   missing-import, circular-import, forbidden-import, unreadable-import, too-many-imports, unknown-import,
 *         expanded-too-far: at the import, with the imports that led there.
 * Cost:   linear in the tree and in what is imported; each file is read and expanded once.
 */
export const bringImports = (ast: Ast, source: ImportSource, say: Say): Imported => {
  const importer = newImporter(ast, source, say);
  const body = importer.expanded(ast, []);
  return { ast: body === ast.body ? ast : { ...ast, body }, imports: importer.imports() };
};

/** A tree without imports, and the imports of the file itself: each with all files that it brings. */
export interface Imported {
  readonly ast: Ast;
  readonly imports: readonly {
    readonly name: string;
    readonly span: Span;
    readonly files: ReadonlySet<string>;
  }[];
}

/** An import on the way to the file in hand. */
interface Via {
  readonly path: string;
  readonly at: ImportValue;
}

/** What an import brings, and how much that is. */
interface Part {
  readonly found: Found;
  readonly extent: Extent;
}

/** A file with all its imports in place. */
interface Whole {
  readonly body: readonly Statement[];
  readonly startingWith: (key: string) => readonly Statement[];
  /** What stands behind the keys of imports, so that a key that is imported often is looked up once. */
  readonly parts: Map<string, Part | undefined>;
  isUsed: boolean;
}

const newImporter = (main: Ast, { load, root: named, limits = defaultLimits }: ImportSource, say: Say) => {
  const root = named ?? folderOf(main.file);
  const files = new Map<string, Whole | Fault>();
  let statements = 0;
  const own: { readonly at: ImportValue; readonly path: string }[] = [];
  /** The files that a file imports itself. */
  const importedBy = new Map<string, Set<string>>();

  const imports = (): Imported["imports"] =>
    own.map(({ at, path }) => {
      const files = new Set([path]);
      for (const file of files) for (const inner of importedBy.get(file) ?? []) files.add(inner);
      return { name: at.path, span: at.span, files };
    });

  const expanded = (ast: Ast, trail: readonly Via[]): readonly Statement[] => {
    const space = newNamespace(ast.body);

    const body = (all: readonly Statement[], level: number): readonly Statement[] =>
      flatMapItems(all, (statement) => {
        if (statement.kind === "spread") {
          if (statement.of.kind !== "import") return undefined;
          return brought(statement.of, level)?.body ?? [];
        }
        const changed = inStatement(statement, level);
        return changed === statement ? undefined : [changed];
      });

    const inStatement = (statement: Exclude<Statement, { kind: "spread" }>, level: number): Statement => {
      const { value, map } = statement;
      const changedMap = map && inMap(map, level);
      if (value?.kind === "import") {
        const found = brought(value, level + 1);
        const { value: _value, map: _map, ...rest } = statement;
        const whole = found?.body ? lentMap(found.body, value, changedMap) : changedMap;
        return { ...rest, ...(found?.value && { value: found.value }), ...(whole && { map: whole }) };
      }
      const changedValue = value?.kind === "list" ? inList(value, level) : value;
      if (changedValue === value && changedMap === map) return statement;
      return {
        ...statement,
        ...(changedValue && { value: changedValue }),
        ...(changedMap && { map: changedMap }),
      };
    };

    const inMap = (map: MapNode, level: number): MapNode => {
      const inner = body(map.body, level + 1);
      return inner === map.body ? map : { ...map, body: inner };
    };

    const inList = (list: ListValue, level: number): ListValue => {
      const items: Value[] = [];
      const spreads: ListValue["spreads"][number][] = [];
      for (let at = 0; at <= list.items.length; at++) {
        for (const { before, of } of list.spreads) {
          if (before !== at) continue;
          if (of.kind === "import") items.push(...spreadItems(of, level));
          else spreads.push({ before: items.length, of });
        }
        const item = list.items[at];
        const found = item && inItem(item, level);
        if (found) items.push(found);
      }
      const isSame =
        spreads.length === list.spreads.length &&
        items.length === list.items.length &&
        items.every((item, at) => item === list.items[at]);
      return isSame ? list : { ...list, items, spreads };
    };

    const inItem = (item: Value, level: number): Value | undefined => {
      if (item.kind === "import") return brought(item, level)?.value;
      return item.kind === "list" ? inList(item, level) : item;
    };

    const spreadItems = (of: ImportValue, level: number): readonly Value[] => {
      const found = brought(of, level);
      if (found?.value?.kind === "list") return found.value.items;
      if (found)
        say("wrong-value", `\`...\` takes a list here, and \`${shown(of)}\` is none.`, of.span, via(trail));
      return [];
    };

    /** What an import brings; undefined where it went wrong and is reported. */
    const brought = (at: ImportValue, level: number): Found | undefined => {
      const path = importPath(ast.file, at.path, ast.mode === "d2" ? ".d2" : ".slant");
      const whole = wholeAt(path, at, trail);
      if (!whole) return undefined;
      if (trail.length === 0) own.push({ at, path });
      importedBy.set(ast.file, (importedBy.get(ast.file) ?? new Set()).add(path));
      const part = partOf(whole, at, trail);
      if (!part || !hasRoom(part.extent, at, level, trail)) return undefined;
      const { found } = part;
      if (!found.body) return found;
      const copy = whole.isUsed ? structuredClone(found.body) : found.body;
      whole.isUsed = true;
      // Nothing in D2 names a callback.
      return { ...found, body: ast.mode === "d2" ? copy : space.apart(copy, path) };
    };

    return body(ast.body, 0);
  };

  const wholeAt = (path: string, at: ImportValue, trail: readonly Via[]): Whole | undefined => {
    const fail = (code: Parameters<Say>[0], message: string, help?: string): undefined => {
      say(code, message, at.span, { ...via(trail), ...(help !== undefined && { help }) });
    };
    // Of a root that was named, the reader knows what cannot be told here.
    if (!(staysInside(root, path) ?? named !== undefined))
      return fail("forbidden-import", `\`${at.path}\` leaves the folder \`${root}\`.`, rootHelp);
    if (path === tidyPath(main.file) || trail.some((step) => step.path === path))
      return fail("circular-import", `\`${at.path}\` is being imported already: the imports go in a circle.`);
    const known = files.get(path);
    if (known) return "body" in known ? known : sayFault(known, path, at, trail);
    if (trail.length >= mostDepth)
      return fail(
        "too-many-imports",
        `\`${at.path}\` is the ${mostDepth + 1}th import inside one another; ${mostDepth} is the limit.`,
      );
    if (files.size + trail.length >= limits.importedFiles)
      return fail(
        "too-many-imports",
        `\`${at.path}\` is one file too many: a flow may import ${limits.importedFiles}.`,
        `put some of them together${orRaise("importedFiles", limits)}`,
      );
    const loaded = load?.(path);
    if (!loaded?.ok) {
      const fault = faultOf(loaded);
      files.set(path, fault);
      return sayFault(fault, path, at, trail);
    }
    const body = expanded(loaded.ast, [...trail, { path, at }]);
    const whole: Whole = { body, startingWith: byFirstKey(body), parts: new Map(), isUsed: false };
    files.set(path, whole);
    return whole;
  };

  const sayFault = (
    { code, reason, help }: Fault,
    path: string,
    at: ImportValue,
    trail: readonly Via[],
  ): undefined => {
    const message = `\`${at.path}\` cannot be imported: ${reason.replace("PATH", () => `\`${path}\``)}.`;
    say(code, message, at.span, { ...via(trail), ...(help !== undefined && { help }) });
  };

  const partOf = (whole: Whole, at: ImportValue, trail: readonly Via[]): Part | undefined => {
    const keys = at.keys?.keys ?? [];
    const name = keys.map(({ text }) => text).join("\u0000");
    if (!whole.parts.has(name)) {
      const found =
        keys.length === 0
          ? { body: whole.body }
          : statementsAt(whole.startingWith(keys[0]?.text ?? ""), keys);
      whole.parts.set(name, found && { found, extent: extentOf(found.body ?? []) });
    }
    const part = whole.parts.get(name);
    const last = keys.at(-1);
    if (!part && last) {
      const near = nearest(last.text, keysBeside(whole.body, keys));
      say(
        "unknown-import",
        `\`${at.path}\` says nothing of \`${at.keys ? writtenPath(at.keys) : ""}\`.${didYouMean(near)}`,
        at.keys?.span ?? at.span,
        { ...via(trail), ...replaceBy(last.span, near) },
      );
    }
    return part;
  };

  /** Whether what an import brings may still be read; the first that may not is reported. */
  const hasRoom = (extent: Extent, at: ImportValue, level: number, trail: readonly Via[]): boolean => {
    const before = statements <= limits.statements;
    statements += 1 + extent.statements;
    const isDeep = level + extent.levels > limits.nesting;
    if (isDeep || (before && statements > limits.statements))
      say("expanded-too-far", "What the imports bring is too much to read.", at.span, {
        ...via(trail),
        help: `import less${orRaise(isDeep ? "nesting" : "statements", limits)}`,
      });
    return !isDeep && statements <= limits.statements;
  };

  return { expanded, imports };
};

const rootHelp = "move the file into that folder, or name a folder that holds both as the root";

/** The chain of imports that led to a file, the nearest first. */
const via = (trail: readonly Via[]): { readonly notes?: readonly Note[] } =>
  trail.length === 0
    ? {}
    : {
        notes: trail
          .toReversed()
          .map(({ path, at }) => ({ message: `\`${path}\` is imported here`, span: at.span })),
      };

const shown = ({ path, keys }: ImportValue): string => (keys ? `@${path}.${writtenPath(keys)}` : `@${path}`);

/** The map of a statement whose value is an import: first what is imported, then what is written. */
const lentMap = (body: readonly Statement[], { span }: ImportValue, own: MapNode | undefined): MapNode =>
  own
    ? { ...own, body: [...body, ...own.body] }
    : { body, trailing: [], open: span, close: { ...span, start: span.end }, span };
