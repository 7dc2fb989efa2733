import { fstatSync, writeSync } from "node:fs";

type Descriptor = 1 | 2;

/** What happens where a stream takes no more; the error is Node's own. */
type WhenFailing = (error: NodeJS.ErrnoException) => void;

/**
 * Makes a writer to standard output or standard error.
 *
 * In:   1 or 2; Node's stream for it, which is asked for only where it is needed: making one takes two milliseconds of a start.
 * Out:  a writer. When it returns, the system has all of the content, or Node's stream sees to the rest.
 * Says: tells `fails` Node's own error, as EPIPE where a reader has gone.
 */
export const standardWriter = (
  descriptor: Descriptor,
  streamOf: () => NodeJS.WriteStream,
  fails: WhenFailing,
): ((content: string | Uint8Array) => void) => {
  let stream: NodeJS.WriteStream | undefined;
  const later = (content: string | Uint8Array): void => {
    stream ??= streamOf().on("error", fails);
    stream.write(content);
  };
  if (isWindows) return later;
  return (content) => {
    if (stream !== undefined) return later(content);
    const bytes = typeof content === "string" ? Buffer.from(content) : content;
    let done = 0;
    try {
      while (done < bytes.length) done += writeSync(descriptor, bytes, done);
    } catch (error) {
      // a pipe that is full and does not wait: Node's stream does
      if ((error as NodeJS.ErrnoException).code === "EAGAIN") later(bytes.subarray(done));
      else fails(error as NodeJS.ErrnoException);
    }
  };
};

/** Whether a person watches standard output, or standard error. */
export const isTerminal = (descriptor: Descriptor, streamOf: () => NodeJS.WriteStream): boolean =>
  (isWindows || mayBeTerminal(descriptor)) && streamOf().isTTY === true;

/** The system's own answer where it is no: for a file or a pipe, Node's stream need not be made. */
const mayBeTerminal = (descriptor: Descriptor): boolean => {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
};

/** The console there has letters of its own, which Node's stream knows. */
const isWindows = process.platform === "win32";
