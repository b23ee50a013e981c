import { cleanAddress } from '../address.ts';
import type { Letter } from '../letter.ts';
import { linesOf } from './blocks.ts';
import type { Failure, NdrDialect } from './dialect.ts';

/** Openfind Mail2000 and OpenMail, of Taiwan; Sisimai's X1. */
export const mail2000: NdrDialect = {
  dialect: 'mail2000',
  signs: ['---the following addresses had delivery errors---'],
  recognises,
  read,
};

const heading = '---The following addresses had delivery errors---';

function recognises(letter: Letter): boolean {
  return letter.wholeText.includes(heading);
}

/** `a@example.net [User unknown]` */
function read(letter: Letter): Failure[] {
  const failures: Failure[] = [];
  const text = letter.wholeText;
  for (const line of linesOf(text.slice(text.indexOf(heading) + heading.length))) {
    const found = /^<?([^\s<>]{3,512}?)>? +\[(.{1,1000})\]$/.exec(line.trim());
    const recipient = cleanAddress(found?.[1] ?? '');
    if (recipient !== null) failures.push({ recipient, diagnostic: found?.[2] ?? null });
  }
  return failures;
}
