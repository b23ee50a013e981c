import type { Letter } from '../letter.ts';

/** Characters of a status part that are looked at for its writer's own fields: they stand above the recipients. */
const HEAD = 2_048;

/** The beginning of the delivery-status part, lower case, in which MTAs put fields of their own; '' where there is none. */
export function statusHead(letter: Letter): string {
  const part = letter.part('message/delivery-status') ?? letter.part('message/global-delivery-status');
  return part === null ? '' : letter.mail.raw.slice(part.start, Math.min(part.end, part.start + HEAD)).toLowerCase();
}
