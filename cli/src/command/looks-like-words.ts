import { existsSync } from 'node:fs';

/** Whether arguments are a pasted refusal and no paths: one names no file and has a space in it. */
export function looksLikeWords(args: readonly string[]): boolean {
  return args.length > 0 && args.some((arg) => /\s/.test(arg)) && !args.some((arg) => arg === '-' || existsSync(arg));
}
