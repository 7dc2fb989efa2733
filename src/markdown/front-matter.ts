/** Where the document proper begins: past YAML or TOML between lines of `---` or `+++`, as static site generators have it. */
export const frontMatterEnd = (document: string): number =>
  /^\ufeff?(---|\+\+\+)[ \t]*(?:\r\n|\n|\r)(?:[^\r\n]*(?:\r\n|\n|\r))*?\1[ \t]*(?:\r\n|\n|\r|$)/.exec(
    document,
  )?.[0].length ?? 0;
