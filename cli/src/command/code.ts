import { codePage } from '@whybounce/core/encyclopedia';
import { codeText } from '../output/page/code-text.ts';
import { type PageCommand, printPage, sayNothingFound } from './page.ts';

/** `whybounce code 5.4.1`: what a code means by the book and in practice. Returns the exit code. */
export function codeCommand(code: string, options: PageCommand): number {
  const page = codePage(code);
  if (page === null)
    return sayNothingFound(
      'code',
      code,
      [],
      'A code is written 550, 5.4.1 or, for any class, X.4.1. For words: whybounce search "access denied"',
    );
  return printPage(page, options, codeText);
}
