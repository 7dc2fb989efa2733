import type { Flow, NamedExecution } from "../../flow/flow.ts";
import type { Style } from "../../theme/theme.ts";
import { labelFont, labelStretch } from "../label-font.ts";
import type { Plan, Side } from "./plan.ts";
import { shownText, type Words, words } from "./words.ts";

/** px between a bar and its label, beside the bars that stand on it; and px kept around the label. */
export const labelOffset = 4;
export const labelGap = 2;

/** What an execution is called among all: the participant's index, a dot, the path below it. */
export const executionKey = (participant: number, path: string): string => `${participant}.${path}`;

/** The words of an execution: narrow, for they stand beside a bar. */
export const executionWords = ({ label, style: asked }: NamedExecution, style: Style): Words => {
  const own = { face: "regular", size: style.small } as const;
  const font = labelFont(asked, own);
  return words(shownText(label), font, style.labelWidth * labelStretch(font, own));
};

/** Room for a label beside a bar. */
export interface BarLabel {
  readonly column: number;
  readonly side: Side;
  /** px from the lifeline. */
  readonly width: number;
}

/**
 * The labels that want room beside their bars, on the side on which less happens between the bar's first message and its last:
 * a label stands where no line goes.
 *
 * In:   the executions that want room, by `executionKey`.
 * Out:  by message, what stands beside the bars that it leaves and reaches.
 * Cost: linear in the messages.
 */
export const barLabelsOf = (
  flow: Flow,
  { column, barred, style }: Plan,
  wanted: ReadonlySet<string>,
): readonly (readonly BarLabel[] | undefined)[] => {
  const messages = new Map<string, { readonly index: number; readonly side: Side | 0 }[]>();
  const add = (participant: number | null, path: string | undefined, index: number, side: Side | 0): void => {
    if (participant === null || path === undefined) return;
    const key = executionKey(participant, path);
    if (!wanted.has(key)) return;
    const known = messages.get(key);
    if (known) known.push({ index, side });
    else messages.set(key, [{ index, side }]);
  };
  for (const { index, from, to, fromSpan, toSpan } of flow.messages) {
    const [a, b] = [from === null ? -1 : (column[from] ?? -1), to === null ? -1 : (column[to] ?? -1)];
    // What a message to itself draws stands on the right.
    add(from, fromSpan, index, b < a ? -1 : 1);
    if (from !== to || fromSpan !== toSpan) add(to, toSpan, index, a < b ? -1 : 1);
  }
  const labels: BarLabel[][] = [];
  for (const execution of flow.executions) {
    const at = column[execution.participant] ?? -1;
    const found = messages.get(executionKey(execution.participant, execution.path));
    if (!found || at < 0 || !barred[at]) continue;
    const right = found.slice(1, -1).reduce((sum, { side }) => sum + side, 0);
    const { width } = executionWords(execution, style);
    const room: BarLabel = {
      column: at,
      side: right > 0 ? -1 : 1,
      width: style.barWidth / 2 + style.barShift + labelOffset + width + labelGap,
    };
    for (const { index } of found) {
      const known = labels[index];
      if (known) known.push(room);
      else labels[index] = [room];
    }
  }
  return labels;
};
