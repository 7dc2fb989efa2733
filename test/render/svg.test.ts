import { describe, expect, test } from "vitest";
import type { Group, Mark, Scene } from "../../src/layout/scene.ts";
import { renderSvg, type SvgOptions } from "../../src/render/svg.ts";
import { type PaintRole, paintRoles } from "../../src/theme/theme.ts";
import { themes } from "../../src/theme/themes.ts";
import { parsed } from "./parsed.ts";
import { line, path, rect, signUp, text } from "./sample-scene.ts";

const system: SvgOptions = { ...themes.auto, fonts: "system" };

const sceneOf = (...groups: readonly Partial<Group>[]): Scene => ({
  width: 200,
  height: 100,
  title: "Title",
  description: "Description.",
  lang: "en",
  groups: groups.map((group) => ({ role: "mark", classes: ["mark"], marks: [], ...group })),
});

const drawn = (marks: readonly Mark[], group: Partial<Group> = {}, options = system): string =>
  renderSvg(sceneOf({ ...group, marks }), options);

/** The elements inside the picture's shifted layer, without the wrapping group. */
const marksOf = (picture: string): string =>
  /<g class="slant-mark"[^>]*>(.*)<\/g>\n<\/g><\/svg>$/s.exec(picture)?.[1] ?? "";

describe("goldens", () => {
  const everyRole: Scene = sceneOf(
    ...paintRoles.map((role, i): Partial<Group> => {
      const y = i * 20;
      const marks: readonly Mark[] = role.endsWith("text")
        ? [text(role, role, 4, y)]
        : [
            rect(role, 4, y, 12, 12),
            path(role, ["M", 20, y], ["L", 30, y + 10]),
            { kind: "circle", paint: role, x: 40, y, radius: 4 },
          ];
      return { classes: [role], marks };
    }),
  );

  test.each(["light", "auto"] as const)("every role, %s", async (name) => {
    await expect(renderSvg(everyRole, { ...themes[name], fonts: "system" })).toMatchFileSnapshot(
      `golden/roles-${name}.svg`,
    );
  });

  test("a flow", async () => {
    await expect(renderSvg(signUp, system)).toMatchFileSnapshot("golden/sign-up.svg");
  });
});

