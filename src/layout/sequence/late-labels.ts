import type { Board } from "./board.ts";
import { type LabelSpot, labelSpots } from "./label-spots.ts";
import type { PlacedMessage, PlacedWords, Rows } from "./placement.ts";
import { addBox, addStroke, emptyScenery, type Scenery, touched } from "./scenery.ts";
import { boxOfWords, breadthOf, levelBox, strokeMeets, type TurnedBox } from "./turned-box.ts";

/** What touching another text, a line, a lifeline costs, in the measure of LabelSpot's costs. */
const costs = { text: 200, line: 14, lifeline: 3, outside: 500 } as const;
/** px kept around a text. */
const gap = 2;
/** How often all labels look for a better place, once each has one. */
const rounds = 3;

interface Moving {
  readonly message: PlacedMessage;
  readonly spots: readonly LabelSpot[];
}

/**
 * Finds places for the labels of messages that are received further down or never, and for those that such lines run
 * through. Their lines cross others, so where a label is free is known only when every line is.
 *
 * In:   a board on which everything has its height; the rows' lower end, px.
 * Out:  its messages, with these labels; and which of them are still crossed or touched.
 * Cost: a fixed number of places for each such label; for each place, what stands in its bands.
 */
export const placeLateLabels = (
  board: Board,
  top: number,
  bottom: number,
): Pick<Rows, "messages" | "crowded"> => {
  const messages = board.messages.filter((each) => each !== undefined);
  if (board.plan.loose.size === 0) return { messages, crowded: [] };
  const flights = messages.filter(({ message }) => board.plan.loose.has(message));
  const moving = messages.flatMap((message): readonly Moving[] => {
    const plan = board.plan.messages[message.message];
    if (!plan?.label || message.course !== "line" || board.aside.has(message.message)) return [];
    const isMoving = !message.label || isCrossed(message, flights);
    if (!isMoving) return [];
    // Where it stands now is free of other words, at least.
    const { label, detail } = message;
    const own: readonly LabelSpot[] = label ? [{ label, ...(detail && { detail }), cost: 1 }] : [];
    return [{ message, spots: [...own, ...labelSpots(message, plan, board.plan.style)] }];
  });
  if (moving.length === 0) return { messages, crowded: [] };

  // Labels that have places begin there: none takes another's, so the way back stays free.
  const taken = new Map<number, LabelSpot>();
  for (const { message, spots } of moving)
    if (message.label && spots[0]) taken.set(message.message, spots[0]);
  const prices = new Map<number, number>();
  const still = sceneryOf(
    board,
    messages,
    new Set(moving.map(({ message }) => message.message)),
    top,
    bottom,
  );
  for (let round = 0; round < rounds; round++) {
    const others = emptyScenery();
    for (const [owner, spot] of taken) for (const box of boxesOf(spot)) addBox(others, box, owner);
    let isBetter = false;
    for (const { message, spots } of moving) {
      const owner = message.message;
      const priced = spots.map((spot) => ({
        spot,
        price: priceOf(spot, owner, [still, others], board, top),
      }));
      const best = priced.reduce((a, b) => (b.price < a.price ? b : a));
      prices.set(owner, best.price);
      // A label that would touch another wherever it went stays: it is for the loose one to go.
      const spot = message.label && best.price >= costs.text ? (spots[0] as LabelSpot) : best.spot;
      if (taken.get(owner) === spot) continue;
      isBetter = true;
      taken.set(owner, spot);
      for (const box of boxesOf(spot)) addBox(others, box, owner);
    }
    if (!isBetter) break;
  }
  const crowded = moving
    .map(({ message }) => message.message)
    .filter((each) => board.plan.loose.has(each) && (prices.get(each) ?? 0) >= costs.line);
  const relabelled = messages.map((message) => {
    const spot = taken.get(message.message);
    if (!spot) return message;
    return { ...message, label: spot.label, detail: spot.detail };
  });
  return { messages: relabelled, crowded };
};

