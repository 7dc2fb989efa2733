import type { Group, Mark, PathCommand, Scene, TextMark } from "../../src/layout/scene.ts";
import type { FaceName } from "../../src/text/faces.ts";
import type { PaintRole } from "../../src/theme/theme.ts";

type Place = readonly [x: number, y: number];

export const rect = (
  paint: PaintRole,
  x: number,
  y: number,
  width: number,
  height: number,
  radius = 0,
): Mark => ({
  kind: "rect",
  paint,
  x,
  y,
  width,
  height,
  ...(radius > 0 && { radius }),
});

export const path = (paint: PaintRole, ...commands: PathCommand[]): Mark => ({
  kind: "path",
  paint,
  commands,
});

export const line = (paint: PaintRole, [x1, y1]: Place, [x2, y2]: Place): Mark =>
  path(paint, ["M", x1, y1], ["L", x2, y2]);

export const text = (
  paint: PaintRole,
  words: string,
  x: number,
  y: number,
  more: Partial<Pick<TextMark, "anchor" | "face" | "size" | "rotate" | "halo">> = {},
): TextMark => ({
  kind: "text",
  paint,
  text: words,
  x,
  y,
  anchor: "middle",
  face: "regular",
  size: 13,
  width: words.length * 7,
  ...more,
});

const icon = (name: string, x: number, y: number, size = 18): Mark => ({
  kind: "icon",
  paint: "head-icon",
  name,
  x,
  y,
  size,
});

/** Turns a head of `length` and half width `half` into the direction of the line that it ends. */
const turned =
  ([x1, y1]: Place, [x2, y2]: Place) =>
  (along: number, across: number): Place => {
    const span = Math.hypot(x2 - x1, y2 - y1);
    const [dx, dy] = [(x2 - x1) / span, (y2 - y1) / span];
    return [x2 - dx * along - dy * across, y2 - dy * along + dx * across];
  };

const stick = (paint: PaintRole, from: Place, to: Place): Mark => {
  const at = turned(from, to);
  return path(paint, ["M", ...at(9, -4.5)], ["L", ...to], ["L", ...at(9, 4.5)]);
};

const filled = (paint: PaintRole, from: Place, to: Place): Mark => {
  const at = turned(from, to);
  return path(paint, ["M", ...to], ["L", ...at(9, -4.5)], ["L", ...at(9, 4.5)], ["Z"]);
};

const group = (role: Group["role"], classes: readonly string[], at: number, ...marks: Mark[]): Group => ({
  role,
  classes,
  line: at,
  marks,
});

const call = (words: string, from: Place, to: Place, at: number): Group =>
  group(
    "message",
    ["message", "call"],
    at,
    line("call-line", from, to),
    filled("call-head", from, to),
    text("call-text", words, (from[0] + to[0]) / 2, from[1] - 7, { halo: true }),
  );

const reply = (words: string, from: Place, to: Place, at: number): Group =>
  group(
    "message",
    ["message", "reply"],
    at,
    line("reply-line", from, to),
    stick("reply-head", from, to),
    text("reply-text", words, (from[0] + to[0]) / 2, from[1] - 7, { halo: true }),
  );

const slanted = (from: Place, to: Place) => {
  const [left, right] = from[0] < to[0] ? [from, to] : [to, from];
  const angle = Math.atan2(right[1] - left[1], right[0] - left[0]);
  const middle: Place = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  return {
    rotate: (angle * 180) / Math.PI,
    x: middle[0] + Math.sin(angle) * 7,
    y: middle[1] - Math.cos(angle) * 7,
  };
};

const send = (words: string, from: Place, to: Place, at: number, ...more: Mark[]): Group => {
  const { rotate, x, y } = slanted(from, to);
  return group(
    "message",
    ["message", "async"],
    at,
    line("async-line", from, to),
    stick("async-head", from, to),
    text("async-text", words, x, y, { rotate, halo: true, face: "medium" }),
    ...more,
  );
};

const frame = (
  word: string,
  detail: string,
  [x, y]: Place,
  width: number,
  height: number,
  tab: number,
): Group =>
  group(
    "frame",
    ["frame", word],
    20,
    rect("frame", x, y, width, height, 6),
    path(
      "frame-tab",
      ["M", x, y + 6],
      ["Q", x, y, x + 6, y],
      ["L", x + tab, y],
      ["L", x + tab, y + 14],
      ["L", x + tab - 8, y + 22],
      ["L", x, y + 22],
      ["Z"],
    ),
    text("frame-word", word, x + 10, y + 15, { anchor: "start", face: "semibold", size: 11 }),
    text("frame-text", detail, x + 16 + word.length * 6, y + 15, { anchor: "start", size: 11 }),
  );

const chip = (words: string, right: number, y: number, at: number): Group => {
  const width = words.length * 6.2 + 18;
  return group(
    "mark",
    ["chip"],
    at,
    rect("chip", right - width, y - 9, width, 18, 9),
    text("chip-text", words, right - width / 2, y + 4, { face: "medium", size: 11 }),
  );
};

const heads: readonly (readonly [label: string, kind: string, paint: PaintRole, x: number, width: number])[] =
  [
    ["User", "person", "head-person", 76, 88],
    ["Web app", "service", "head", 232, 112],
    ["Sign-up API", "service", "head", 408, 136],
    ["mail jobs", "queue", "head-channel", 596, 122],
    ["Mail worker", "worker", "head", 784, 136],
    ["Mail provider", "external", "head-external", 960, 148],
  ];

const head = ([label, kind, paint, x, width]: (typeof heads)[number]): Group =>
  group(
    "head",
    ["head", kind],
    3,
    rect(paint, x - width / 2, 72, width, 40, paint === "head-channel" ? 20 : 8),
    icon(kind, x - width / 2 + 14, 83),
    text("head-text", label, x - width / 2 + 40, 97, { anchor: "start", face: "semibold", size: 14 }),
  );

