import { judge } from "../../src/check/check.ts";
import { fingerprinted } from "../../src/check/fingerprints.ts";
import { compile } from "../../src/compile.ts";
import { explanations } from "../../src/explanations.ts";
import { locate } from "../../src/report/locate.ts";
import type { Report } from "../../src/report/report.ts";

/** What is reported of some texts, by file. */
export const reportOf = (files: Readonly<Record<string, string>>): Report => {
  const verdicts = Object.entries(files).map(([name, text]) => {
    const compiled = compile({ name, text });
    const { diagnostics, suppressed } = judge(compiled, { extends: "all" });
    const excused = suppressed.map(({ diagnostic, reason }) => ({
      diagnostic: locate(fingerprinted([diagnostic], compiled), files)[0] as never,
      where: "source" as const,
      reason,
    }));
    return { found: fingerprinted(diagnostics, compiled), excused };
  });
  return {
    files: Object.keys(files),
    diagnostics: locate(
      verdicts.flatMap(({ found }) => found),
      files,
    ),
    sources: files,
    suppressed: verdicts.flatMap(({ excused }) => excused),
    tool: { version: "1.2.3", explanations },
  };
};

const asked = "api ~> jobs: send { callback: sent }\njobs ~> api: done { resolves: sent }\n";

/** Texts with findings of every severity, notes with places, a fix, a suppression, and names that formats have to escape. */
export const hardFiles: Readonly<Record<string, string>> = {
  "a.slant": asked,
  "docs/ü & <b>, 100%.slant": `"𝒜:p,i%" ~> jobs: send { callback: sent }\r\njobs ~> "𝒜:p,i%": "]]> & <x>" { resolves: sent }\r\n`,
  "./clean.slant": "a ~> b: fine\n",
  "broken.slant": "a -> b {\nawait paid\n\u0001\n",
  "excused.slant": `# slant-ignore-file unawaited-callback: "known" & <accepted>\n${asked}`,
  "unused.slant": "a ~> b: fine\n# slant-ignore unawaited-callback: long gone\nb ~> a: fine\n",
  "/absolute path/x.slant": asked,
  "race.slant": 'c: "<C> & co"\na ~> c: "first, 1 < 2"\nb ~> c: second\n',
};
