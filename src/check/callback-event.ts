import type { MonitorEvent } from "./monitor.ts";

/** Something that happens to a callback, and where. */
export interface CallbackEvent {
  readonly kind: MonitorEvent;
  readonly occurrence: number;
  readonly message?: number;
}
