import { readAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { firstParagraph, joinReply, linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';
import { googleSigns, isGoogleDaemon } from './gmail.ts';

/** Google Groups: no group of that name, or no right to post; which of the two it does not say. In the sender's language. */
export const googleGroups: NdrDialect = {
  dialect: 'google-groups',
  signs: [...googleSigns, 'the group you tried to contact ('],
  recognises,
  read,
};

function recognises(letter: Letter): boolean {
  const { text, headers } = letter;
  if (text.includes('the group you tried to contact (') && text.includes('Google Group')) return true;
  if (!isGoogleDaemon(letter)) return false;
  if (text.includes('https://groups.google.com/') && /Google[\s\u00a0]Groups/.test(text)) return true;
  const failed = (headers.get('x-failed-recipients') ?? '').toLowerCase();
  return failed.endsWith('@googlegroups.com') && text.includes('https://groups.google.com/');
}

function read(letter: Letter): Failure[] {
  const lines = linesOf(letter.text);
  const failed = (letter.headers.get('x-failed-recipients') ?? '')
    .split(',')
    .map((name) => readAddress(name))
    .filter((address) => address !== null);
  // The first paragraph greets; the second says what happened and names the group in brackets.
  const hello = firstParagraph(lines);
  const said = firstParagraph(lines.slice(lines.indexOf(hello[0] ?? '') + hello.length));
  const named = lines.findIndex((line) => /[(（][\w.+-]{1,128}[)）]/.test(line));
  const diagnostic = joinReply(named < 0 ? said : firstParagraph(lines.slice(named)));
  if (failed.length === 0 && diagnostic === null) return [];
  return (failed.length === 0 ? [readAddress(letter.returned?.get('to') ?? null)] : failed).map((recipient) => ({
    recipient,
    diagnostic,
  }));
}
