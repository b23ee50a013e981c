import { PASTED } from '../answer/input-name.ts';
import { grouped } from './figures.ts';

/** A line of a log (`mail.log:17`) or a message of several (`reports.mbox#3`), as the engine names them. */
const place = /^(.*)([:#])(\d{1,12})$/s;

/** Where an event was read from: `pasted text, line 17`, `reports.mbox, message 3`. */
export function inputWords(input: string): string {
  const [, name = input, sign, number = ''] = place.exec(input) ?? [];
  const said = name === PASTED ? 'pasted text' : name;
  if (sign === undefined) return said;
  const where = sign === ':' ? `line ${grouped(Number(number))}` : `message ${grouped(Number(number))}`;
  return said === '' ? where : `${said}, ${where}`;
}

/** An input at the beginning of a sentence. */
export function inputAsSubject(name: string): string {
  return name === PASTED ? 'The pasted text' : name;
}
