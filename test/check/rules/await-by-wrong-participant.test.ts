import { awaitByWrongParticipant } from "../../../src/check/rules/await-by-wrong-participant.ts";
import { describeRule } from "../describe-rule.ts";

const flow = "c ~> a: start\na ~> b: job { callback: x }\nb ~> a: ready { resolves: x }\n";

describeRule(awaitByWrongParticipant, {
  silent: {
    "the owner": `${flow}await: x { by: a }\n`,
    "a hand-over in so many words": `${flow}a ~> c: finished { carries: x }\nawait: x { by: c }\n`,
    "a chain of messages": `${flow}a ~> d: finished\nd ~> c: finished\nawait: x { by: c }\n`,
    "a store that one writes and the other reads": `db: { kind: store }\n${flow}a -> db: save\nc -> db: look\ndb --> c: found\nawait: x { by: c }\n`,
    "a store that is read in one line": `db: { kind: store }\n${flow}a -> db: save\nc <-> db: look\nawait: x { by: c }\n`,
    "the address that the request names":
      "a ~> b: job { callback: x; reply-to: c }\nb ~> c: ready { resolves: x }\nawait: x { by: c }\n",
    "a neighbour in the list of names":
      "a ~> b: job { callback: x }\nc ~> b: job { callback: y }\nb ~> a: ready { resolves: x }\nb ~> c: ready { resolves: y }\nawait: [x; y]\n",
  },
  reports: {
    "somebody who hears of it only below": [`${flow}await: x { by: c }\na ~> c: finished\n`, "x"],
    "somebody who heard something above": [`a ~> c: hi\n${flow}await: x { by: c }\n`, "x"],
    "the one who was asked": [`${flow}await: x { by: b }\n`, "x"],
  },
});
