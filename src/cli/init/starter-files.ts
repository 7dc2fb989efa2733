/** A file that a new project begins with. */
export interface StarterFile {
  readonly path: string;
  readonly text: string;
}

const config = `{
  "$schema": "./node_modules/slant/dist/config.schema.json",
  "extends": "recommended",
  "rules": {},
  "overrides": []
}
`;

const example = `title: An order, from the click to the receipt
customer: Customer { kind: person }
shop: Shop
payments: Payments { kind: external }

customer ~> shop: order
shop ~> payments: charge { callback: paid }
shop ~> customer: we are on it
alt: card accepted {
  payments ~> shop: charged { resolves: paid }
} else: card declined {
  payments ~> shop: declined { rejects: paid }
}
await: paid { timeout: 15m }
shop ~> customer: receipt, or another try
`;

const githubWorkflow = `name: Slant
on: [push, pull_request]
jobs:
  lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: actions/setup-node@v5
        with:
          node-version: 24
      - run: npm ci
      - run: npx slant lint --format github
`;

/** What goes into a \`.gitlab-ci.yml\` that is there already. */
export const gitlabJob = `slant:
  image: node:24
  script:
    - npm ci
    - npx slant lint --format pretty --format gitlab=slant.json
  artifacts:
    when: always
    reports:
      codequality: slant.json
`;

/** A configuration, an example, and a check on each push, in the order in which they are written. */
export const starterFiles: readonly StarterFile[] = [
  { path: "slant.config.json", text: config },
  { path: "flows/order.slant", text: example },
  { path: ".github/workflows/slant.yml", text: githubWorkflow },
];
