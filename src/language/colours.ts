import { type Reading, readerOf } from "./reading.ts";

/** The named colours of CSS Color Module Level 4, and `transparent`. */
export const colourNames: readonly string[] = (
  "aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet brown burlywood " +
  "cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan darkgoldenrod darkgray " +
  "darkgreen darkgrey darkkhaki darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen " +
  "darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey dodgerblue " +
  "firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green greenyellow grey honeydew " +
  "hotpink indianred indigo ivory khaki lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan " +
  "lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray " +
  "lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine mediumblue " +
  "mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen mediumturquoise mediumvioletred " +
  "midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid " +
  "palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum powderblue purple " +
  "rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue " +
  "slateblue slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat white " +
  "whitesmoke yellow yellowgreen transparent"
).split(" ");

const named: ReadonlySet<string> = new Set(colourNames);

const exactColour = (text: string): string | undefined => {
  const colour = text.toLowerCase();
  return named.has(colour) || /^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/.test(colour) ? colour : undefined;
};

const respellColour = (text: string): string | undefined => {
  const plain = text.toLowerCase().replace(/[\s_-]+/g, "");
  if (named.has(plain)) return plain;
  const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(plain);
  if (short) {
    const digits = short.slice(1).map((digit) => digit + digit);
    return `#${digits.join("")}`;
  }
  return `#${plain.replace(/^0x|^#/, "")}`;
};

/** A CSS colour name or `#rgb`, `#rrggbb`, `#rrggbbaa`, in lower case. */
export const readColour: (text: string) => Reading<string> = readerOf(exactColour, respellColour);

const yes: ReadonlySet<string> = new Set(["yes", "y", "on", "1", "true", "t"]);
const no: ReadonlySet<string> = new Set(["no", "n", "off", "0", "false", "f"]);

/** `true` or `false`. */
export const readBoolean: (text: string) => Reading<boolean> = readerOf(
  (text) => (text === "true" ? true : text === "false" ? false : undefined),
  (text) => (yes.has(text.toLowerCase()) ? "true" : no.has(text.toLowerCase()) ? "false" : undefined),
);
