import { PNG } from "pngjs";
import { describe, expect, test } from "vitest";
import { compile } from "../../src/compile.ts";
import { draw } from "../../src/draw.ts";
import { render, renderSync } from "../../src/index.ts";
import { formatNames, type PictureFormat, pictureFormats } from "../../src/picture-formats.ts";
import { renderExplanations } from "../../src/render/explanations.ts";
import { formats, syncFormats } from "../../src/render/formats.ts";
import { Refusal } from "../../src/source/refusal.ts";
import { compiled } from "../flow/flow-of.ts";

const flow =
  "title: Shop\nshop ~> mail: send { callback: sent }\nmail ~> shop: done { resolves: sent }\nawait: sent\n";

const drawnAs = async <Format extends PictureFormat>(format: Format, text = flow, options = {}) => {
  const { flow: meaning, sources } = compile({ name: "a.slant", text });
  return await draw(meaning, sources, { format, ...options });
};

test("every format has what writes it, and those that do so at once are the ones that say so", () => {
  expect(Object.keys(formats)).toEqual(formatNames);
  expect(Object.keys(syncFormats)).toEqual(formatNames.filter((name) => pictureFormats[name].isSync));
});

test.each(formatNames)(
  "%s: same flow, same bytes; a text or bytes as its row says; no complaint",
  async (format) => {
    const [one, other] = [await drawnAs(format), await drawnAs(format)];
    expect(one.value).toEqual(other.value);
    expect((one.value as unknown) instanceof Uint8Array).toBe(pictureFormats[format].isBinary);
    expect(one.diagnostics).toEqual([]);
  },
);

test.each(["svg", "txt"] as const)("%s is the same at once and later", async (format) => {
  expect(renderSync(flow, { format }).output).toBe((await render(flow, { format })).output);
});

describe("png", () => {
  const pngOf = async (options = {}, text = flow) => {
    const { output } = await render(text, { format: "png", ...options });
    return PNG.sync.read(Buffer.from(output));
  };
  const svgSize = (options = {}) => {
    const [, width, height] = / width="(\d+)" height="(\d+)"/.exec(renderSync(flow, options).output) ?? [];
    return [Number(width), Number(height)];
  };
  /** The colour of the paper, beside the title. */
  const paper = ({ data }: PNG): string => data.subarray(0, 4).toString("hex");

  test("is as large as the SVG, times the scale", async () => {
    const one = await pngOf();
    expect([one.width, one.height]).toEqual(svgSize());
    const two = await pngOf({ scale: 2 });
    expect([two.width, two.height]).toEqual(svgSize({ scale: 2 }));
    expect(two.width).toBe(one.width * 2);
  });

  test("stands on the theme's paper: light where there is a choice, or the colour asked for", async () => {
    expect(paper(await pngOf())).toBe("ffffffff");
    expect(paper(await pngOf({ theme: "dark" }))).not.toBe("ffffffff");
    expect(paper(await pngOf({ background: "#123456" }))).toBe("123456ff");
    expect(paper(await pngOf({ background: "transparent" }))).toBe("00000000");
  });

  test("has letters", async () => {
    const dark = ({ data }: PNG): number => data.filter((value, at) => at % 4 === 0 && value < 90).length;
    expect(dark(await pngOf())).toBeGreaterThan(dark(await pngOf({ title: "" })) + 50);
  });

  test("is refused where it would not fit into memory, with the scale that would", async () => {
    const tall = "a -> a: x\n".repeat(1500);
    await expect(render(tall, { format: "png" })).rejects.toThrow(Refusal);
    await expect(render(tall, { format: "png" })).rejects.toThrow(
      /^a PNG of \d+ × \d+ px would be too large$/,
    );
    await expect(render(tall, { format: "png" })).rejects.toMatchObject({ hint: /scale of 0\.\d+ or less/ });
  });
});

describe("pdf", () => {
  const textOf = async (options = {}, text = flow) =>
    Buffer.from((await render(text, { format: "pdf", ...options })).output).toString("latin1");

  test("is one page of the picture's size, with its title, language and fonts, and no date of today", async () => {
    const pdf = await textOf();
    expect(pdf).toMatch(/^%PDF-1\.7/);
    const [, width, height] = / width="(\d+)" height="(\d+)"/.exec(renderSync(flow).output) ?? [];
    expect(pdf).toContain(`/MediaBox [0 0 ${Number(width) * 0.75} ${Number(height) * 0.75}]`);
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
    expect(pdf).toContain("\n(Shop)\n");
    expect(pdf).toContain("/Lang (en)");
    expect(pdf).toContain("SlantInter-Regular");
    expect(pdf).toContain("(D:19700101000000Z)");
  });

  test("has links that can be followed", async () => {
    const linked = 'a -> b: go { link: "https://example.com/page" }\n';
    expect(await textOf({}, linked)).toContain("/URI (https://example.com/page)");
  });

  test("is refused where no page is so large", async () => {
    const tall = "a -> a: x\n".repeat(1500);
    await expect(render(tall, { format: "pdf" })).rejects.toThrow(/^a page of PDF has at most 19200 px/);
  });
});

describe("what our fonts lack", () => {
  test.each(["png", "pdf"] as const)("is said of %s, at its first place", async (format) => {
    const { diagnostics } = await render("shop ~> mail: ok 注文を送る 🎉\n", { format });
    expect(diagnostics).toMatchObject([
      { code: "unshown-character", severity: "warning", line: 1, column: 18 },
    ]);
    expect(diagnostics[0]?.message).toBe(
      "The fonts of this format lack `注`, `文`, `を` and 3 more: they stay blank.",
    );
  });

  test.each(["svg", "txt"] as const)("is nothing to say of %s", async (format) => {
    expect((await render("shop ~> mail: 注文 🎉\n", { format })).diagnostics).toEqual([]);
  });

  test("letters that they have are not among it", async () => {
    const { diagnostics } = await render("größer ~> b: Ελληνικά Українська Tiếng Việt → ≤ ✓ ½ “x” – … €\n", {
      format: "png",
    });
    expect(diagnostics).toEqual([]);
  });
});

describe.each(Object.values(renderExplanations))("$code", ({ code, bad, good }) => {
  test("`bad` has it, `good` does not, and both are fine flows", async () => {
    expect(compiled(bad).diagnostics).toEqual([]);
    expect(compiled(good).diagnostics).toEqual([]);
    expect((await drawnAs("png", bad)).diagnostics.map((each) => each.code)).toEqual([code]);
    expect((await drawnAs("png", good)).diagnostics).toEqual([]);
  });
});

describe("wrong use is a TypeError that says which", () => {
  test.each([
    [
      { format: "png" },
      /renderSync: the option `format` must be one of `svg`, `txt` here \(`render` draws `png`\)/,
    ],
    [{ format: "gif" }, /`format` must be one of/],
    [{ scale: 0 }, /`scale` must be a number from 0\.1 to 20/],
    [{ format: "txt", view: "map" }, /^`txt` shows no maps$/],
  ])("%j", (options, words) => {
    expect(() => renderSync(flow, options as object)).toThrow(TypeError);
    expect(() => renderSync(flow, options as object)).toThrow(words);
  });

  test("a text that asks for a map is drawn as text all the same, as a sequence", () => {
    expect(renderSync(`config: { view: map }\n${flow}`, { format: "txt" }).output).toContain("send");
  });
});

test("a flow with errors has no bytes", async () => {
  expect((await render("a -> b {\n", { format: "png" })).output).toEqual(new Uint8Array());
});
