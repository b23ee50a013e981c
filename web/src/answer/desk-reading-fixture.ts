import { Desk } from './desk.ts';
import { type Refused, refusals } from './desk-fixture.ts';
import type { MarkedText, SheetView } from './shapes.ts';

/** The present of the tests. */
export const now = new Date('2026-06-01T00:00:00Z');

/** Refusals by what they are about. */
export const [gmail, microsoft, spamhaus, full] = refusals as readonly [
  Omit<Refused, 'recipient'>,
  Omit<Refused, 'recipient'>,
  Omit<Refused, 'recipient'>,
  Omit<Refused, 'recipient'>,
];

/** The line that has a dozen contradicting explanations. */
export const edge = microsoft.reply;

/** Reads one input at a desk of its own. */
export async function read(
  content: string | Uint8Array,
  name = 'pasted',
): Promise<{ readonly desk: Desk; readonly sheet: SheetView }> {
  const desk = new Desk({ now });
  return { desk, sheet: await desk.read([{ name, content }]) };
}

/** A marked text without its marks. */
export function textOf(pieces: MarkedText | null | undefined): string {
  return (pieces ?? []).map(({ text }) => text).join('');
}

/** What is marked in a text: `1:User unknown`. */
export function marksOf(pieces: MarkedText | null | undefined): string[] {
  return (pieces ?? []).filter(({ mark }) => mark !== null).map(({ text, mark }) => `${mark}:${text}`);
}
