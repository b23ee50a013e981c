import { traceTools } from '@whybounce/knowledge/trace-tool';

/** An id that a server left in its reply. */
export interface FoundId {
  readonly label: string;
  readonly id: string;
}

/** Ids taken of one reply. */
const MAX_IDS = 8;

let patterns: readonly (readonly [label: string, pattern: RegExp])[] | undefined;

/** Queue and trace ids in a reply, by which its server's administrator finds the session. */
export function replyIds(reply: string | null): FoundId[] {
  if (reply === null) return [];
  patterns ??= traceTools.flatMap((tool) =>
    tool.replyIds.map(({ label, pattern }) => [label, new RegExp(pattern, 'i')] as const),
  );
  const found: FoundId[] = [];
  for (const [label, pattern] of patterns) {
    const id = pattern.exec(reply)?.[1];
    if (id !== undefined && found.length < MAX_IDS && !found.some((one) => one.id === id)) found.push({ label, id });
  }
  return found;
}
