import type { AttributeName, Place } from "../../src/language/attributes.ts";

/** A source in which one attribute stands in `«»`, after a `|` what stands there instead; both compile. */
export type Sample = readonly [place: Place, source: string];

const asked = "api ~> jobs: resize { callback: done }\n";
const answered = "jobs ~> api: resized { resolves: done }\n";
const asIs = "await: done\n";

/** A job that goes through a queue, with what the queue is and what its worker is. */
const queued = (queue: string, worker = "", more = ""): string =>
  `jobs: Jobs { kind: queue; ${queue} }\nworker: Worker { kind: worker; ${worker} }\nbank: Bank { kind: external }\n` +
  `api ~> jobs: Charge { rate: 50/s }\njobs ~> worker: Charge\n${more}worker --> jobs: ack\n`;

const debit = "worker -> bank: debit { effect: true }\nbank --> worker: ok\n";

/** An order that is written and told about. */
const written = (service: string): string =>
  `shop: Shop { ${service} }\ndb: Orders { kind: store }\nnews: News { kind: topic }\n` +
  "web -> shop: order\nshop -> db: save { effect: true }\nshop ~> news: ordered\nshop --> web: ok\nnews ~> mail: ordered\n";

/** A call back into a caller that waits. */
const blocked = (caller: string): string =>
  `a: A { kind: worker; ${caller} }\na -> b: start { callback: ready }\nb ~> a: config { resolves: ready }\n` +
  "on: ready {\n  a ~> b: use it\n}\nb --> a: started\n";

/** Two messages that may overtake one another. */
const overtaking = (queue: string, first: string, second: string): string =>
  `jobs: Jobs { kind: queue; ${queue} }\nworker: Worker { kind: worker }\n` +
  `api ~> jobs: created { id: one; ${first} }\napi ~> jobs: cancelled { id: two; ${second} }\n` +
  "jobs ~> worker: created { of: one }\nworker --> jobs: ack\njobs ~> worker: cancelled { of: two }\nworker --> jobs: ack\n";

/** A stretch with a budget. */
const stretch =
  "a ~> b: ask { id: first; latency: 100ms..400ms }\nb ~> c: more { id: middle }\nc ~> a: done { id: last; latency: 50ms }\n";

