import { unreachableEvent } from "../../../src/check/rules/unreachable-event.ts";
import { describeRule } from "../describe-rule.ts";

describeRule(unreachableEvent, {
  silent: {
    "an end on one path": "opt: done {\n  destroy: b\n}\na ~> b: more\n",
    "an end in the operand that it ends":
      "alt: ok {\n  a ~> b: go\n  destroy: b\n} else: not {\n  a ~> b: stay\n}\n",
    "one that is created again": "a ~> b: hi\ndestroy: b\ncreate: b\na ~> b: more\n",
    "one that a message creates again": "a ~> b: hi\ndestroy: b\na ~> b: more { creates: true }\n",
    "an end at the end": "a ~> b: hi\nb ~> a: bye\ndestroy: b\n",
    "one condition twice":
      "alt: p {\n  a ~> b: x\n} else {\n  a ~> b: y\n}\nalt: p {\n  a ~> b: z\n} else {\n  a ~> b: w\n}\n",
    "one condition inside itself": "opt: p {\n  a ~> b: x\n  opt: p {\n    a ~> b: y\n  }\n}\n",
    "a condition in each round anew":
      "loop: 3 times {\n  opt: p {\n    a ~> b: x\n  }\n  opt: p {\n    a ~> b: y\n  }\n}\n",
    "one condition of two deciders":
      "alt: p {\n  decided-by: a\n  a ~> b: x\n} else {\n  a ~> b: y\n  opt: p {\n    decided-by: b\n    b ~> a: z\n  }\n}\n",
    "two breaks with the same words":
      "break: on error {\n  a ~> b: x\n}\na ~> b: y\nbreak: on error {\n  a ~> b: z\n}\n",
  },
  reports: {
    "a message from one that has ended": ["a ~> b: hi\ndestroy: b\nb ~> a: more\n", "b ~> a: more"],
    "a message below an end in every operand": [
      "alt: p {\n  destroy: b\n} else: q {\n  destroy: b\n}\na ~> b: more\n",
      "a ~> b: more",
    ],
    "a condition under its opposite": [
      "alt: p {\n  a ~> b: x\n} else {\n  opt: p {\n    a ~> b: y\n  }\n}\n",
      "a ~> b: y",
    ],
    "another case under a case": [
      "alt: p {\n  alt: q {\n    a ~> b: x\n  } else: r {\n    a ~> b: y\n  }\n} else: q {\n  a ~> b: z\n}\n",
      "a ~> b: x",
    ],
  },
});
