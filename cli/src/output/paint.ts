import { styleText } from 'node:util';

type Style = Parameters<typeof styleText>[0];

/** Colours text for standard output, if that is a terminal and NO_COLOR does not forbid it. Never the only sign of anything. */
export function paint(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}