describe("marks", () => {
  const cases: Readonly<Record<string, readonly [mark: Mark, markup: string]>> = {
    "an outlined rectangle stands on whole pixels": [
      rect("head", 10.3, 20.6, 100, 40.2, 8),
      '<rect class="sl-head" x="10" y="21" width="100" height="40" rx="8"/>',
    ],
    "an area without outline ends where pixels end": [
      rect("silence", 10, 20, 30, 40),
      '<rect class="sl-silence" x="9.5" y="19.5" width="30" height="40"/>',
    ],
    "a line runs from pixel to pixel": [
      line("lifeline", [70.37, 10.25], [70.37, 99.75]),
      '<path class="sl-lifeline" d="M70 10v90"/>',
    ],
    "so does a slanted one": [
      line("async-line", [10.123, 20.456], [99.999, 60]),
      '<path class="sl-async-line" d="M10 20l90 40"/>',
    ],
    "lines in a row keep their corners together": [
      path("call-line", ["M", 10.4, 20.4], ["L", 30, 20.4], ["L", 30, 40.4], ["L", 10.4, 40.4]),
      '<path class="sl-call-line" d="M10 20H30V40H10"/>',
    ],
    "curves, arcs and closing": [
      path(
        "head-store",
        ["M", 0, 4],
        ["A", 20, 4, 0, 1, 40, 4],
        ["C", 1, 2, 3, -4, 5.5, 6],
        ["Q", 0.5, -0.25, 1, 1],
        ["Z"],
      ),
      '<path class="sl-head-store" d="M0 4A20 4 0 0 1 40 4C1 2 3-4 6 6Q1 0 1 1Z"/>',
    ],
    "an arrowhead without a line keeps its place": [
      path("call-head", ["M", 10.4, 20.4], ["L", 1.4, 16], ["L", 1.4, 24.8], ["Z"]),
      '<path class="sl-call-head" d="M10.4 20.4 1.4 16v8.8Z"/>',
    ],
    "a filled head in the colour of a line is filled with it": [
      path("failure-head", ["M", 10, 20], ["L", 1, 16], ["L", 1, 24], ["Z"]),
      '<path class="sl-failure-head-solid" d="M10 20 1 16v8Z"/>',
    ],
    "an open path of a role for words is stroked": [
      line("silence-text", [1, 2], [3, 2]),
      '<path class="sl-silence-text-line" d="M1 2H3"/>',
    ],
    "a circle": [
      { kind: "circle", paint: "outside-dot", x: 10.005, y: 20, radius: 4 },
      '<circle class="sl-outside-dot" cx="10.01" cy="20" r="4"/>',
    ],
    "waiting is hatched by one leaning line of dashes": [
      rect("waiting-hatch", 0, 0, 10, 30),
      '<path class="sl-waiting-hatch sl-hatch" d="M5 10.12V30.89" transform="skewY(-45)"/>',
    ],
    "a line of text sits on a whole pixel": [
      text("call-text", "submit", 50.25, 20.4),
      '<text class="sl-call-text" x="50.25" y="19.5">submit</text>',
    ],
    "what a text has besides the default is a class": [
      text("head-text", "User", 10, 20, { anchor: "start", face: "semibold", size: 14, halo: true }),
      '<text class="sl-head-text sl-semibold sl-s14 sl-start sl-halo" x="10" y="19.5">User</text>',
    ],
    "a slanted text keeps its place": [
      text("async-text", "Send", 50.5, 20.25, { rotate: -11.456 }),
      '<text class="sl-async-text" transform="translate(50.5 20.25)rotate(-11.46)">Send</text>',
    ],
    "spaces that count are kept": [
      text("note-text", "  indented", 10, 20),
      '<text class="sl-note-text" x="10" y="19.5" xml:space="preserve">  indented</text>',
    ],
    "an icon on its grid": [
      { kind: "icon", paint: "head-icon", name: "cancelled", x: 10, y: 20, size: 18 },
      '<path class="sl-head-icon" d="M5 5l10 10M15 5L5 15" transform="translate(10 20)scale(.9)"/>',
    ],
    "an icon in the colour of words": [
      { kind: "icon", paint: "chip-text", name: "arrived", x: 1, y: 2, size: 20 },
      '<path class="sl-chip-text-icon" d="M4 10.5l4 4l8-9" transform="translate(1 2)"/>',
    ],
    "an icon that there is not is left out": [
      { kind: "icon", paint: "head-icon", name: "constructor", x: 1, y: 2, size: 20 },
      "",
    ],
  };

  test.each(Object.entries(cases))("%s", (_, [mark, markup]) => {
    expect(marksOf(drawn([mark]))).toBe(markup);
  });

  test("what stands at a line's end moves with it and keeps its form", () => {
    const marks = [
      line("reply-line", [100, 40.4], [10.3, 40.4]),
      path("reply-head", ["M", 19.3, 35.9], ["L", 10.3, 40.4], ["L", 19.3, 44.9]),
      { kind: "circle", paint: "return-ring", x: 94, y: 40.4, radius: 6 },
      path("return-mark", ["M", 92, 40], ["L", 93.25, 42], ["L", 97, 38.5]),
    ] as const;
    expect(marksOf(drawn(marks))).toBe(
      '<path class="sl-reply-line" d="M100 40H10"/>' +
        '<path class="sl-reply-head" d="M19 35.5 10 40l9 4.5"/>' +
        '<circle class="sl-return-ring" cx="94" cy="40" r="6"/>' +
        '<path class="sl-return-mark" d="M92 39.6l1.25 2L97 38.1"/>',
    );
  });

  test("no number that is none, and no exponent, reaches the picture", () => {
    const odd = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 1e-7, -1e-7, -0];
    const marks = odd.flatMap((n): readonly Mark[] => [
      rect("head", n, n, n, n, n),
      line("lifeline", [n, n], [n, 1]),
      path("frame", ["M", n, n], ["A", n, n, 0, 1, n, n], ["C", n, n, n, n, n, n], ["Q", n, n, n, n]),
      rect("waiting-hatch", n, n, n, n),
      { kind: "circle", paint: "outside-dot", x: n, y: n, radius: n },
      text("call-text", "word", n, n, { rotate: n, size: n }),
      { kind: "icon", paint: "head-icon", name: "person", x: n, y: n, size: n },
    ]);
    for (const n of odd) {
      const picture = renderSvg(
        {
          ...sceneOf({ marks, style: { opacity: n, "stroke-width": n, stroke: "red" } }),
          width: n,
          height: n,
        },
        system,
      );
      expect(picture).not.toMatch(/NaN|Infinity|\de-?\d|-0[^.\d]/);
      parsed(picture);
    }
  });
});

