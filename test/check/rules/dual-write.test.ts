import { dualWrite } from "../../../src/check/rules/dual-write.ts";
import { describeRule } from "../describe-rule.ts";

const kinds = "db: { kind: store }\nbus: { kind: topic }\n";
const write = "svc -> db: save { effect: true }\ndb --> svc: ok\n";
const publish = "svc ~> bus: Saved\n";

describeRule(dualWrite, {
  silent: {
    "an outbox": `${kinds}svc: { outbox: true }\nweb -> svc: put\n${write}${publish}svc --> web: ok\n`,
    "a call to a store that changes nothing": `${kinds}web -> svc: put\nsvc -> db: load\ndb --> svc: ok\n${publish}svc --> web: ok\n`,
    "a relay that publishes": `${kinds}web -> svc: put\n${write}svc --> web: ok\nrelay -> db: poll\ndb --> relay: rows\nrelay ~> bus: Saved\n`,
    "a message to somebody who is no broker": `${kinds}web -> svc: put\n${write}svc ~> mail: Saved\nsvc --> web: ok\n`,
    "two different requests": `${kinds}web -> svc: put\n${write}svc --> web: ok\nweb -> svc: tell\n${publish}svc --> web: ok\n`,
    "two ways of a choice": `${kinds}web -> svc: put\nalt: now {\n  ${write.replace("\n", "\n  ")}} else: later {\n  ${publish}}\nsvc --> web: ok\n`,
    "work that comes again until it is acknowledged": `${kinds}q: { kind: queue }\nsvc: { dedupe: id }\nweb ~> q: put\nq ~> svc: put\n${write}${publish}svc --> q: ack\n`,
  },
  reports: {
    "a write and a publication": [
      `${kinds}web -> svc: put\n${write}${publish}svc --> web: ok\n`,
      "svc ~> bus: Saved",
    ],
    "a publication and a write": [
      `${kinds}web -> svc: put\n${publish}${write}svc --> web: ok\n`,
      "svc ~> bus: Saved",
    ],
    "work of its own accord": [`${kinds}${write}${publish}`, "svc ~> bus: Saved"],
    "a queue": [
      `db: { kind: store }\nq: { kind: queue }\nweb -> svc: put\n${write}svc ~> q: job\nsvc --> web: ok\n`,
      "svc ~> q: job",
    ],
    "a publication on some path": [
      `${kinds}web -> svc: put\n${write}opt: wanted {\n  ${publish}}\nsvc --> web: ok\n`,
      "svc ~> bus: Saved",
    ],
    "repeated work that is not recognised": [
      `${kinds}q: { kind: queue; delivery: exactly-once }\nweb ~> q: put\nq ~> svc: put\n${write}${publish}svc --> q: ack\n`,
      "svc ~> bus: Saved",
    ],
  },
});
