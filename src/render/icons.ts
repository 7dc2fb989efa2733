/**
 * Pictures of kinds, as paths on a grid of 20 by 20 to be stroked 1.5 wide with round ends; a dot is a line of no length.
 * One row is all an icon is: `IconMark.name` names it.
 */
export const icons: Readonly<Record<string, string>> = {
  /** Two machines in a rack. */
  service:
    "M4.5 3.25h11a1.5 1.5 0 0 1 1.5 1.5v2.5a1.5 1.5 0 0 1-1.5 1.5h-11a1.5 1.5 0 0 1-1.5-1.5v-2.5a1.5 1.5 0 0 1 1.5-1.5z" +
    "M4.5 11.25h11a1.5 1.5 0 0 1 1.5 1.5v2.5a1.5 1.5 0 0 1-1.5 1.5h-11a1.5 1.5 0 0 1-1.5-1.5v-2.5a1.5 1.5 0 0 1 1.5-1.5z" +
    "M6.25 6h.01M6.25 14h.01M10.5 6h3.25M10.5 14h3.25",
  person:
    "M10 3.25a3.25 3.25 0 1 1 0 6.5a3.25 3.25 0 1 1 0-6.5zM3.5 16.75c.6-2.9 3-4.25 6.5-4.25s5.9 1.35 6.5 4.25",
  /** A cog wheel. */
  worker:
    "M10 5a5 5 0 1 1 0 10a5 5 0 1 1 0-10zM10 8.5a1.5 1.5 0 1 1 0 3a1.5 1.5 0 1 1 0-3z" +
    "M10 5V2.75M10 17.25V15M5 10H2.75M17.25 10H15M6.46 6.46L4.87 4.87M15.13 15.13L13.54 13.54M6.46 13.54L4.87 15.13M15.13 4.87L13.54 6.46",
  /** Two rails, and what waits between them. */
  queue: "M2.75 4.75h14.5M2.75 15.25h14.5M4.5 8h2.25v4h-2.25zM8.88 8h2.25v4h-2.25zM13.25 8h2.25v4h-2.25z",
  /** One says it, many hear it. */
  topic:
    "M4.75 8.25a1.75 1.75 0 1 1 0 3.5a1.75 1.75 0 1 1 0-3.5zM6.5 10h7.25M6.1 8.85L13.75 4.5M6.1 11.15L13.75 15.5" +
    "M13.75 4.5h2.5M13.75 10h2.5M13.75 15.5h2.5",
  store:
    "M10 2.75c3.3 0 6 1 6 2.5s-2.7 2.5-6 2.5s-6-1-6-2.5s2.7-2.5 6-2.5zM4 5.25v9.5c0 1.5 2.7 2.5 6 2.5s6-1 6-2.5v-9.5" +
    "M4 10c0 1.5 2.7 2.5 6 2.5s6-1 6-2.5",
  /** Quick as lightning. */
  cache: "M11.25 2.75L4.5 11.25h4.75L8.75 17.25L15.5 8.75h-4.75z",
  scheduler: "M10 2.75a7.25 7.25 0 1 1 0 14.5a7.25 7.25 0 1 1 0-14.5zM10 5.75V10l3 1.75",
  /** A cloud: somewhere else. */
  external: "M5.75 15.75a3.5 3.5 0 0 1-.4-6.98a4.9 4.9 0 0 1 9.5-.52a3.75 3.75 0 0 1-.35 7.5z",
  boundary:
    "M3 7V4.5a1.5 1.5 0 0 1 1.5-1.5H7M13 3h2.5a1.5 1.5 0 0 1 1.5 1.5V7M17 13v2.5a1.5 1.5 0 0 1-1.5 1.5H13M7 17H4.5a1.5 1.5 0 0 1-1.5-1.5V13",
  /** It comes back: the mark of a callback. */
  return: "M7.5 4.25L4 7.75l3.5 3.5M4 7.75h7.75a4 4 0 0 1 0 8H8.5",
  /** An hourglass. */
  wait: "M5.5 2.75h9M5.5 17.25h9M6.5 2.75v2.5c0 2.25 3.5 3 3.5 4.75s-3.5 2.5-3.5 4.75v2.5M13.5 2.75v2.5c0 2.25-3.5 3-3.5 4.75s3.5 2.5 3.5 4.75v2.5",
  arrived: "M4 10.5l4 4l8-9",
  cancelled: "M5 5l10 10M15 5L5 15",
};