describe("words of the author", () => {
  const words = [
    "</text><script>alert(1)</script>",
    "]]> <![CDATA[ x ]]>",
    "<!-- not a comment -->",
    "a & b &amp; c &lt;",
    `"double" 'single' \`back\``,
    "{{ 7 * 7 }} <%= y %>",
    "</style><style>*{fill:red}",
    "javascript:alert(1)",
    "日本語 العربية 🎉 e\u0301",
    "$& $1 $`",
  ];

  test.each(words)("%j is shown as it is", (word) => {
    const scene: Scene = {
      ...sceneOf({
        marks: [text("call-text", word, 1, 2)],
        tooltip: word,
        name: word,
        authorClasses: [word],
        link: "#a",
      }),
      title: word,
      description: word,
      lang: word,
    };
    const root = parsed(renderSvg(scene, system));
    const [title, desc] = ["title", "desc"].map((name) => root.querySelectorAll(name)[0]?.textContent);
    expect([title, desc]).toEqual([word, word]);
    expect(root.querySelectorAll("text").map(({ textContent }) => textContent)).toEqual([word]);
    expect(root.querySelectorAll("a title").map(({ textContent }) => textContent)).toEqual([word]);
    expect(root.querySelectorAll("a")[0]?.getAttribute("aria-label")).toBe(word);
    expect(root.querySelectorAll("script").length).toBe(0);
    expect(root.querySelectorAll("style").length).toBe(1);
  });

  test.each([
    ["a\u0000b\u0008c\u000bd\u001fe", "a\ufffdb\ufffdc\ufffdd\ufffde"],
    ["lone \ud83d and \ude00", "lone \ufffd and \ufffd"],
    ["\ufffe\uffff", "\ufffd\ufffd"],
    ["pair 😀 kept, C1 \u0085 too", "pair 😀 kept, C1 \u0085 too"],
  ])("what XML forbids in %j is shown as U+FFFD", (word, shown) => {
    const scene = {
      ...sceneOf({ marks: [text("call-text", word, 1, 2)], tooltip: word }),
      title: word,
      description: word,
    };
    const picture = renderSvg(scene, system);
    expect(picture).not.toMatch(/(?![\t\n\r\u007f-\u009f])[\p{Cc}\p{Cs}\ufffe\uffff]/u);
    expect(parsed(picture).querySelectorAll("text")[0]?.textContent).toBe(shown);
  });

  test("no element and no attribute is there that could load or run anything", () => {
    const root = parsed(renderSvg(signUp, system));
    const names = new Set(root.querySelectorAll("*").map(({ nodeName }) => nodeName));
    expect([...names].sort()).toEqual(["circle", "desc", "g", "path", "rect", "style", "text", "title"]);
    const attributes = root
      .querySelectorAll("*")
      .flatMap((element) => [...element.attributes].map(({ name }) => name));
    expect(attributes.filter((name) => /^on|href|src|data-svgjs/.test(name))).toEqual([]);
  });
});

describe("links", () => {
  test.each([
    ["https://example.com/a?b=c&d=e#f", "https://example.com/a?b=c&d=e#f"],
    ["HTTP://example.com", "HTTP://example.com"],
    ["mailto:ops@example.com", "mailto:ops@example.com"],
    ["docs/page.html", "docs/page.html"],
    ["/docs/a:b", "/docs/a:b"],
    ["?q=a:b", "?q=a:b"],
    ["#part", "#part"],
    ["  https://example.com  ", "https://example.com"],
  ])("%j is one", (link, href) => {
    const [anchor] = parsed(drawn([], { link })).querySelectorAll("a");
    expect(anchor?.getAttribute("href")).toBe(href);
    expect(anchor?.getAttribute("rel")).toBe("noopener");
  });

  test.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    "java\u200bscript:alert(1)",
    "java&#115;cript:alert(1)",
    "javascript&colon;alert(1)",
    "data:text/html,<script>",
    "vbscript:x",
    "file:///etc/passwd",
    "vscode://file",
    "//evil.example",
    "\\\\evil.example",
    "/\\evil.example",
    " ",
    "",
  ])("%j is none, and its marks are drawn all the same", (link) => {
    const root = parsed(drawn([rect("head", 0, 0, 9, 9)], { link }));
    expect(root.querySelectorAll("a").length).toBe(0);
    expect(root.querySelectorAll(".sl-head").length).toBe(1);
    expect(root.getAttribute("role")).toBe("img");
  });
});

