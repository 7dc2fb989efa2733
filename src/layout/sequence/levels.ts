import type { Order } from "../../order/order.ts";

/** The level of the bar on which each occurrence takes place; −1 where its lifeline has no bar then. */
export const barLevels = ({ executionOf, executions }: Order): Int16Array =>
  Int16Array.from(executionOf, (execution) => executions[execution]?.level ?? -1);
