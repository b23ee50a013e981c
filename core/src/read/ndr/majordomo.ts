import { addressesIn } from '../address.ts';
import type { Letter } from '../letter.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** Majordomo 1: `BOUNCE list@example.org:    Non-member submission from [A <a@example.net>]`, to the owner of the list. */
export const majordomo: NdrDialect = { dialect: 'majordomo', signs: ['bounce '], recognises, read };

const subject = /^bounce ([^\s:]{1,256}): {1,8}(\S.*)$/;

function recognises(letter: Letter): boolean {
  return subject.test(letter.subject);
}

function read(letter: Letter): Failure[] {
  const found = /^BOUNCE ([^\s:]{1,256}): {1,8}(\S.*)$/i.exec(letter.headers.text('subject') ?? '');
  return found === null ? [] : [{ recipient: addressesIn(found[1] ?? '', 1)[0] ?? null, diagnostic: found[2] ?? null }];
}
