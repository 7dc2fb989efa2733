/**
 * Counts what is wrong with the picture that a page shows, from what the browser says of its elements. Runs in the page: it
 * may use nothing from outside itself.
 */
export interface SeenFaults {
  readonly texts: number;
  readonly overlaps: readonly string[];
  readonly crossed: readonly string[];
  readonly outside: readonly string[];
}

export const countFaults = `(() => {
  const svg = document.querySelector("svg");
  const frame = svg.getBoundingClientRect();
  const place = (matrix, x, y) => ({ x: matrix.a * x + matrix.c * y + matrix.e, y: matrix.b * x + matrix.d * y + matrix.f });

  // The letters' own box in the text's own axes: line boxes are higher than letters, so a sixth is cut above and below.
  const texts = [...svg.querySelectorAll("text")].filter((text) => text.textContent.trim()).map((text) => {
    const box = text.getBBox();
    const matrix = text.getScreenCTM();
    const corners = (top, bottom) => [[box.x, top], [box.x + box.width, top], [box.x + box.width, bottom], [box.x, bottom]].map(([x, y]) => place(matrix, x, y));
    const style = getComputedStyle(text);
    return {
      text,
      words: text.textContent.trim(),
      whole: corners(box.y, box.y + box.height),
      letters: corners(box.y + box.height / 6, box.y + (box.height * 5) / 6),
      halo: style.paintOrder.startsWith("stroke") && style.stroke !== "none",
    };
  });

  const normals = (shape) => [0, 1].map((at) => {
    const a = shape[at], b = shape[at + 1];
    const length = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    return { x: -(b.y - a.y) / length, y: (b.x - a.x) / length };
  });
  const extent = (shape, axis) => {
    const values = shape.map((point) => point.x * axis.x + point.y * axis.y);
    return [Math.min(...values), Math.max(...values)];
  };
  const meet = (a, b) => [...normals(a), ...normals(b)].every((axis) => {
    const [a0, a1] = extent(a, axis), [b0, b1] = extent(b, axis);
    return Math.min(a1, b1) - Math.max(a0, b0) > 1;
  });
  const holds = (shape, point) => normals(shape).every((axis) => {
    const [low, high] = extent(shape, axis);
    const at = point.x * axis.x + point.y * axis.y;
    return at > low && at < high;
  });

  const overlaps = [];
  texts.forEach((a, at) => {
    for (const b of texts.slice(at + 1)) if (meet(a.letters, b.letters)) overlaps.push(a.words + " | " + b.words);
  });

  const strokes = [...svg.querySelectorAll("path, rect, circle")].filter((shape) => {
    const style = getComputedStyle(shape);
    return style.stroke !== "none" && parseFloat(style.strokeWidth) > 0;
  });
  // A line is seen through a text unless something filled was painted over the line and under the text.
  const hides = (shape) => getComputedStyle(shape).fill !== "none" && parseFloat(getComputedStyle(shape).fillOpacity) === 1;
  const crossed = new Set();
  for (const line of strokes) {
    const matrix = line.getScreenCTM();
    const box = line.getBoundingClientRect();
    const near = texts.filter((each) => !each.halo && each.letters.some((point) => point.x > box.left - 400) && meet(each.letters, [
      { x: box.left - 2, y: box.top - 2 }, { x: box.right + 2, y: box.top - 2 }, { x: box.right + 2, y: box.bottom + 2 }, { x: box.left - 2, y: box.bottom + 2 },
    ]));
    if (near.length === 0) continue;
    const length = line.getTotalLength();
    for (let way = 0; way <= length; way += 1) {
      const local = line.getPointAtLength(way);
      const point = place(matrix, local.x, local.y);
      for (const each of near) {
        if (!holds(each.letters, point)) continue;
        const covers = strokes.concat([...svg.querySelectorAll("path, rect")]).some((shape) =>
          shape !== line && hides(shape) &&
          line.compareDocumentPosition(shape) & Node.DOCUMENT_POSITION_FOLLOWING &&
          shape.compareDocumentPosition(each.text) & Node.DOCUMENT_POSITION_FOLLOWING &&
          shape.isPointInFill(new DOMPoint(point.x, point.y).matrixTransform(shape.getScreenCTM().inverse())));
        if (!covers) crossed.add(each.words + " × " + line.getAttribute("class"));
      }
    }
  }

  const outside = [];
  const isOut = (left, top, right, bottom) => left < frame.left - 1 || top < frame.top - 1 || right > frame.right + 1 || bottom > frame.bottom + 1;
  for (const { whole, words } of texts) {
    const xs = whole.map(({ x }) => x), ys = whole.map(({ y }) => y);
    if (isOut(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))) outside.push(words);
  }
  for (const line of strokes) {
    const box = line.getBoundingClientRect();
    if (isOut(box.left, box.top, box.right, box.bottom)) outside.push(line.getAttribute("class"));
  }
  return { texts: texts.length, overlaps, crossed: [...crossed], outside };
})()`;