describe("the picture as a whole", () => {
  test("is an image with a name and a description", () => {
    const root = parsed(renderSvg(signUp, { ...system, idPrefix: "p" }));
    expect(root.getAttribute("role")).toBe("img");
    expect(root.getAttribute("aria-labelledby")).toBe("p-title p-desc");
    expect(root.querySelectorAll("#p-title")[0]?.textContent).toBe(signUp.title);
    expect(root.querySelectorAll("#p-desc")[0]?.textContent).toBe(signUp.description);
    expect(["viewBox", "width", "height", "lang"].map((name) => root.getAttribute(name))).toEqual([
      "0 0 1128 772",
      "1128",
      "772",
      "en",
    ]);
  });

  test("without a title it is named by its description", () => {
    const { title: _, ...untitled } = sceneOf();
    const root = parsed(renderSvg(untitled, { ...system, idPrefix: "p" }));
    expect(root.getAttribute("aria-labelledby")).toBe("p-desc");
    expect(root.querySelectorAll("title").length).toBe(0);
  });

  test("with a link it is a document whose parts have names", () => {
    const scene = sceneOf({ name: "A calls B", link: "a.html" }, { name: "B replies" });
    const root = parsed(renderSvg(scene, system));
    expect(root.getAttribute("role")).toBe("graphics-document document");
    expect(root.querySelectorAll("a")[0]?.getAttribute("aria-label")).toBe("A calls B");
    expect(
      root.querySelectorAll("[role=graphics-object]").map((one) => one.getAttribute("aria-label")),
    ).toEqual(["B replies"]);
  });

  test("groups tell their line and what they are", () => {
    const [group] = parsed(
      drawn([], { classes: ["message", "async"], authorClasses: ["slow", "two words"], line: 7 }),
    ).querySelectorAll("g g");
    expect(group?.getAttribute("class")).toBe("slant-message slant-async slow two-words");
    expect(group?.getAttribute("data-line")).toBe("7");
  });

  test("groups that are tied light up together", () => {
    const scene = sceneOf({ ties: ["sent", "alone"] }, { ties: ["sent"] }, {});
    const picture = renderSvg(scene, { ...system, idPrefix: "p" });
    expect(parsed(picture).querySelectorAll("g .slant-tie-1").length).toBe(2);
    expect(picture).toContain(".p:has(.slant-tie-1:is(:hover,:focus)) .slant-tie-1");
    expect(picture).not.toContain("slant-tie-2");
    const [first] = parsed(renderSvg(scene, { ...system, interactive: true })).querySelectorAll("[tabindex]");
    expect(first?.getAttribute("tabindex")).toBe("0");
  });

  test("shrinks with its column if asked", () => {
    expect(parsed(renderSvg(signUp, { ...system, responsive: true })).getAttribute("style")).toBe(
      "max-width:100%;height:auto",
    );
    expect(parsed(renderSvg(signUp, system)).getAttribute("style")).toBe(null);
  });

  test.each([
    ["transparent", 0, "#ffffff"],
    ["#fafafa", 1, "#fafafa"],
    ["ivory", 1, "ivory"],
  ])("stands on %s", (background, grounds, halo) => {
    const picture = renderSvg(signUp, { ...themes.light, background });
    expect(parsed(picture).querySelectorAll("rect.sl-ground").length).toBe(grounds);
    expect(picture).toContain(`.sl-halo{stroke:${halo};`);
  });

  test.each([
    [{ background: "url(x)" }, "The background `url(x)` is no colour"],
    [{ background: "red;}" }, "The background `red;}` is no colour"],
    [{ idPrefix: "1a" }, "The id prefix `1a` will not do"],
    [{ idPrefix: 'a"><script>' }, "will not do"],
  ])("%j is refused", (options, words) => {
    expect(() => renderSvg(signUp, { ...system, ...options })).toThrow(TypeError);
    expect(() => renderSvg(signUp, { ...system, ...options })).toThrow(words);
  });
});