const isCrossed = ({ message, label, detail }: PlacedMessage, flights: readonly PlacedMessage[]): boolean =>
  [label, detail].some((words) => {
    if (!words) return false;
    const box = boxOfWords(words);
    return flights.some((flight) => flight.message !== message && strokeMeets(flight, box, gap));
  });

const boxesOf = ({ label, detail }: LabelSpot): readonly TurnedBox[] =>
  [label, detail].filter((words): words is PlacedWords => words !== undefined).map(boxOfWords);

const priceOf = (
  spot: LabelSpot,
  owner: number,
  sceneries: readonly Scenery[],
  { x, width, left, plan }: Board,
  top: number,
): number => {
  let price = spot.cost;
  for (const box of boxesOf(spot)) {
    for (const scenery of sceneries) {
      const { boxes, strokes } = touched(scenery, box, owner, gap);
      price += boxes * costs.text + strokes * costs.line;
    }
    const breadth = breadthOf(box);
    for (const centre of x) if (Math.abs(centre - box.x) < breadth + gap) price += costs.lifeline;
    const { margin } = plan.style;
    if (box.x - breadth < Math.max(left, margin / 2) || box.x + breadth > width - margin / 2)
      price += costs.outside;
    if (box.y - box.halfHeight < top) price += costs.outside;
  }
  return price;
};

/** All that keeps its place: lines, texts and boxes; not the lifelines, over which a label may lie at a price. */
export const sceneryOf = (
  board: Board,
  messages: readonly PlacedMessage[],
  moving: ReadonlySet<number>,
  top: number,
  bottom: number,
): Scenery => {
  const scenery = emptyScenery();
  const { style, half, barred } = board.plan;
  for (const { message, course, x1, y1, x2, y2, label, detail, ends } of messages) {
    if (course === "line") addStroke(scenery, { x1, y1, x2, y2 }, message);
    else {
      const left = Math.min(x1, x2);
      const right = Math.max(x1, x2) + style.loopWidth;
      addBox(scenery, levelBox({ x: left, y: y1, width: right - left, height: y2 - y1 }), message);
    }
    for (const words of ends ?? []) addBox(scenery, boxOfWords(words));
    if (!moving.has(message))
      for (const words of [label, detail]) if (words) addBox(scenery, boxOfWords(words), message);
  }
  for (const { box } of [...board.chips, ...board.notes]) addBox(scenery, levelBox(box));
  for (const { y, from, to, words } of board.dividers)
    addBox(scenery, levelBox({ x: from, y: y - words.height / 2, width: to - from, height: words.height }));
  for (const { box, tab, operands } of board.frames) {
    const { x, y, width, height } = box;
    addBox(scenery, levelBox({ x, y, width: tab.width, height: tab.height }));
    for (const at of [y, y + height, ...operands.map((operand) => operand.y)])
      addStroke(scenery, { x1: x, y1: at, x2: x + width, y2: at });
    for (const at of [x, x + width]) addStroke(scenery, { x1: at, y1: y, x2: at, y2: y + height });
    for (const { label } of operands) if (label) addBox(scenery, boxOfWords(label));
  }
  board.plan.heads.forEach(({ participant, width }, column) => {
    const y = board.created[participant] as number;
    const x = board.x[column] as number;
    if (!Number.isNaN(y))
      addBox(
        scenery,
        levelBox({ x: x - width / 2, y: y - style.headHeight / 2, width, height: style.headHeight }),
      );
  });
  // The bars and rails of the lifelines: a strip as wide as they are, from the heads to the foot.
  half.forEach((px, column) => {
    const x = board.x[column] as number;
    const reach = barred[column] ? px : px + 1;
    if (px > 0)
      for (const at of [x - reach, x + reach]) addStroke(scenery, { x1: at, y1: top, x2: at, y2: bottom });
  });
  return scenery;
};
