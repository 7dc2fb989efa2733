import { participantKinds } from "../../language/participant-kinds.ts";
import { queueTraffic } from "../queue-traffic.ts";
import type { SystemRule } from "../system-rule.ts";

export const unconsumedQueue: SystemRule = {
  code: "unconsumed-queue",
  severity: "warning",
  category: "liveness",
  precision: "high",
  summary: "A queue or topic gets messages, but in no flow does anything take them out.",
  why:
    "What is put into a queue that nobody reads is work that never happens: the sender believes it done, the queue grows until " +
    "it is full or drops what it holds, and no flow shows who should have noticed.",
  bad: "jobs: Mail jobs { kind: queue }\napi ~> jobs: SendWelcome\n",
  good: "jobs: Mail jobs { kind: queue }\napi ~> jobs: SendWelcome\njobs ~> worker: SendWelcome\n",
  limits:
    "Dead-letter queues are left out, for people look into them by hand. A reply from the queue to somebody who is not the only " +
    "one to call it counts as taking. A consumer that no flow shows is not known.",
  check: (system) =>
    queueTraffic(system).flatMap(({ participant, fed, isConsumed, isDeadLetter }) => {
      const { key, kind, span, index } = participant;
      const [first] = fed;
      if (first === undefined || isConsumed || isDeadLetter) return [];
      const noun = participantKinds[kind].noun;
      const what = first.label?.text ? `\`${first.label.text}\`` : "a message";
      return [
        {
          message: `Nothing takes anything out of the ${noun} \`${key}\`, in any flow.`,
          span,
          notes: [{ message: `${what} is put into it here`, span: first.span }],
          help: `show who consumes it: \`${key} ~> worker: …\``,
          on: [{ participant: index }],
          brief: "nothing consumes it",
        },
      ];
    }),
};
