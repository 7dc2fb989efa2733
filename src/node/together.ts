/** What the command loads, from its start to its end: for a flow that is drawn, and for one that is linted. */
const together = {
  draw: "command common rolldown-runtime words report draw run language pictures settings-of theme drawing order ascii",
  lint: "command common rolldown-runtime words report lint run language lint-document lint-task settings-of pictured theme check order system-rules",
} as const;

/** The built files that a run with these arguments will load, as far as it can be told; a test compares them with the build. */
export const togetherFor = (
  args: readonly string[],
): { readonly name: string; readonly files: readonly string[] } => {
  const word = args.find((arg) => arg === "-" || !arg.startsWith("-")) ?? "";
  // who draws one flow names no command
  const name = word === "render" || /[./]|^-$/.test(word) ? "draw" : word;
  const files = Object.hasOwn(together, name) ? together[name as keyof typeof together].split(" ") : [];
  return { name, files: files.map((file) => `${file}.js`) };
};