describe("many pictures", () => {
  const others: readonly Scene[] = [
    signUp,
    { ...signUp, title: "Another" },
    { ...signUp, width: 1129 },
    { ...signUp, groups: signUp.groups.slice(1) },
  ];
  const pictures = [
    ...others.map((scene) => renderSvg(scene, system)),
    ...[themes.light, themes.dark, themes.mono].map((choice) => renderSvg(signUp, choice)),
    renderSvg(signUp, { ...system, background: "ivory" }),
    renderSvg(signUp, { ...system, background: "transparent" }),
  ];

  test("share no id, and no rule of one reaches another", () => {
    const ids = pictures.map((picture) =>
      parsed(picture)
        .querySelectorAll("[id]")
        .map((one) => one.getAttribute("id")),
    );
    expect(new Set(ids.flat()).size).toBe(ids.flat().length);
    const scopes = pictures.map((picture) => (parsed(picture).getAttribute("class") ?? "").split(" ")[1]);
    expect(new Set(scopes).size).toBe(pictures.length);
    for (const [i, picture] of pictures.entries()) {
      const sheet = parsed(picture).querySelectorAll("style")[0]?.textContent ?? "";
      const selectors = sheet.replace(/@(?:supports|media)[^{]*\{/g, "").match(/[^{}]+(?=\{)/g) ?? [];
      const strays = selectors
        .flatMap((list) => list.split(/,(?![^(]*\))/))
        .filter((one) => !one.trim().startsWith(`.${scopes[i]}`));
      expect(strays).toEqual([]);
    }
  });

  test("the same scene is the same bytes, whatever was drawn in between", () => {
    const once = renderSvg(signUp, system);
    expect(renderSvg(others[1] ?? signUp, themes.mono)).not.toBe(once);
    expect(() => renderSvg(signUp, { ...system, background: "?" })).toThrow();
    expect(renderSvg(signUp, system)).toBe(once);
    expect(renderSvg(structuredClone(signUp), structuredClone(system))).toBe(once);
  });

  test("a theme changes the paint and moves nothing", () => {
    const still = (picture: string) => picture.slice(picture.indexOf("<g transform"));
    for (const choice of Object.values(themes))
      expect(still(renderSvg(signUp, choice))).toBe(still(pictures[0] ?? ""));
  });
});

describe("the style sheet", () => {
  const sheetOf = (options: SvgOptions): string =>
    parsed(renderSvg(signUp, options)).querySelectorAll("style")[0]?.textContent ?? "";
  const plain = (sheet: string): string => sheet.slice(0, sheet.indexOf("@supports"));

  test.each(Object.entries(themes))("%s: what rasterisers read is plain", (_, choice) => {
    const sheet = plain(sheetOf(choice));
    expect(sheet).not.toMatch(/var\(|light-dark|oklch|@|:is\(|:has\(|rgb|calc|url\(/);
    expect(sheet).toContain(`.sl-ground{fill:${choice.theme.ground};`);
  });

  test("has rules for what the picture uses, and for nothing else", () => {
    const sheet = plain(sheetOf(system));
    const told = new Set(sheet.match(/\.sl-[\w-]+/g));
    const shown = new Set(
      renderSvg(signUp, system)
        .match(/(?<=class="[^"]*)\bsl-[\w-]+/g)
        ?.map((name) => `.${name}`),
    );
    expect([...told].sort()).toEqual([...shown].sort());
  });

  test("dark colours stand only where a file, or a page, asks for them", () => {
    const sheet = sheetOf(system);
    const night = themes.auto.dark.ground;
    expect(plain(sheet)).not.toContain(night);
    expect(sheet).toContain(`--ground:var(--slant-ground,light-dark(${themes.auto.theme.ground},${night}))`);
    expect(sheet).toMatch(
      new RegExp(`@media \\(prefers-color-scheme:dark\\)\\{\\.\\w+:root\\{--ground:${night}`),
    );
    expect(sheetOf(themes.light)).not.toContain("prefers-color-scheme");
  });
});

describe("painted by attributes", () => {
  const options: SvgOptions = { ...themes.auto, paint: "attributes" };

  test("a picture says all on its elements", () => {
    const picture = renderSvg(
      sceneOf({ marks: [text("chip-text", "Send", 10, 20, { face: "medium", size: 11, halo: true })] }),
      options,
    );
    expect(picture).not.toMatch(/<style|var\(|light-dark/);
    expect(marksOf(picture)).toBe(
      '<text class="sl-chip-text sl-medium sl-s11 sl-halo" fill="#4740d4" stroke="#ffffff" font-weight="500" ' +
        'font-size="11px" paint-order="stroke" stroke-width="4" stroke-linejoin="round" x="10" y="19.5">Send</text>',
    );
  });

  test("every element has its own paint", () => {
    const bare = parsed(renderSvg(signUp, options))
      .querySelectorAll("g g *")
      .filter((one) => one.getAttribute("fill") === null);
    expect(bare).toEqual([]);
  });
});

describe("styles of the author", () => {
  const styled: Readonly<
    Record<
      string,
      readonly [style: Group["style"], paint: PaintRole, kind: "rect" | "path" | "text", css: string | null]
    >
  > = {
    "stroke of a line": [{ stroke: "red" }, "async-head", "path", "stroke:red"],
    "stroke of a filled head": [{ stroke: "#00f" }, "call-head", "path", "fill:#0000ff"],
    "stroke of an outline": [{ stroke: "#123456" }, "head", "rect", "stroke:#123456"],
    "fill of an area": [{ fill: "gold" }, "head", "rect", "fill:gold"],
    "fill of a drum or a note": [{ fill: "gold" }, "note", "path", "fill:gold"],
    "fill does not fill a line": [{ fill: "gold" }, "async-head", "path", null],
    "see-through colours": [{ fill: "#ff000080" }, "head", "rect", "fill:#ff0000;fill-opacity:.5"],
    "short see-through colours": [{ stroke: "#f008" }, "head", "rect", "stroke:#ff0000;stroke-opacity:.53"],
    "no colour": [{ fill: "transparent" }, "head", "rect", "fill:none"],
    "width and dashes": [
      { "stroke-width": 3, "stroke-dash": 5 },
      "call-line",
      "path",
      "stroke-width:3px;stroke-dasharray:5 5",
    ],
    "dashes taken away": [{ "stroke-dash": 0 }, "head", "rect", "stroke-dasharray:none"],
    "heads are never dashed": [{ "stroke-dash": 5 }, "async-head", "path", null],
    "colour of words": [{ "font-color": "navy", stroke: "red" }, "call-text", "text", "fill:navy"],
    letters: [
      { bold: true, italic: true, underline: true },
      "call-text",
      "text",
      "font-weight:600;font-style:italic;text-decoration:underline",
    ],
    "plain letters": [
      { bold: false, italic: false, underline: false },
      "call-text",
      "text",
      "font-weight:400;font-style:normal",
    ],
    corners: [{ "border-radius": 0 }, "head", "rect", null],
    "what is no colour is not copied": [{ fill: "red;}*{fill:url(//x)" }, "head", "rect", null],
    "what is no number is not copied": [{ "stroke-width": "1;fill:red" }, "head", "rect", null],
    "what has no picture here": [{ shadow: true, "3d": true, animated: true }, "head", "rect", null],
  };

  test.each(Object.entries(styled))("%s", (_, [style, paint, kind, css]) => {
    const marks: Readonly<Record<typeof kind, Mark>> = {
      rect: rect(paint, 0, 0, 9, 9, 4),
      path: path(
        paint,
        ["M", 0, 0],
        ["L", 9, 4],
        ["L", 9, -4],
        ...(paint === "async-head" ? [] : [["Z"] as const]),
      ),
      text: text(paint, "word", 0, 0),
    };
    const [mark] = parsed(drawn([marks[kind]], style && { style })).querySelectorAll(
      kind === "rect" ? ".sl-head" : kind,
    );
    expect(mark?.getAttribute("style")).toBe(css);
  });

  test("opacity is the group's", () => {
    const [group] = parsed(drawn([rect("head", 0, 0, 9, 9)], { style: { opacity: 0.4 } })).querySelectorAll(
      "g g",
    );
    expect(group?.getAttribute("opacity")).toBe(".4");
  });

  test("corners are the rectangle's", () => {
    const [head] = parsed(
      drawn([rect("head", 0, 0, 90, 90, 8)], { style: { "border-radius": 3 } }),
    ).querySelectorAll(".sl-head");
    expect(head?.getAttribute("rx")).toBe("3");
  });
});
