import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import ajvDraft04 from "ajv-draft-04";
import { beforeAll, describe, expect, test } from "vitest";
import { sarif } from "../../src/report/sarif.ts";
import { hardFiles, reportOf } from "./report-of.ts";

/** The part of a log that the tests look into. */
interface Log {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly version?: string; readonly rules: readonly { readonly id: string }[] };
      };
      readonly results: readonly Result[];
      readonly artifacts: readonly { readonly location: Location }[];
    },
  ];
}
interface Location {
  readonly uri: string;
  readonly uriBaseId?: string;
  readonly index?: number;
}
interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}
interface Physical {
  readonly physicalLocation: { readonly artifactLocation: Location; readonly region: Region };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly [Physical];
  readonly relatedLocations?: readonly Physical[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly suppressions?: readonly object[];
  readonly codeFlows?: readonly {
    readonly threadFlows: readonly {
      readonly id: string;
      readonly locations: readonly {
        readonly executionOrder: number;
        readonly importance: string;
        readonly location: Physical & { readonly message: { readonly text: string } };
      }[];
    }[];
  }[];
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly replacements: readonly { readonly deletedRegion: Region }[];
    }[];
  }[];
}

const report = reportOf(hardFiles);
const log: Log = JSON.parse(sarif(report));
const [run] = log.runs;

/** The text that a region covers, by lines and UTF-16 columns. */
const textAt = (file: string, { startLine, startColumn, endLine, endColumn }: Region): string => {
  const text = hardFiles[file] ?? "";
  const starts = [0, ...Array.from(text.matchAll(/\r\n|\n|\r/g), ({ index, 0: end }) => index + end.length)];
  const at = (line: number, column: number) => (starts[line - 1] ?? Number.NaN) + column - 1;
  return text.slice(at(startLine, startColumn), at(endLine, endColumn));
};

describe("the log", () => {
  let isValid: (value: unknown) => readonly unknown[];
  beforeAll(() => {
    const path = createRequire(import.meta.url).resolve(
      "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json",
    );
    const Ajv = ajvDraft04.default;
    const anything = { type: "string", validate: () => true } as const;
    const ajv = new Ajv({
      allErrors: true,
      strict: false,
      unicodeRegExp: false,
      formats: {
        "date-time": anything,
        uri: URL.canParse,
        "uri-reference": (uri: string) => URL.canParse(uri, "x:/y/"),
      },
    });
    const validate = ajv.compile(JSON.parse(readFileSync(path, "utf8")));
    isValid = (value) => (validate(value) ? [] : (validate.errors ?? []));
  });

  test("is as the published schema of SARIF 2.1.0 wants it", () => {
    expect(isValid(log)).toEqual([]);
    expect(isValid(JSON.parse(sarif({ files: [], diagnostics: [], sources: {} })))).toEqual([]);
    expect(isValid({ ...log, runs: [{ ...run, results: [{ ruleId: "x" }] }] })).not.toEqual([]);
  });

  test("describes the rules behind its results, in one order", () => {
    const ids = run.tool.driver.rules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(run.results.map(({ ruleId }) => ruleId))].toSorted());
    expect(run.results.every(({ ruleId, ruleIndex }) => ids[ruleIndex] === ruleId)).toBe(true);
    expect(run.tool.driver).toMatchObject({ name: "Slant", version: "1.2.3" });
    expect(run.tool.driver.rules.find(({ id }) => id === "unawaited-callback")).toMatchObject({
      defaultConfiguration: { level: "error" },
      help: { markdown: expect.stringContaining("````slant\n") },
      properties: { precision: "high" },
    });
  });

  test("lists every file once, as a relative URI where it can", () => {
    expect(run.artifacts.map(({ location }) => location)).toEqual([
      { uri: "a.slant", uriBaseId: "%SRCROOT%" },
      { uri: "docs/%C3%BC%20%26%20%3Cb%3E%2C%20100%25.slant", uriBaseId: "%SRCROOT%" },
      { uri: "clean.slant", uriBaseId: "%SRCROOT%" },
      { uri: "broken.slant", uriBaseId: "%SRCROOT%" },
      { uri: "excused.slant", uriBaseId: "%SRCROOT%" },
      { uri: "unused.slant", uriBaseId: "%SRCROOT%" },
      { uri: "file:///absolute%20path/x.slant" },
      { uri: "race.slant", uriBaseId: "%SRCROOT%" },
    ]);
    const named = run.results.map(({ locations }) => locations[0].physicalLocation.artifactLocation);
    expect(named.every(({ uri, index = -1 }) => run.artifacts[index]?.location.uri === uri)).toBe(true);
  });
});

