/**
 * Ends the process once the exit code is set: a server that never answers holds its connection, and would hold the command
 * long after its output.
 */
export function endProcess(): void {
  setImmediate(() => process.exit());
}
