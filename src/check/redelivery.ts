import type { Flow, Message, Participant } from "../flow/flow.ts";
import { participantKinds } from "../language/participant-kinds.ts";

/** The text says that this queue or topic gives messages again. */
export const redelivers = ({ messages }: Flow, { index, attributes }: Participant): boolean =>
  attributes.visibility !== undefined ||
  attributes.delivery === "at-least-once" ||
  messages.some(
    ({ from, to, attributes: { settle, delivery } }) =>
      (to === index && settle === "nack") || (from === index && delivery === "at-least-once"),
  );

/** Who receives this may receive it twice: it comes out of a queue or topic that does not promise otherwise, or says so itself. */
export const mayRepeat = ({ participants }: Flow, { from, attributes }: Message): boolean => {
  if (attributes.duplicate === true || attributes.delivery === "at-least-once") return true;
  const sender = participants[from ?? -1];
  if (sender === undefined || attributes.delivery !== undefined || !participantKinds[sender.kind].channel)
    return false;
  return (sender.attributes.delivery ?? "at-least-once") === "at-least-once";
};
