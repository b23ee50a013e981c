import { joinReply } from './blocks.ts';
import type { Exchange } from './transcript.ts';

/** `<a@example.net>... Deferred: Connection refused by mx.example.net.` and `550 5.1.2 a@example.net... Host unknown (…)` */
const note = /^(?:([245]\d\d)[ -])?([245]\.\d{1,3}\.\d{1,3} )?<?([^<>\s]{1,512})>?\.\.\. ?(.*)$/;

/** Takes such a line apart. */
export function noteIn(line: string): RegExpExecArray | null {
  return line.includes('...') ? note.exec(line) : null;
}

/** What the MTA itself noted of a recipient. */
export function noteFor(exchanges: readonly Exchange[], recipient: string | null): string | null {
  const lower = recipient?.toLowerCase();
  let other: string | null = null;
  for (const { notes } of exchanges) {
    for (const [i, line] of notes.entries()) {
      const found = noteIn(line);
      // `mail.local: unknown user: a` says why, the line behind it only that
      if (found === null && /^(?:\S+: .|[45]\d\d[ -])/.test(line)) other ??= line;
      // A local user's name stands without domain in both places.
      if (found === null || (lower !== undefined && found[3]?.toLowerCase() !== lower)) continue;
      if (/^Service unavailable$/.test(found[4] ?? '') && other !== null) return `${found[1] ?? ''} ${other}`.trim();
      return joinReply([line, ...notes.slice(i + 1).filter((next) => /^\s/.test(next))]);
    }
  }
  return other === null ? null : joinReply([other]);
}

/** Whether the MTA noted this recipient right behind the answer: what it noted later may have a reason of its own. */
export function isNotedAt({ lines, notes }: Exchange, lower: string | undefined): boolean {
  return lines.length > 0 && lower !== undefined && noteIn(notes[0] ?? '')?.[3]?.toLowerCase() === lower;
}
