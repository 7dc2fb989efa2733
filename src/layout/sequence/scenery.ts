import { boxesMeet, breadthOf, reachOf, type Stroke, strokeMeets, type TurnedBox } from "./turned-box.ts";

/** px: everything is filed by the bands of this height that it touches. */
const band = 96;

interface Filed<T> {
  readonly what: T;
  /** Whose it is: a message, or −1. */
  readonly owner: number;
}

/** What stands in a picture, to ask what a text would touch. Made for one picture, never seen outside. */
export interface Scenery {
  readonly boxes: Map<number, Filed<TurnedBox>[]>;
  readonly strokes: Map<number, Filed<Stroke>[]>;
}

export const emptyScenery = (): Scenery => ({ boxes: new Map(), strokes: new Map() });

const file = <T>(bands: Map<number, T[]>, low: number, high: number, what: T): void => {
  for (let at = Math.floor(low / band); at <= Math.floor(high / band); at++) {
    const there = bands.get(at);
    if (there) there.push(what);
    else bands.set(at, [what]);
  }
};

export const addBox = ({ boxes }: Scenery, what: TurnedBox, owner = -1): void => {
  const reach = reachOf(what);
  file(boxes, what.y - reach, what.y + reach, { what, owner });
};

export const addStroke = ({ strokes }: Scenery, what: Stroke, owner = -1): void =>
  file(strokes, Math.min(what.y1, what.y2), Math.max(what.y1, what.y2), { what, owner });

/** What a text in a box would touch, the things of `owner` aside. */
export interface Touched {
  readonly boxes: number;
  readonly strokes: number;
}

/** In: a box; px to keep around it. Cost: linear in what stands in the bands that the box touches. */
export const touched = ({ boxes, strokes }: Scenery, box: TurnedBox, owner: number, gap: number): Touched => {
  const reach = reachOf(box) + gap;
  const breadth = breadthOf(box) + gap;
  const met = { boxes: new Set<unknown>(), strokes: new Set<unknown>() };
  for (let at = Math.floor((box.y - reach) / band); at <= Math.floor((box.y + reach) / band); at++) {
    for (const each of boxes.get(at) ?? [])
      if (each.owner !== owner && boxesMeet(each.what, box, gap)) met.boxes.add(each);
    for (const each of strokes.get(at) ?? []) {
      const { x1, x2 } = each.what;
      if (Math.max(x1, x2) < box.x - breadth || Math.min(x1, x2) > box.x + breadth) continue;
      if (each.owner !== owner && strokeMeets(each.what, box, gap)) met.strokes.add(each);
    }
  }
  return { boxes: met.boxes.size, strokes: met.strokes.size };
};
