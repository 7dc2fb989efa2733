import { expect, test } from "vitest";
import { gitlab } from "../../src/report/gitlab.ts";
import { hardFiles, reportOf } from "./report-of.ts";

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

const asked = "api ~> jobs: send { callback: sent }\njobs ~> api: done { resolves: sent }\n";
const issues: readonly Issue[] = JSON.parse(gitlab(reportOf(hardFiles)));

test("an issue has every field that GitLab asks for", () => {
  expect(issues).toHaveLength(reportOf(hardFiles).diagnostics.length);
  expect(issues[0]).toEqual({
    description: "Nothing at `api` awaits or handles the callback `sent`.",
    check_name: "unawaited-callback",
    fingerprint: expect.stringMatching(/^a\.slant:[0-9a-f]{16}$/),
    severity: "major",
    location: { path: "a.slant", lines: { begin: 1, end: 1 } },
  });
});

test("no two have the same fingerprint, also of equal findings in equal files", () => {
  const files = Object.fromEntries(
    ["a.slant", "b.slant"].map((name) => [name, `${asked}await paid\nawait paid\n`]),
  );
  for (const list of [issues, JSON.parse(gitlab(reportOf(files))) as readonly Issue[]]) {
    expect(list.length).toBeGreaterThan(2);
    expect(new Set(list.map(({ fingerprint }) => fingerprint)).size).toBe(list.length);
  }
  const report = reportOf({ "a.slant": `${asked}` });
  const twice = { ...report, diagnostics: [...report.diagnostics, ...report.diagnostics] };
  const prints = (JSON.parse(gitlab(twice)) as readonly Issue[]).map(({ fingerprint }) => fingerprint);
  expect(new Set(prints).size).toBe(2);
});

test("paths are as the repository has them", () => {
  const [issue]: readonly Issue[] = JSON.parse(gitlab(reportOf({ "./docs/a.slant": asked })));
  expect(issue?.location.path).toBe("docs/a.slant");
});

test("no findings are an empty list", () => {
  expect(gitlab(reportOf({ "a.slant": "a ~> b: fine\n" }))).toBe("[]\n");
});
