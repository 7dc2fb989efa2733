import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check } from "../../src/check/check.ts";
import { compile } from "../../src/compile.ts";
import type { Span } from "../../src/source/span.ts";
import type { Entry, Statement } from "../../src/syntax/ast.ts";
import { reportsIn } from "./describe-rule.ts";

const folder = "fixtures/gallery";
const files = readdirSync(folder).filter((name) => name.endsWith(".slant"));
const read = (name: string): string => readFileSync(`${folder}/${name}`, "utf8");

/** A statement that settles the arrival of callbacks. Handlers of a timeout or of late arrivals settle something else. */
interface Settling {
  readonly span: Span;
  readonly names: readonly string[];
}

const words = new Set(["await", "on", "cancel", "detach"]);

const namesIn = ({ value }: Entry): readonly string[] => {
  if (value?.kind === "list") return value.items.flatMap((item) => (item.kind === "text" ? [item.text] : []));
  const [name, arm] = value?.kind === "text" ? value.text.split(/\s+/) : [];
  return name === undefined || arm === "timeout" || arm === "late" ? [] : [name];
};

const settlingsIn = (body: readonly Statement[]): readonly Settling[] =>
  body.flatMap((statement) => {
    if (statement.kind !== "entry") return [];
    const [key, ...more] = statement.path.keys;
    const isWord = key !== undefined && more.length === 0 && key.quoting === "none" && words.has(key.text);
    // `on` without a body is an attribute of `wait`.
    const settles = isWord && (key.text !== "on" || statement.map !== undefined);
    const own = settles ? [{ span: statement.span, names: namesIn(statement) }] : [];
    return [...own.filter(({ names }) => names.length > 0), ...settlingsIn(statement.map?.body ?? [])];
  });

/** What must be reported when a statement is taken out: one finding for each callback, at its name in the asking message. */
const expected = (settlings: readonly Settling[], out: Settling): readonly string[] =>
  out.names.map((name) => {
    const others = settlings.filter((settling) => settling !== out && settling.names.includes(name));
    return `${others.length > 0 ? "callback-not-awaited-on-path" : "unawaited-callback"} ${name}`;
  });

describe.each(files)("%s", (name) => {
  const text = read(name);
  const compiled = compile({ name, text });
  const settlings = settlingsIn(compiled.ast.body);

  test.each(["recommended", "strict"] as const)("has no finding in the preset %s", (preset) => {
    expect(check(compiled, { extends: preset })).toEqual([]);
  });

  test("every callback is settled by a statement, or by the way in which it arrives", () => {
    const settled = new Set(settlings.flatMap(({ names }) => names));
    expect(
      compiled.flow.callbacks
        .filter((callback) => !settled.has(callback.name))
        .map((callback) => callback.name),
    ).toEqual([]);
  });

  if (settlings.length === 0) return;
  test.each(
    settlings.map(
      (settling) => [text.slice(settling.span.start, settling.span.end).split("\n")[0], settling] as const,
    ),
  )("without `%s` exactly that is reported", (_, settling) => {
    const without = text.slice(0, settling.span.start) + text.slice(settling.span.end);
    expect(reportsIn(without, {}).toSorted()).toEqual(expected(settlings, settling).toSorted());
    const asks = compile({ name, text: without }).flow.callbacks.flatMap(({ asked }) =>
      asked.map(({ span }) => span.start),
    );
    for (const { span } of check(compile({ name, text: without }))) expect(asks).toContain(span.start);
  });

  /** What a path without the arrival may do instead: give up, in so many words. */
  const givesUp = (callback: string): boolean =>
    new RegExp(`(cancel|detach): ${callback}\\b|on: ${callback} timeout`).test(text);
  const arrivals = compiled.flow.callbacks.flatMap((callback) =>
    callback.arrivals.map(({ message }) => [callback.name, compiled.flow.messages[message]?.span] as const),
  );
  if (arrivals.length === 0) return;
  test.each(arrivals)("without a message that brings `%s` only that is reported", (callback, span) => {
    const without = span === undefined ? text : text.slice(0, span.start) + text.slice(span.end);
    const reports = reportsIn(without, {}).filter((report) => !/^(unmatched|missing)-reply /.test(report));
    expect(reports.filter((report) => !report.endsWith(` ${callback}`))).toEqual([]);
    expect(reports.length).toBeGreaterThanOrEqual(givesUp(callback) ? 0 : 1);
    expect(reports.length).toBeLessThanOrEqual(1);
  });
});
