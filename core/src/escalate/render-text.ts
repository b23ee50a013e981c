import type { EscalationPacket } from './packet.ts';

/** How much of a packet is shown. */
export interface TextOptions {
  /** Only what the other side needs: not what is missing, nor how to look into the own log. */
  readonly forOthers?: boolean | undefined;
}

const sides = { receiving: 'To find it in your', sending: 'To find it on the sending side, in the' } as const;

/** A packet as plain text with `\n` line ends: for a ticket, a chat or a letter. */
export function renderText(packet: EscalationPacket, { forOthers = false }: TextOptions = {}): string {
  const width = Math.max(...packet.facts.map(({ label }) => label.length), 0) + 2;
  const lines = [packet.summary, '', 'Facts for the mail administrator'];
  for (const { label, value } of packet.facts) lines.push(`  ${`${label}:`.padEnd(width)}${value}`);
  lines.push('', packet.ask);
  for (const { side, tool, ways, notes } of packet.traces) {
    if (forOthers && side === 'sending') continue;
    lines.push('', `${sides[side]} ${tool}:`);
    for (const { where, command } of ways) lines.push(`  ${where}`, `    ${command}`);
    for (const note of notes) lines.push(`  Note: ${note}`);
  }
  if (!forOthers) {
    lines.push('', `Completeness: ${packet.completeness} of 100`);
    for (const { label, why, where } of packet.missing) lines.push(`  Missing: ${label}. ${why}`, `    ${where}`);
  }
  return `${lines.join('\n')}\n`;
}
