import type { Flow, Label, Step } from "../flow/flow.ts";
import { codeBlocks, plainText, type RichBlock } from "../text/rich-block.ts";

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

/**
 * Reads the Markdown and the code in a flow's labels.
 *
 * In:   a flow; a reader of Markdown.
 * Out:  the flow with plain words in their place, for whatever shows only words; and what the words look like.
 * Cost: linear in the flow.
 */
export const readRichLabels = (
  flow: Flow,
  read: (markdown: string) => readonly RichBlock[],
): { readonly flow: Flow; readonly rich: RichLabels } => {
  if (!hasRichLabels(flow)) return { flow, rich: none };
  const rich = new Map<Label, readonly RichBlock[]>();
  const plain = mapLabels(flow, (label) => {
    if (label.format === "plain") return label;
    const blocks = label.format === "md" ? read(label.text) : codeBlocks(label.text);
    const shown = { ...label, text: plainText(blocks) };
    if (blocks.length > 0) rich.set(shown, blocks);
    return shown;
  });
  return { flow: plain, rich };
};

const none: RichLabels = new Map();

/** A flow with each label that a picture shows in another one's place. */
const mapLabels = (flow: Flow, to: (label: Label) => Label): Flow => {
  const labelled = <T extends { readonly label?: Label }>(each: T): T =>
    each.label ? { ...each, label: to(each.label) } : each;
  const steps = (body: readonly Step[]): readonly Step[] =>
    body.map((step) => (step.kind === "note" || step.kind === "divider" ? labelled(step) : step));
  return {
    ...flow,
    ...(flow.title && { title: to(flow.title) }),
    participants: flow.participants.map(labelled),
    boundaries: flow.boundaries.map(labelled),
    messages: flow.messages.map(labelled),
    fragments: flow.fragments.map((fragment) => ({
      ...labelled(fragment),
      operands: fragment.operands.map((operand) => ({ ...labelled(operand), body: steps(operand.body) })),
    })),
    body: steps(flow.body),
  };
};
