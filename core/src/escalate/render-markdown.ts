import type { EscalationPacket } from './packet.ts';
import type { TextOptions } from './render-text.ts';

const sides = { receiving: 'To find it in your', sending: 'To find it on the sending side, in the' } as const;

/** A packet as Markdown (CommonMark): for a ticket system. Nothing that came from a mail is read as markup. */
export function renderMarkdown(packet: EscalationPacket, { forOthers = false }: TextOptions = {}): string {
  const lines = [escapeMarkdown(packet.summary), '', '### Facts for the mail administrator', ''];
  for (const { label, value } of packet.facts) lines.push(`- **${escapeMarkdown(label)}:** ${codeSpan(value)}`);
  lines.push('', escapeMarkdown(packet.ask));
  for (const { side, tool, ways, notes } of packet.traces) {
    if (forOthers && side === 'sending') continue;
    lines.push('', `### ${sides[side]} ${escapeMarkdown(tool)}`);
    for (const { where, command } of ways) lines.push('', `${escapeMarkdown(where)}:`, '', ...codeBlock(command));
    if (notes.length > 0) lines.push('', ...notes.map((note) => `- ${escapeMarkdown(note)}`));
  }
  if (forOthers) return `${lines.join('\n')}\n`;
  lines.push('', `### Completeness: ${packet.completeness} of 100`);
  if (packet.missing.length > 0) lines.push('');
  for (const { label, why, where } of packet.missing)
    lines.push(`- Missing: **${escapeMarkdown(label)}**. ${escapeMarkdown(why)} ${escapeMarkdown(where)}`);
  return `${lines.join('\n')}\n`;
}

/** Text in which nothing is markup: every sign that can be is escaped (CommonMark 2.4, and `$` for those who set formulas). */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]<>#|~&$!]/g, '\\$&')
    .replace(/^(\s*)([-+=]|\d{1,9}(?=[.)]))/, (_, blank: string, sign: string) => `${blank}\\${sign}`);
}

/** A value as a code span (CommonMark 6.1): with more backticks around it than stand in a row inside. */
export function codeSpan(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1);
  const pad = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return `${fence}${pad}${text}${pad}${fence}`;
}

function codeBlock(text: string): string[] {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1));
  return [fence, text, fence];
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
