import { participantKinds } from "../../language/participant-kinds.ts";
import { queueTraffic } from "../queue-traffic.ts";
import type { SystemRule } from "../system-rule.ts";

export const unfedQueue: SystemRule = {
  code: "unfed-queue",
  severity: "warning",
  category: "liveness",
  precision: "high",
  summary: "A queue or topic gives out messages, but in no flow does anything put them in.",
  why:
    "A consumer waits for what nobody sends: either a producer is missing from the flows, or the queue goes by another name " +
    "where it is filled, and the two never meet.",
  bad: "jobs: Mail jobs { kind: queue }\njobs ~> worker: SendWelcome\n",
  good: "jobs: Mail jobs { kind: queue }\napi ~> jobs: SendWelcome\njobs ~> worker: SendWelcome\n",
  limits:
    "A queue that is the dead-letter queue of another one is fed by it. Whatever is sent to a queue counts as put in, also a " +
    "consumer's request for the next message. A producer that no flow shows is not known.",
  check: (system) =>
    queueTraffic(system).flatMap(({ participant, fed, taken, isDeadLetter }) => {
      const { key, kind, span, index } = participant;
      if (fed.length > 0 || isDeadLetter) return [];
      const [first] = taken;
      return [
        {
          message: `Nothing puts anything into the ${participantKinds[kind].noun} \`${key}\`, in any flow.`,
          span,
          notes: first ? [{ message: "this comes out of it", span: first.span }] : [],
          help: `show who fills it: \`api ~> ${key}: …\``,
          on: [{ participant: index }],
          brief: "nothing feeds it",
        },
      ];
    }),
};
