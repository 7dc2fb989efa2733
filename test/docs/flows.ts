import { existsSync, readdirSync } from "node:fs";
import { fencesWithPlaces } from "./examples.ts";

/** The pages that people read and write by hand. */
export const pages: readonly string[] = [
  ...["README.md", "CONTRIBUTING.md", "CHANGELOG.md"],
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md") && !["third-party.md", "gallery.md"].includes(name))
    .map((name) => `docs/${name}`),
];

/** A flow on a page. */
export interface PageFlow {
  readonly name: string;
  readonly text: string;
  /** The files of the page that it may import: fences whose first line is a comment with a file's name. */
  readonly files: Readonly<Record<string, string>>;
  /** The picture right below it, by its path on the page. */
  readonly picture?: string;
}

const fileName = /^(?:# |<!-- )([\w./-]+\.(?:slant|md))(?: -->)?\n/;
const pictureBelow = /^\n!\[[^\]]+\]\(([\w./-]+\.svg)\)\n/;

const longFence = /^````(\w+)\n([\s\S]*?)^````$/gm;

/** The files that a page shows, by path: fences whose first line is a comment with a file's name. */
export const filesOf = (page: string): Readonly<Record<string, string>> => {
  const texts = [
    ...fencesWithPlaces(page).map(({ text }) => text),
    ...Array.from(page.matchAll(longFence), ([, , text = ""]) => text),
  ];
  return Object.fromEntries(
    texts.flatMap((text) => {
      const name = fileName.exec(text)?.[1];
      return name === undefined ? [] : [[name, text]];
    }),
  );
};

/** The ```slant and ```d2 fences of a page. */
export const flowsOf = (page: string): readonly PageFlow[] => {
  const fences = fencesWithPlaces(page).filter(({ language }) => language === "slant" || language === "d2");
  const files = filesOf(page);
  return fences.map(({ language, text, end }) => {
    const picture = pictureBelow.exec(page.slice(end))?.[1];
    return {
      name: fileName.exec(text)?.[1] ?? `page.${language}`,
      text,
      files,
      ...(picture !== undefined && { picture }),
    };
  });
};

/** What reads the files of a page; Node's code tells that there is none. */
export const reader =
  ({ files }: PageFlow) =>
  (path: string): string => {
    const text = files[path];
    if (text === undefined) throw Object.assign(new Error(`no file ${path}`), { code: "ENOENT" });
    return text;
  };

/** The pictures that are there. */
export const picturesThere = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".svg"))
        .map((name) => `${folder}/${name}`)
    : [];
