import { describe, expect, test } from "vitest";
import { runIn } from "./memory-world.ts";

const files = {
  "flows/sign-up.slant":
    "title: Sign-up\napi: API\njobs: Mail jobs { kind: queue }\nweb -> api: POST /signup\napi ~> jobs: SendWelcome\napi --> web: 201\n",
  "flows/mail/send.slant":
    "title: Mail\njobs: Mail jobs { kind: queue }\njobs ~> mailer: SendWelcome\nmailer -> smtp: DATA\n",
};
const svgOf = async (...args: string[]): Promise<string> =>
  (await runIn({ files }, "map", "flows", "-o", "-", ...args)).out;
const linksIn = (svg: string): readonly string[] =>
  [...new Set(Array.from(svg.matchAll(/href="([^"]*)"/g), ([, to = ""]) => to))].toSorted();

describe("the map of a folder", () => {
  test("shows each participant once, and which flow uses what", async () => {
    const { code, err, files: left } = await runIn({ files }, "map", "flows", "-o", "system.svg");
    expect([code, err]).toEqual([0, "slant: wrote system.svg\n"]);
    const svg = left.get("system.svg") ?? "";
    expect(svg.match(/>Mail jobs</g)).toHaveLength(1);
    expect(svg).toContain("System map: flows");
    expect(svg).toContain(">Sign-up<");
    expect(linksIn(svg)).toEqual(["flows/mail/send.svg", "flows/sign-up.svg"]);
  });

  test("leads to pictures wherever they and the map are, or nowhere", async () => {
    expect(linksIn(await svgOf("--pictures", "site/pictures"))).toEqual([
      "site/pictures/mail/send.svg",
      "site/pictures/sign-up.svg",
    ]);
    const { files: left } = await runIn(
      { files: { ...files, "site/index.html": "" } },
      "map",
      "flows",
      "-o",
      "site/system.svg",
      "--pictures",
      "site",
    );
    expect(linksIn(left.get("site/system.svg") ?? "")).toEqual(["mail/send.svg", "sign-up.svg"]);
    expect(linksIn(await svgOf("--no-links"))).toEqual([]);
  });

  test("is the same whenever it is drawn, and whatever it is drawn from first", async () => {
    expect(await svgOf()).toBe(await svgOf());
    const twice = await runIn({ files }, "map", "flows/mail/send.slant", "flows", "-o", "-");
    expect(twice.out.match(/>Mail jobs</g)).toHaveLength(1);
  });

  test("is cut down to what is near a participant", async () => {
    const near = await svgOf("--focus", "mailer");
    expect(near).toContain(">smtp<");
    expect(near).toContain(">API<");
    expect(near).not.toContain(">web<");
    expect(await svgOf("--focus", "mailer", "--depth", "2")).toContain(">web<");
  });

  test("has the title, direction and theme that are asked for", async () => {
    expect(await svgOf("--title", "All our flows")).toContain("All our flows");
    const height = (svg: string): number => Number(/height="(\d+)/.exec(svg)?.[1]);
    expect(height(await svgOf("--direction", "down"))).toBeGreaterThan(height(await svgOf()));
    expect(await svgOf("--theme", "dark")).not.toBe(await svgOf());
  });

  test("shows what is wrong with the whole", async () => {
    const only = { "flows/a.slant": files["flows/sign-up.slant"] };
    const { out, err } = await runIn({ files: only }, "map", "flows", "-o", "-", "--lint");
    expect(out).toContain("nothing consumes it");
    expect(err).toContain("flows/a.slant:3:1 warning unconsumed-queue");
    const plain = await runIn({ files: only }, "map", "flows", "-o", "-");
    expect([plain.out.includes("nothing consumes it"), plain.err]).toEqual([false, ""]);
  });
});

describe("`--view`", () => {
  const one = { "a.slant": files["flows/sign-up.slant"] };

  test("draws the map of one flow, as its text may ask for, too", async () => {
    const { code, files: left } = await runIn({ files: one }, "render", "a.slant", "--view", "map");
    expect([code, left.get("a.svg")?.includes("slant-node")]).toEqual([0, true]);
    const asking = { "a.slant": `config: { view: map }\n${one["a.slant"]}` };
    expect((await runIn({ files: asking }, "a.slant", "-")).out).toContain("slant-node");
    expect((await runIn({ files: asking }, "a.slant", "-", "--view", "sequence")).out).not.toContain(
      "slant-node",
    );
  });

  test("knows two views", async () => {
    const { code, err } = await runIn({ files: one }, "render", "a.slant", "--view", "maps");
    expect([code, err.includes("did you mean `map`?")]).toEqual([2, true]);
  });
});

describe("the graph", () => {
  test("holds participants, boundaries and channels with their flows", async () => {
    const { out } = await runIn({ files }, "map", "flows", "--format", "json");
    const graph = JSON.parse(out);
    expect(graph.flows).toEqual([
      { file: "flows/mail/send.slant", title: "Mail" },
      { file: "flows/sign-up.slant", title: "Sign-up" },
    ]);
    expect(graph.participants.find(({ key }: { key: string }) => key === "jobs")).toEqual({
      key: "jobs",
      label: "Mail jobs",
      kind: "queue",
      boundary: null,
      deadLetter: null,
      file: "flows/mail/send.slant",
      line: 2,
      flows: ["flows/mail/send.slant", "flows/sign-up.slant"],
    });
    expect(graph.channels).toContainEqual({
      kind: "async",
      from: "api",
      to: "jobs",
      messages: [{ name: "SendWelcome", count: 1 }],
      flows: ["flows/sign-up.slant"],
    });
    expect(graph).toMatchObject({ version: 1, boundaries: [], diagnostics: [] });
  });

  test("goes to a file by its ending", async () => {
    const { files: left } = await runIn({ files }, "map", "flows", "-o", "graph.json", "--focus", "smtp");
    const { participants } = JSON.parse(left.get("graph.json") ?? "");
    expect(participants.map(({ key }: { key: string }) => key)).toEqual(["mailer", "smtp"]);
  });
});

describe("what is wrong", () => {
  test("contradictions are told with both places, and the map is drawn", async () => {
    const more = { ...files, "flows/z.slant": "web: Web { kind: person }\napi: Other API\nweb -> api: x\n" };
    const { code, out, err } = await runIn({ files: more }, "map", "flows", "-o", "-");
    expect(code).toBe(0);
    expect(err).toContain("flows/z.slant:2:6 warning conflicting-labels");
    expect(err).toMatch(
      /`api` is called `Other API` here and `API` in another flow[\s\S]*flows\/sign-up\.slant:2/,
    );
    expect(out.match(/>(?:Other )?API</g)).toHaveLength(2);
  });

  test("a flow with errors, unless by force", async () => {
    const broken = { ...files, "flows/z.slant": "a -> b {\n" };
    const refused = await runIn({ files: broken }, "map", "flows", "-o", "-");
    expect([refused.code, refused.out]).toEqual([1, ""]);
    expect(refused.err).toContain("flows/z.slant:1");
    const forced = await runIn({ files: broken }, "map", "flows", "-o", "-", "--force");
    expect([forced.code, forced.out.startsWith("<svg")]).toEqual([1, true]);
  });

  test("a contradiction, where warnings fail", async () => {
    const more = { ...files, "flows/z.slant": "api: Other API\nweb -> api: x\n" };
    expect((await runIn({ files: more }, "map", "flows", "-o", "-", "--strict")).code).toBe(1);
  });

  test.each([
    [["-o", "x.gif"], "a map cannot be a `.gif` file"],
    [[], "the map has no name"],
    [["-o", "-", "--focus", "mailr"], "Did you mean `mailer`?"],
    [["-o", "-", "--depth", "2"], "--focus KEY"],
    [["-o", "-", "--direction", "sideways"], "sideways"],
    [["-o", "-", "--format", "txt"], "svg, png, pdf, json"],
  ])("%j", async (args, words) => {
    const { code, err, out } = await runIn({ files }, "map", "flows", ...args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(words);
  });
});

describe("`slant lint --system`", () => {
  const only = { "flows/a.slant": files["flows/sign-up.slant"], "flows/page.md": "no flow\n" };

  test("checks the whole as well", async () => {
    expect((await runIn({ files: only }, "lint", "flows")).out).not.toContain("unconsumed-queue");
    const { code, out } = await runIn({ files: only }, "lint", "--system", "flows");
    expect([code, out.includes("flows/a.slant:3:1 warning unconsumed-queue")]).toEqual([0, true]);
    expect((await runIn({ files }, "lint", "--system", "flows")).out).not.toContain("unconsumed-queue");
  });

  test("as levels, configuration and comments say", async () => {
    const level = await runIn(
      { files: only },
      "lint",
      "--system",
      "flows",
      "--rule",
      "unconsumed-queue=error",
    );
    expect(level.code).toBe(1);
    const config = { ...only, "slant.config.json": '{ "rules": { "unconsumed-queue": "off" } }' };
    expect((await runIn({ files: config }, "lint", "--system", "flows")).out).not.toContain(
      "unconsumed-queue",
    );
    const text = `# slant-ignore-file unconsumed-queue: mail is sent by hand\n${files["flows/sign-up.slant"]}`;
    const { out } = await runIn({ files: { "flows/a.slant": text } }, "lint", "--system", "flows");
    expect(out).not.toMatch(/unconsumed-queue|suppression/);
  });

  test("knows its findings again in a baseline", async () => {
    const { files: left } = await runIn(
      { files: only },
      "lint",
      "--system",
      "--baseline",
      "write",
      "known.json",
      "flows",
    );
    const known = { ...only, "known.json": left.get("known.json") ?? "" };
    const { out } = await runIn(
      { files: known },
      "lint",
      "--system",
      "--baseline",
      "check",
      "known.json",
      "flows",
    );
    expect(out).not.toContain("unconsumed-queue");
  });
});
