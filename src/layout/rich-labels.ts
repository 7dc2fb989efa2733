import type { Flow, Label, Step } from "../flow/flow.ts";
import type { StyleValues } from "../language/styles.ts";
import { codeBlocks, plainText, type RichBlock } from "../text/rich-block.ts";
import { blocksInCase, changesCase, inCase } from "./label-case.ts";

/** What labels look like inside, where they are more than plain words. */
export type RichLabels = ReadonlyMap<Label, readonly RichBlock[]>;

/** Whether a flow has labels that are not plain: only then is it worth to load what reads them. */
export const hasRichLabels = (flow: Flow): boolean => {
  const isRich = ({ label }: { readonly label?: Label }): boolean =>
    label !== undefined && label.format !== "plain";
  const inSteps = (body: readonly Step[]): boolean =>
    body.some((step) => (step.kind === "note" || step.kind === "divider") && isRich(step));
  return (
    [flow.participants, flow.boundaries, flow.messages, flow.fragments].some((all) => all.some(isRich)) ||
    flow.fragments.some(({ operands }) => operands.some((each) => isRich(each) || inSteps(each.body))) ||
    inSteps(flow.body) ||
    (flow.title !== undefined && flow.title.format !== "plain")
  );
};

/** Whether a flow has labels that are shown in other letters than they are written in. */
const changesLetters = (flow: Flow): boolean =>
  [flow.participants, flow.boundaries, flow.messages, flow.fragments, flow.executions].some((all) =>
    all.some(({ style }) => changesCase(style)),
  );

/**
 * Reads the Markdown and the code in a flow's labels, and gives their words the letters that `style.text-transform` asks for.
 *
 * In:   a flow; a reader of Markdown.
 * Out:  the flow with plain words in their place, for whatever shows only words; and what the words look like.
 * Cost: linear in the flow.
 */
export const readRichLabels = (
  flow: Flow,
  read: (markdown: string) => readonly RichBlock[],
): { readonly flow: Flow; readonly rich: RichLabels } => {
  if (!hasRichLabels(flow) && !changesLetters(flow)) return { flow, rich: none };
  const rich = new Map<Label, readonly RichBlock[]>();
  const plain = mapLabels(flow, (label, style) => {
    if (label.format === "plain")
      return changesCase(style) ? { ...label, text: inCase(label.text, style) } : label;
    const blocks = blocksInCase(label.format === "md" ? read(label.text) : codeBlocks(label.text), style);
    const shown = { ...label, text: plainText(blocks) };
    if (blocks.length > 0) rich.set(shown, blocks);
    return shown;
  });
  return { flow: plain, rich };
};

const none: RichLabels = new Map();

/** A flow with each label that a picture shows in another one's place. */
const mapLabels = (flow: Flow, to: (label: Label, style: StyleValues) => Label): Flow => {
  const inStyle = <T extends { readonly label?: Label }>(each: T, style: StyleValues): T =>
    each.label ? { ...each, label: to(each.label, style) } : each;
  const labelled = <T extends { readonly label?: Label; readonly style: StyleValues }>(each: T): T =>
    inStyle(each, each.style);
  const steps = (body: readonly Step[]): readonly Step[] =>
    body.map((step) => (step.kind === "note" || step.kind === "divider" ? inStyle(step, {}) : step));
  return {
    ...flow,
    ...(flow.title && { title: to(flow.title, {}) }),
    participants: flow.participants.map(labelled),
    boundaries: flow.boundaries.map(labelled),
    messages: flow.messages.map(labelled),
    fragments: flow.fragments.map((fragment) => ({
      ...labelled(fragment),
      operands: fragment.operands.map((operand) => ({
        ...inStyle(operand, fragment.style),
        body: steps(operand.body),
      })),
    })),
    executions: flow.executions.map(labelled),
    body: steps(flow.body),
  };
};