describe("a result", () => {
  const results = (code: string) => run.results.filter(({ ruleId }) => ruleId === code);

  test("points at the author's words, counted in UTF-16 units, and at the other place", () => {
    const file = "docs/ü & <b>, 100%.slant";
    const [found] = results("unawaited-callback").filter(({ locations }) =>
      locations[0].physicalLocation.artifactLocation.uri.startsWith("docs/"),
    );
    expect(found && textAt(file, found.locations[0].physicalLocation.region)).toBe("sent");
    expect(found?.locations[0].physicalLocation.region.startLine).toBe(1);
    const [other] = found?.relatedLocations ?? [];
    expect(other && textAt(file, other.physicalLocation.region)).toMatch(/resolves: sent/);
  });

  test("carries its fix", () => {
    const [fix] = results("unused-suppression")[0]?.fixes ?? [];
    const region = fix?.artifactChanges[0]?.replacements[0]?.deletedRegion;
    expect(region && textAt("unused.slant", region)).toBe("# slant-ignore unawaited-callback: long gone\n");
  });

  test("that the text excuses says so, with its reason", () => {
    const excused = run.results.filter(({ suppressions }) => suppressions !== undefined);
    expect(excused.map(({ ruleId, suppressions }) => [ruleId, suppressions])).toEqual([
      ["unawaited-callback", [{ kind: "inSource", justification: '"known" & <accepted>' }]],
    ]);
  });

  test("has a fingerprint", () => {
    for (const { partialFingerprints } of run.results)
      expect(partialFingerprints).toMatchObject({
        primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{16}:1$/),
        "slant/v1": expect.stringMatching(/^[0-9a-f]{16}$/),
      });
  });

  test("is an error, a warning or a note", () => {
    expect(new Set(run.results.map(({ level }) => level))).toEqual(new Set(["error", "warning"]));
    const info = {
      ...report,
      diagnostics: report.diagnostics.map((each) => ({ ...each, severity: "info" as const })),
    };
    const levels = (JSON.parse(sarif(info)) as Log).runs[0].results.map(({ level }) => level);
    expect(levels).toContain("note");
  });

  test("shows a schedule as a code flow, a thread for each lifeline, in one order over all of them", () => {
    const flows = run.results.flatMap(({ codeFlows = [] }) => codeFlows);
    expect(flows).toHaveLength(1);
    const threads = flows[0]?.threadFlows ?? [];
    expect(threads.map(({ id }) => id)).toEqual(["b", "c", "a"]);
    const steps = threads.flatMap(({ locations }) => locations);
    const inOrder = steps.toSorted((a, b) => a.executionOrder - b.executionOrder);
    expect(inOrder.map(({ executionOrder }) => executionOrder)).toEqual([1, 2, 3, 4]);
    expect(inOrder.map(({ importance }) => importance)).toEqual([
      "important",
      "essential",
      "important",
      "essential",
    ]);
    expect(
      inOrder.map(({ location }) => [
        location.message.text.split("`")[1],
        textAt("race.slant", location.physicalLocation.region).slice(0, 6),
      ]),
    ).toEqual([
      ["second", "b ~> c"],
      ["second", "b ~> c"],
      ["first, 1 < 2", "a ~> c"],
      ["first, 1 < 2", "a ~> c"],
    ]);
  });
});
