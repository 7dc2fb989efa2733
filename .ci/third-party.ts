import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "rolldown";

/** Fonts are bundled as tables and pieces made from these packages at an earlier time. */
const fontPackages = ["@expo-google-fonts/inter", "@expo-google-fonts/jetbrains-mono"];

/** Lists the packages whose code the bundle holds, with the texts of their licences, on a page at `path`. */
export const thirdParty = (path: string): Plugin => ({
  name: "third-party",
  writeBundle(_, bundle) {
    const modules = Object.values(bundle).flatMap((file) => (file.type === "chunk" ? file.moduleIds : []));
    const packages = new Set(modules.flatMap((id) => packageOf(id) ?? []));
    if (modules.some((id) => id.includes("/src/text/fonts/")))
      for (const name of fontPackages) packages.add(name);
    writeFileSync(path, page([...packages].sort()));
  },
});

const packageOf = (id: string): string | undefined =>
  /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];

interface Package {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly texts: readonly string[];
}

const page = (names: readonly string[]): string => {
  const packages = names.map(read);
  const texts = [...new Set(packages.flatMap(({ texts }) => texts))];
  const rows = packages.map(({ name, version, licence, texts: own }) => {
    const links = own.map((text) => `[text ${texts.indexOf(text) + 1}](#text-${texts.indexOf(text) + 1})`);
    return `| ${name} | ${version} | ${licence} | ${links.join(", ")} |`;
  });
  return `# Third-party software

Slant's package holds code and data from the packages below, each under its own licence. The build writes this page.

| package | version | licence | |
|---|---|---|---|
${rows.join("\n")}

${texts.map((text, index) => `## Text ${index + 1}\n\n\`\`\`text\n${text}\n\`\`\`\n`).join("\n")}`;
};

const read = (name: string): Package => {
  const folder = join(process.cwd(), "node_modules", name);
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const texts = readdirSync(folder)
    .filter((file) => /^(?:licen[cs]e|notice|ofl)/i.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
  if (texts.length === 0) throw new Error(`The package ${name} has no licence text to list.`);
  return { name, version, licence: license, texts };
};
