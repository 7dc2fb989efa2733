import { visibilityTooShort } from "../../../src/check/rules/visibility-too-short.ts";
import { describeRule } from "../describe-rule.ts";

const queue =
  "jobs: { kind: queue; visibility: 30s; max-receives: 5 }\nworker: { kind: worker; dedupe: id }\n";
const into = "api ~> jobs: job\njobs ~> worker: job\n";

describeRule(visibilityTooShort, {
  silent: {
    "a queue that says nothing of it": `jobs: { kind: queue }\nworker: { kind: worker; takes: 5m }\n${into}worker --> jobs: ack\n`,
    "work that is done in time": `${queue}${into}worker -> db: save { timeout: 10s; retry: 2 }\ndb --> worker: ok\nworker --> jobs: ack\n`,
    "work below the acknowledgement": `${queue}${into}worker --> jobs: ack\nworker -> db: save { timeout: 60s }\ndb --> worker: ok\n`,
    "time in the queue": `${queue}api ~> jobs: job\njobs ~> worker: job { latency: 1h }\nworker --> jobs: ack\n`,
    "a consumer that asks for more time": `${queue}${into}worker ~> jobs: 30s more\nworker -> db: save { timeout: 60s }\ndb --> worker: ok\nworker --> jobs: ack\n`,
    "calls of somebody else": `${queue}${into}api -> db: save { timeout: 60s }\ndb --> api: ok\nworker --> jobs: ack\n`,
  },
  reports: {
    "a service time": [
      `jobs: { kind: queue; visibility: 30s; max-receives: 5 }\nworker: { kind: worker; takes: 10s..30s }\n${into}worker --> jobs: ack\n`,
      "30s",
    ],
    "a call with all its attempts": [
      `${queue}${into}worker -> db: save { timeout: 10s; retry: 3 }\ndb --> worker: ok\nworker --> jobs: ack\n`,
      "30s",
    ],
    "work without an acknowledgement": [
      `${queue}${into}worker -> db: save { latency: 40s }\ndb --> worker: ok\n`,
      "30s",
    ],
    "a consumer that does nothing else": [
      `jobs: { kind: queue; visibility: 30s; max-receives: 5 }\nworker: { kind: worker; takes: 45s }\n${into}`,
      "30s",
    ],
    "each of two queues": [
      `${queue}more: { kind: queue; visibility: 20s; max-receives: 5 }\n${into}worker -> db: save { timeout: 60s }\ndb --> worker: ok\nworker --> jobs: ack\napi ~> more: job\nmore ~> other: job\nother -> db: save { timeout: 60s }\ndb --> other: ok\nother --> more: ack\n`,
      "30s",
      "20s",
    ],
  },
});
