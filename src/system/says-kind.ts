import type { Participant } from "../flow/flow.ts";

/** Whether the text says what kind a participant is: by its kind, its shape or a class. */
export const saysKind = ({ attributeSpans, kind }: Participant): boolean =>
  attributeSpans.kind !== undefined || attributeSpans.shape !== undefined || kind !== "service";
