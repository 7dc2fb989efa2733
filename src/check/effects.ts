import type { Flow, Message } from "../flow/flow.ts";

/** This message changes something outside, and doing it twice changes it twice, as far as the text says. */
export const isUnsafeEffect = (flow: Flow, message: Message): boolean =>
  message.attributes.effect === true && !isRepeatable(flow, message);

/** Sending it twice does no more than sending it once: it says so, or its receiver does. */
export const isRepeatable = ({ participants }: Flow, { attributes, to }: Message): boolean =>
  attributes.idempotent === true || (to !== null && knowsRepeats(participants[to]?.attributes));

/** It may see a message twice, or recognises it. */
export const knowsRepeats = (attributes: Flow["participants"][number]["attributes"] | undefined): boolean =>
  attributes?.idempotent === true || attributes?.dedupe !== undefined;