const lifelineOf = ([, , paint, x]: (typeof heads)[number]): Group =>
  paint === "head-channel"
    ? group(
        "lifeline",
        ["lifeline"],
        3,
        line("rail", [x - 10, 112], [x - 10, 736]),
        line("rail", [x + 10, 112], [x + 10, 736]),
      )
    : group(
        "lifeline",
        ["lifeline"],
        3,
        line(paint === "head-external" ? "lifeline-external" : "lifeline", [x, 112], [x, 736]),
      );

const bar = (x: number, top: number, bottom: number): Group =>
  group("execution", ["execution"], 5, rect("execution", x - 5, top, 10, bottom - top, 2));

const wait = (x: number, top: number, bottom: number): Group =>
  group(
    "wait",
    ["waiting"],
    5,
    rect("waiting", x - 5, top, 10, bottom - top, 2),
    rect("waiting-hatch", x - 5, top, 10, bottom - top),
  );

const mixed: FaceName = "italic";

/** A picture of a real flow, with all that the themes are judged by. */
export const signUp: Scene = {
  width: 1128,
  height: 772,
  title: "Sign-up with a welcome mail",
  description: "User calls Web app: submit form. Sign-up API sends SendWelcome to mail jobs without waiting.",
  lang: "en",
  groups: [
    group(
      "title",
      ["title"],
      1,
      text("title-text", "Sign-up with a welcome mail", 24, 40, {
        anchor: "start",
        face: "semibold",
        size: 20,
      }),
    ),
    group(
      "boundary",
      ["boundary"],
      2,
      rect("boundary", 700, 52, 404, 700, 8),
      text("boundary-text", "Delivery team", 1092, 66, { anchor: "end", size: 11 }),
    ),
    ...heads.map(lifelineOf),
    bar(76, 150, 156),
    wait(76, 156, 344),
    bar(232, 156, 196),
    wait(232, 196, 310),
    bar(232, 310, 344),
    bar(408, 196, 310),
    group(
      "lane",
      ["lane"],
      8,
      rect("band", 590, 262, 12, 74, 4),
      text("band-text", "1", 596, 303, { face: "semibold", size: 11 }),
    ),
    bar(784, 360, 408),
    wait(784, 456, 492),
    bar(784, 408, 456),
    bar(784, 492, 568),
    bar(960, 456, 492),
    bar(408, 620, 708),
    frame("retry", "3 times", [716, 404], 364, 112, 94),
    frame("on", "sent", [300, 640], 268, 80, 64),
    group("frame", ["frame"], 30, line("operand-line", [716, 500], [1080, 500])),
    call("submit form", [81, 156], [227, 156], 10),
    call("POST /signup", [237, 196], [403, 196], 11),
    send("SendWelcome", [413, 220], [590, 262], 12),
    chip("expects sent", 394, 232, 12),
    reply("201 Created", [403, 310], [237, 310], 13),
    reply("welcome screen", [227, 344], [81, 344], 14),
    send(
      "SendWelcome",
      [602, 336],
      [779, 360],
      15,
      text("detail-text", "50 ms … 3 s", 690, 372, { size: 11 }),
    ),
    call("DATA", [789, 456], [955, 456], 16),
    group(
      "mark",
      ["timeout"],
      16,
      text("detail-text", "timeout 2 s", 974, 460, { anchor: "start", size: 11 }),
    ),
    reply("250 OK", [955, 492], [789, 492], 17),
    send(
      "MailSent",
      [779, 560],
      [413, 620],
      18,
      { kind: "circle", paint: "return-ring", x: 770, y: 561.5, radius: 6 },
      path(
        "return-mark",
        ["M", 772.5, 559.5],
        ["Q", 772, 563.5, 767.5, 563.5],
        ["M", 769.5, 561.5],
        ["L", 767, 563.5],
        ["L", 769.5, 565.5],
      ),
    ),
    chip("sent arrives", 394, 616, 18),
    group(
      "message",
      ["message", "call", "self"],
      19,
      path(
        "call-line",
        ["M", 413, 676],
        ["L", 435, 676],
        ["Q", 441, 676, 441, 682],
        ["L", 441, 690],
        ["Q", 441, 696, 435, 696],
        ["L", 413, 696],
      ),
      filled("call-head", [441, 696], [413, 696]),
      text("call-text", "mark as welcomed", 450, 690, { anchor: "start", halo: true }),
    ),
    group(
      "note",
      ["note"],
      20,
      path(
        "note",
        ["M", 156, 400],
        ["L", 296, 400],
        ["L", 308, 412],
        ["L", 308, 444],
        ["L", 156, 444],
        ["Z"],
      ),
      path("note-fold", ["M", 296, 400], ["L", 296, 412], ["L", 308, 412], ["Z"]),
      text("note-text", "The page is shown at once;", 168, 418, { anchor: "start" }),
      text("note-text", "the mail may come later.", 168, 434, { anchor: "start", face: mixed }),
    ),
    group(
      "message",
      ["message", "async", "lost"],
      21,
      line("failure-line", [232, 500], [372, 520]),
      path("lost-mark", ["M", 367, 515], ["L", 377, 525], ["M", 377, 515], ["L", 367, 525]),
      text("failure-text", "metrics", 302, 503, { rotate: 8.13, halo: true, face: "medium" }),
    ),
    group(
      "divider",
      ["divider"],
      22,
      line("divider-line", [24, 588], [280, 588]),
      text("divider-text", "later", 152, 592, { halo: true, size: 11 }),
    ),
    ...heads.map(head),
  ],
};