/** Samples for every row and every place that it names. */
// biome-ignore format: a table, one sample to a line
export const samples: Readonly<Record<AttributeName, readonly Sample[]>> = {
  kind: [["participant", `web: { «kind: person» }\nweb ~> api: ask { callback: done }\napi ~> web: ready { resolves: done }\n`]],
  shape: [["participant", "a: { «shape: cylinder» }\na -> b: x\n"], ["class", "classes: { c: { «shape: cylinder» } }\na: { class: c }\na -> b: x\n"]],
  label: [["participant", "a: { «label: Alice» }\na -> b: x\n"], ["message", "a -> b { «label: pay» }\n"], ["class", "classes: { c: { «label: pay» } }\na -> b { class: c }\n"], ["execution", "a -> api.job: run\napi.job: { «label: the job» }\n"]],
  tooltip: [["participant", "a: { «tooltip: more» }\na -> b: x\n"], ["message", "a -> b: x { «tooltip: more» }\n"], ["fragment", "opt: x {\n  «tooltip: more»\n  a -> b: x\n}\n"], ["class", "classes: { c: { «tooltip: more» } }\na -> b: x { class: c }\n"], ["execution", "a -> api.job: run\napi.job: { style.fill: red; «tooltip: more» }\n"]],
  link: [["participant", "a: { «link: a.html» }\na -> b: x\n"], ["message", "a -> b: x { «link: a.html» }\n"], ["fragment", "opt: x {\n  «link: a.html»\n  a -> b: x\n}\n"], ["class", "classes: { c: { «link: a.html» } }\na -> b: x { class: c }\n"], ["execution", "a -> api.job: run\napi.job: { style.fill: red; «link: a.html» }\n"]],
  icon: [["participant", "a: { «icon: queue» }\na -> b: x\n"], ["class", "classes: { c: { «icon: queue» } }\na: { class: c }\na -> b: x\n"]],
  class: [["participant", "classes: { c: { style.fill: red } }\na: { «class: c» }\na -> b: x\n"], ["message", "classes: { c: { style.stroke: red } }\na -> b: x { «class: c» }\n"], ["fragment", "classes: { c: { style.stroke: red } }\nopt: x {\n  «class: c»\n  a -> b: x\n}\n"], ["note", "classes: { c: { style.fill: red } }\na -> b: x\nnote: why { «class: c» }\n"], ["execution", "classes: { c: { style.fill: red } }\na -> api.job: run\napi.job: { «class: c» }\n"]],

  capacity: [["participant", "jobs: { kind: queue; overflow: drop-new; «capacity: 1» }\nworker: { takes: 1s }\napi ~> jobs: one { rate: 50/s }\napi ~> jobs: two\napi ~> jobs: three\njobs ~> worker: one\nworker --> jobs: ack\njobs ~> worker: two\nworker --> jobs: ack\njobs ~> worker: three\nworker --> jobs: ack\n"]],
  overflow: [["participant", "jobs: { kind: queue; capacity: 2; «overflow: drop-new» }\nworker: { kind: worker; takes: 80ms }\napi ~> jobs: resize { rate: 10/s }\njobs ~> worker: resize\n"]],
  retention: [["participant", `${queued("max-receives: 5; visibility: 30s; dead-letter: dead; «retention: 4d»", "takes: 1s")}dead: { kind: queue; retention: 1h }\ndead ~> ops: look\n`]],
  visibility: [["participant", "jobs: { kind: queue; «visibility: 30s» }\napi ~> jobs: job\njobs ~> worker: job\nworker --> jobs: ack\n"]],
  "max-receives": [["participant", "jobs: { kind: queue; visibility: 30s; «max-receives: 5» }\napi ~> jobs: job\njobs ~> worker: job\nworker --> jobs: ack\n"]],
  "dead-letter": [["participant", `jobs: { kind: queue; visibility: 30s; max-receives: 5; «dead-letter: dead» }\ndead: { kind: queue }\nops: { kind: person }\napi ~> jobs: job\njobs ~> worker: job\nworker --> jobs: ack\n`]],
  consumers: [["participant", queued("«consumers: 100»", "takes: 100ms")]],
  order: [["participant", overtaking("«order: fifo»", "", "")]],
  delivery: [["participant", "jobs: { kind: queue; «delivery: at-least-once» }\napi ~> jobs: job\njobs ~> worker: job\nworker --> jobs: ack\n"], ["message", `bank: { kind: external }\napi ~> worker: Charge { «delivery: at-least-once» }\n${debit}`]],
  takes: [["participant", queued("", "«takes: 100ms»")]],
  concurrency: [["participant", queued("", "takes: 100ms; «concurrency: 100»")]],
  idempotent: [["participant", queued("delivery: at-least-once; max-receives: 5; dead-letter: dead", "«idempotent: true»", debit).concat("dead: { kind: queue }\ndead ~> ops: look\n")], ["message", "bank: { kind: external }\nretry: 3 times {\n  shop -> bank: charge { effect: true; «idempotent: true» }\n  bank --> shop: ok\n}\n"]],
  dedupe: [["participant", queued("delivery: at-least-once; max-receives: 5; dead-letter: dead", "«dedupe: order id»", debit).concat("dead: { kind: queue }\ndead ~> ops: look\n")]],
  outbox: [["participant", written("«outbox: true»")]],
  reentrant: [["participant", "a: { kind: worker; «reentrant: true» }\na ~> b: job { callback: done }\nawait: done\nb -> a: config\na --> b: here\nb ~> a: ready { resolves: done }\n"], ["participant", blocked("«reentrant: true»")]],
  inbox: [["participant", "c: { «inbox: dispatch» }\na ~> c: order placed\nb ~> c: order cancelled\n"]],

  id: [["message", "a ~> b: x { «id: first» }\n"]],
  callback: [["message", `api ~> jobs: resize { «callback: done» }\n`]],
  resolves: [["message", `${asked}jobs ~> api: resized { «resolves: done» }\n${asIs}`]],
  rejects: [["message", `${asked}${answered}${asIs}jobs ~> api: failed { «rejects: done» }\n`]],
  carries: [["message", "a ~> b: job { callback: done }\nb ~> c: ready { resolves: done }\nc ~> a: ready { «carries: done» }\nawait: done\n"]],
  stream: [["message", `api ~> jobs: resize { callback: done; «stream: done» }\nloop: {\n  jobs ~> api: progress { resolves: done }\n}\non: done {\n  api ~> web: show\n}\n`]],
  of: [["message", "jobs: { kind: queue }\napi ~> jobs: one { id: one }\napi ~> jobs: two { id: two }\njobs ~> worker: two { «of: two» }\njobs ~> worker: one\n"], ["message", "a -> b: one { id: one }\na -> b: two\nb --> a: ok { of: one }\nb --> a: ok { «of: one» }\n"]],
  settle: [["message", "jobs: { kind: queue }\napi ~> jobs: one\njobs ~> worker: one\nworker --> jobs: no { «settle: nack» }\n"]],
  correlation: [["message", "loop: each item {\n  a ~> b: price { callback: priced; «correlation: item» }\n}\nloop: each item {\n  b ~> a: priced { resolves: priced }\n  on: priced {\n    a ~> c: show\n  }\n}\n"]],
  "reply-to": [["message", "api ~> jobs: resize { callback: done; «reply-to: web» }\njobs ~> web: resized { resolves: done }\nawait: done\n"]],
  latency: [["message", `api ~> jobs: resize { callback: done; «latency: 20s» }\nawait: done { timeout: 5s }\non: done timeout {\n  api ~> web: sorry\n}\njobs ~> api: resized { resolves: done }\n`]],
  timeout: [["message", "pay: { kind: external }\nshop ~> pay: charge { callback: charged; «timeout: 5m» }\npay ~> shop: paid { resolves: charged }\nawait: charged\n"], ["await", "pay: { kind: external }\nshop ~> pay: charge { callback: charged }\npay ~> shop: paid { resolves: charged }\nawait: charged { «timeout: 5m» }\n"]],
  ttl: [["message", "a ~> b: news { latency: 20s..30s; «ttl: 5s» }\n"]],
  rate: [["message", "jobs: { kind: queue }\nworker: { takes: 1s }\napi ~> jobs: Charge { «rate: 50/s» }\njobs ~> worker: Charge\nworker --> jobs: ack\n"]],
  retry: [["message", "bank: { kind: external }\nshop -> bank: charge { effect: true; timeout: 1s; «retry: 3 backoff 1s..60s» }\nbank --> shop: ok\n"]],
  key: [["message", overtaking("order: fifo", "key: order; «key: order id»", "")], ["message", "jobs: { kind: queue; order: fifo; consumers: 4 }\napi ~> jobs: created { id: one; «key: 42» }\napi ~> jobs: cancelled { id: two; key: 42 }\njobs ~> worker: created { of: one }\njobs ~> worker: cancelled { of: two }\n"]],
  effect: [["message", "bank: { kind: external }\nretry: 3 times {\n  shop -> bank: charge { «effect: true» }\n  bank --> shop: ok\n}\n"]],
  compensates: [["message", "saga: trip {\n  a -> b: book hotel { id: hotel; effect: true }\n  b --> a: ok\n  a -> c: book flight { id: flight; effect: true }\n  alt: {\n    c --> a: ok\n  } else: no seat {\n    failure: true\n    c --> a: no { failure: true }\n    a -> b: cancel hotel { «compensates: hotel» }\n    b --> a: ok\n  }\n}\n"]],
  failure: [["message", "a -> b: ask\nb --> a: no { «failure: true» }\n"], ["fragment", "app -> gate: scan\nalt: first scan {\n  gate --> app: let in\n} else: scanned before {\n  «failure: true»\n  gate -> log: refused\n}\n"]],
  lost: [["message", `${asked}jobs ~> api: resized { resolves: done; «lost: true» }\n${asIs}`]],
  duplicate: [["message", `bank: { kind: external }\napi ~> worker: charge { «duplicate: true» }\n${debit}`]],
  "in-flight": [["message", `${asked}jobs ~> api: resized { resolves: done; «in-flight: true» }\n${asIs}`], ["message", "a ~> b: job { callback: done }\nb ~> a: ready { resolves: done }\nb ~> c: ready { resolves: done; «in-flight: true» }\nawait: done\n"]],
  creates: [["message", "a -> b: x\na -> c: new { «creates: true» }\n"], ["message", "a ~> b: hi\ndestroy: b\na ~> b: more { «creates: true» }\n"]],
  "source-arrowhead": [["message", "a -> b: x { «source-arrowhead: 1» }\n"], ["class", "classes: { c: { «source-arrowhead: 1» } }\na -> b: x { class: c }\n"]],
  "target-arrowhead": [["message", "a -> b: x { «target-arrowhead: 1» }\n"], ["class", "classes: { c: { «target-arrowhead: 1» } }\na -> b: x { class: c }\n"]],

  "decided-by": [["fragment", "opt: paid {\n  a ~> b: job { callback: done }\n  b ~> a: ready { resolves: done }\n}\na ~> c: x\nopt: paid {\n  «decided-by: c»\n  await: done\n}\n"]],
  over: [["note", "a -> b: x\nnote: why { «over: [a; b]» }\n"], ["fragment", "a -> b: x\nb -> c: y\nref: log in { «over: [a; b]» }\n"]],
  left: [["note", "a -> b: x\nnote: why { «left: a» }\n"]],
  right: [["note", "a -> b: x\nnote: why { «right: b» }\n"]],
  any: [["await", "a ~> b: ask { callback: one }\na ~> c: ask { callback: two }\nb ~> a: ok { resolves: one }\nc ~> a: ok { resolves: two }\nawait: [one; two] { «any: true» }\n"]],
  by: [["await", `${asked}${answered}await: done { «by: web» }\nweb ~> api: x\n`]],
  reason: [["detach", `${asked}${answered}detach: done { «reason: nightly|reason: weekly» }\n`]],
  on: [["wait", "a -> b: x\nwait: 5m { «on: a» }\na -> b: y\n"]],
  at: [["arrive", "bus ~> [a; b]: news { id: news }\na ~> c: x\ndestroy: a\narrive: news { «at: b» }\nb ~> c: y\n"]],
  from: [["budget", `${stretch}budget: 300ms { to: last; «from: first|from: middle» }\n`]],
  to: [["budget", `${stretch}budget: 300ms { from: first; «to: last|to: middle» }\n`]],

  theme: [["config", "config: { «theme: mono» }\na -> b: x\n"]],
  "dark-theme": [["config", "config: { «dark-theme: contrast» }\na -> b: x\n"]],
  time: [["config", "config: { «time: linear» }\na ~> b: x { latency: 5s }\nb ~> a: y { latency: 50ms }\n"]],
  numbering: [["config", "config: { «numbering: true» }\na -> b: x\n"]],
  activations: [["config", "config: { «activations: off» }\na -> b: x\nb --> a: y\n"]],
  view: [["config", "config: { «view: map» }\na -> b: x\n"]],
  handled: [["config", `config: { «handled: reactive» }\n${asked}${answered}api ~> web: show\n`]],
  "implicit-replies": [["config", "config: { «implicit-replies: true» }\napp -> gate: scan\nalt: first scan {\n  gate --> app: let in\n} else: scanned before {\n  gate -> log: refused\n}\n"]],
};
