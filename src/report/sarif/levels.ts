/** What SARIF calls our severities. */
export const levels = { error: "error", warning: "warning", info: "note" } as const;
