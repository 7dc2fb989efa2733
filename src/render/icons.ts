/**
 * Pictures of kinds, as paths on a grid of 20 by 20 to be stroked 1.5 wide with round ends; a dot is a line of no length.
 * One row is all an icon is: `IconMark.name` names it.
 */
export const icons: Readonly<Record<string, string>> = {
  /** Two machines in a rack. */
  service: "M3 3.5h14v5H3zM3 11.5h14v5H3zM6.25 6h.01M6.25 14h.01M10.5 6h3.25M10.5 14h3.25",
  person:
    "M10 3.25a3.25 3.25 0 1 1 0 6.5a3.25 3.25 0 1 1 0-6.5zM3.5 16.75c.6-2.9 3-4.25 6.5-4.25s5.9 1.35 6.5 4.25",
  /** A cog wheel. */
  worker:
    "M8.67 4.66L8.78 2.7h2.44l.11 1.96L12.83 5.29L14.3 3.98L16.02 5.7L14.71 7.17L15.34 8.67L17.3 8.78v2.44l-1.96.11" +
    "L14.71 12.83L16.02 14.3L14.3 16.02L12.83 14.71L11.33 15.34L11.22 17.3H8.78L8.67 15.34L7.17 14.71L5.7 16.02L3.98 14.3" +
    "L5.29 12.83L4.66 11.33L2.7 11.22V8.78L4.66 8.67L5.29 7.17L3.98 5.7L5.7 3.98L7.17 5.29z" +
    "M10 7.75a2.25 2.25 0 1 1 0 4.5a2.25 2.25 0 1 1 0-4.5z",
  /** Two rails, and what waits between them. */
  queue: "M2.75 4.5h14.5M2.75 15.5h14.5M5.75 8v4M10 8v4M14.25 8v4",
  /** One says it, many hear it. */
  topic: "M5 8a2 2 0 1 1 0 4a2 2 0 1 1 0-4zM7 10h10M6.6 8.8L13.25 4.25H17M6.6 11.2L13.25 15.75H17",
  store:
    "M10 2.75c3.3 0 6 1 6 2.5s-2.7 2.5-6 2.5s-6-1-6-2.5s2.7-2.5 6-2.5zM4 5.25v9.5c0 1.5 2.7 2.5 6 2.5s6-1 6-2.5v-9.5" +
    "M4 10c0 1.5 2.7 2.5 6 2.5s6-1 6-2.5",
  /** Quick as lightning. */
  cache: "M11.25 2.75L4.5 11.25h4.75L8.75 17.25L15.5 8.75h-4.75z",
  scheduler: "M10 2.75a7.25 7.25 0 1 1 0 14.5a7.25 7.25 0 1 1 0-14.5zM10 5.75V10l3 1.75",
  /** A cloud: somewhere else. */
  external: "M5.75 15.5a3.25 3.25 0 0 1-.3-6.49a4.6 4.6 0 0 1 8.95-.4a3.45 3.45 0 0 1-.15 6.89z",
  boundary:
    "M3 7V4.5a1.5 1.5 0 0 1 1.5-1.5H7M13 3h2.5a1.5 1.5 0 0 1 1.5 1.5V7M17 13v2.5a1.5 1.5 0 0 1-1.5 1.5H13M7 17H4.5a1.5 1.5 0 0 1-1.5-1.5V13",
  /** It comes back: the mark of a callback. */
  return: "M7.5 4.25L4 7.75l3.5 3.5M4 7.75h7.75a4 4 0 0 1 0 8H8.5",
  /** An hourglass. */
  wait: "M5.5 2.75h9M5.5 17.25h9M6.5 2.75v2.5c0 2.25 3.5 3 3.5 4.75s-3.5 2.5-3.5 4.75v2.5M13.5 2.75v2.5c0 2.25-3.5 3-3.5 4.75s3.5 2.5 3.5 4.75v2.5",
  arrived: "M4 10.5l4 4l8-9",
  cancelled: "M5 5l10 10M15 5L5 15",
};
