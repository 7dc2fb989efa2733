import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** A fenced block of a page. */
export interface Fence {
  readonly language: string;
  readonly text: string;
}

const fence = /^```([\w-]+)\n([\s\S]*?)^```$/gm;

export const fencesWithPlaces = (page: string): readonly (Fence & { readonly end: number })[] =>
  Array.from(page.matchAll(fence), ({ 0: whole, 1: language = "", 2: text = "", index }) => ({
    language,
    text,
    end: index + whole.length + 1,
  }));

export const fencesOf = (page: string, language: string): readonly string[] =>
  fencesWithPlaces(page).flatMap((each) => (each.language === language ? each.text : []));

/** What programs on the pages use besides Slant. */
const packages = [
  "unified",
  "remark-parse",
  "remark-rehype",
  "rehype-stringify",
  "markdown-it",
  "@mdx-js/mdx",
];

/** A folder like a user's: the fixtures and the README of a clone, and `slant` as an installed package. */
export const openFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "slant-docs-"));
  cpSync("fixtures", join(folder, "fixtures"), { recursive: true });
  cpSync("README.md", join(folder, "README.md"));
  mkdirSync(join(folder, "node_modules"));
  symlinkSync(resolve("."), join(folder, "node_modules/slant"));
  mkdirSync(join(folder, "node_modules/@mdx-js"));
  for (const name of packages) symlinkSync(resolve("node_modules", name), join(folder, "node_modules", name));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  return folder;
};

/** What a terminal shows after a command line that starts with `slant` or `npx slant`. */
export const shell = (
  line: string,
  folder: string,
): { readonly code: number | null; readonly shown: string } => {
  const command = line.replaceAll(
    /(?:\bnpx )?(?<![\w./-])slant (?=\S)/g,
    `node '${resolve("dist/bin/slant.js")}' `,
  );
  const { status, stdout } = spawnSync("bash", ["-o", "pipefail", "-c", `{ ${command}\n} 2>&1`], {
    cwd: folder,
    encoding: "utf8",
  });
  return { code: status, shown: stdout };
};

/** The page with what each `$` line of its console blocks really prints; a line of `…` stands for the rest. */
export const refreshed = (page: string, folder: string): string =>
  page.replace(fence, (whole, language: string, text: string) => {
    if (language !== "console") return whole;
    const sessions = text.split(/^(?=\$ )/m).map((session) => {
      const [line = "", ...old] = session.split("\n");
      const lines = shell(line.slice("$ ".length), folder).shown.split("\n").slice(0, -1);
      const cut = old.indexOf("…");
      return `${[line, ...(cut === -1 ? lines : [...lines.slice(0, cut), "…"])].join("\n")}\n`;
    });
    return `\`\`\`console\n${sessions.join("")}\`\`\``;
  });
