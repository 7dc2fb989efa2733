#!/usr/bin/env node
import { join } from "node:path";
import { loadCompiled } from "../src/node/load-compiled.ts";

loadCompiled(join(import.meta.dirname, "command.js"));
