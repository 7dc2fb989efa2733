/**
 * The faces that Slant ships, and the font files that they are cut from.
 * `family` is what the shipped files call themselves: a name of our own, so that an installed Inter of another
 * version (with other advances) is never taken for ours.
 */
const inter = (file) => `@expo-google-fonts/inter/${file}/Inter_${file}.ttf`;
const mono = (file) => `@expo-google-fonts/jetbrains-mono/${file}/JetBrainsMono_${file}.ttf`;

export const faces = [
  { name: "regular", family: "Slant Inter", style: "Regular", source: inter("400Regular") },
  { name: "medium", family: "Slant Inter", style: "Medium", source: inter("500Medium") },
  { name: "semibold", family: "Slant Inter", style: "SemiBold", source: inter("600SemiBold") },
  { name: "italic", family: "Slant Inter", style: "Italic", source: inter("400Regular_Italic") },
  { name: "mono", family: "Slant Mono", style: "Regular", source: mono("400Regular") },
];

export const licences = [
  { from: "@expo-google-fonts/inter/LICENSE_FONT", to: "OFL-Inter.txt" },
  { from: "@expo-google-fonts/jetbrains-mono/LICENSE_FONT", to: "OFL-JetBrains-Mono.txt" },
];
