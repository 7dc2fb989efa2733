import type { LocatedDiagnostic, LocatedFix, Place } from "../locate.ts";
import type { FilesOf } from "./artifacts.ts";
import { codeFlowOf } from "./code-flows.ts";
import { levels } from "./levels.ts";

/** A finding as a result; `codes` are those of the run's rules, in their order. */
export const resultOf = (found: LocatedDiagnostic, codes: readonly string[], files: FilesOf) => {
  const { code, severity, fixes, schedule, fingerprint } = found;
  const related = found.notes.flatMap((note) =>
    note.file === undefined ? [] : { ...(note as Place), message: note.message },
  );
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: levels[severity],
    message: { text: words(found) },
    locations: [{ physicalLocation: physical(found, files) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((note, id) => ({
        id,
        message: { text: note.message },
        physicalLocation: physical(note, files),
      })),
    }),
    ...(schedule !== undefined && { codeFlows: [codeFlowOf(schedule, files)] }),
    ...(fingerprint !== undefined && {
      partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1`, "slant/v1": fingerprint },
    }),
    ...(fixes.length > 0 && { fixes: fixes.map((fix) => fixOf(fix, files)) }),
  };
};

/** The sentence, and the notes that have no place of their own. */
const words = ({ message, notes, help }: LocatedDiagnostic): string =>
  [
    message,
    ...notes.flatMap((note) => (note.file === undefined ? note.message : [])),
    ...(help === undefined ? [] : [`Fix: ${help}.`]),
  ].join("\n");

const physical = (place: Place, files: FilesOf) => ({
  artifactLocation: files.location(place.file),
  region: files.region(place),
});

const fixOf = ({ kind, message, edits }: LocatedFix, files: FilesOf) => ({
  description: { text: message },
  artifactChanges: [...new Set(edits.map(({ file }) => file))].map((file) => ({
    artifactLocation: files.location(file),
    replacements: edits
      .filter((edit) => edit.file === file)
      .map((edit) => ({ deletedRegion: files.region(edit), insertedContent: { text: edit.text } })),
  })),
  properties: { kind },
});
