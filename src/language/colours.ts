import { type Reading, read, unread, unreadUnless } from "./reading.ts";

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

/** A CSS colour name or `#rgb`, `#rrggbb`, `#rrggbbaa`, in lower case. */
export const readColour = (text: string): Reading<string> => {
  const colour = text.toLowerCase();
  if (named.has(colour) || /^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/.test(colour)) return read(colour);
  return unreadUnless(readColour, respell(colour));
};

const respell = (colour: string): string | undefined => {
  const plain = colour.replace(/[\s_-]+/g, "");
  if (named.has(plain)) return plain;
  const short = /^#?([0-9a-f])([0-9a-f])([0-9a-f])([0-9a-f])$/.exec(plain);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join("")}`;
  return /^(0x)?[0-9a-f]+$/.test(plain) ? `#${plain.replace("0x", "")}` : undefined;
};

/** `true` or `false`. */
export const readBoolean = (text: string): Reading<boolean> => {
  if (text === "true" || text === "false") return read(text === "true");
  const plain = text.toLowerCase();
  if (["yes", "y", "on", "1", "true", "t"].includes(plain)) return unread("true");
  return unread(["no", "n", "off", "0", "false", "f"].includes(plain) ? "false" : undefined);
};
