const verbs = ["reserve", "publish", "confirm", "fetch", "validate", "cancel", "store", "notify", "merge"];
const kinds = ["partial", "daily", "remote", "signed", "latest", "pending", "customer"];
const nouns = ["order", "report", "invoice", "token", "payload", "session", "receipt", "snapshot"];

/**
 * A flow's text: calls with replies, messages in flight, callbacks, work of one's own, remarks and fragments, in about the
 * shares of real flows; another seed is another flow.
 */
export const flowOf = (participants, messages, seed = 0) => {
  const lines = Array.from({ length: participants }, (_, at) => `p${at}: Service ${at}`);
  const key = (at) => `p${((at % participants) + participants) % participants}`;
  const one = (list, at) => list[(at * 5 + seed) % list.length];
  const words = (turn) => `${one(verbs, turn)} ${one(kinds, turn + 1)} ${one(nouns, turn + 2)}`;
  let count = 0;
  for (let turn = 0; count < messages; turn++) {
    const from = key(turn * 7 + seed);
    const to = key(turn * 7 + seed + 1 + (turn % Math.min(3, participants - 1)));
    const shapes = [
      [`${from} -> ${to}: ${words(turn)} ${turn}`, `${to} --> ${from}: ${words(turn + 1)} by region`],
      [`${from} ~> ${to}: ${words(turn)} in background`],
      [`${from} -> ${from}: ${words(turn)}`],
      [`alt: ${words(turn)} {`, `  ${from} ~> ${to}: ${words(turn + 2)}`]
        .concat([`} else: ${words(turn + 4)} {`, `  ${from} -> ${to}: ${words(turn + 3)}`])
        .concat([`  ${to} --> ${from}: ${words(turn + 5)}`, "}"]),
      [`${from} ~> ${to}: ${words(turn)} { callback: c${turn} }`]
        .concat([`${to} ~> ${from}: ${words(turn + 1)} { resolves: c${turn} }`])
        .concat([`await: c${turn} { timeout: 5s }`]),
    ];
    const added = shapes[turn % 11 === 10 ? 3 : turn % 7 === 6 ? 4 : turn % 4 === 3 ? 2 : turn % 2];
    lines.push(...added);
    count += added.filter((line) => /^ *p\d+ \S+ p\d+/.test(line)).length;
    if (turn % 12 === 11) lines.push(`note: ${words(turn)} { over: [${from}; ${to}] }`);
  }
  return `${lines.join("\n")}\n`;
};
