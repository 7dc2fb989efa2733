import type { Execution } from "../../order/executions.ts";
import type { Order } from "../../order/order.ts";

/** The level of the bar on which each occurrence takes place; −1 where its lifeline has no bar then. */
export const barLevels = ({ executionOf, executions }: Order): Int16Array => {
  const levels = new Int16Array(executionOf.length).fill(-1);
  executionOf.forEach((execution, occurrence) => {
    if (execution >= 0) levels[occurrence] = (executions[execution] as Execution).level;
  });
  return levels;
};
