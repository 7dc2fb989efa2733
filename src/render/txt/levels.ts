/** The level of a bar by how far it stands beside its lifeline, px. */
export const levelOf = (by: number): number => Math.max(0, Math.round(by / 5));
