/** The themes that a text may ask for: those of `theme/themes.ts`, which a test holds to this list. */
export const themeNames = ["auto", "light", "dark", "mono", "contrast"] as const;
