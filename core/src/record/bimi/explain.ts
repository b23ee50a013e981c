import type { RecordExplanation } from '../explanation.ts';
import type { Tag } from '../tag-list/index.ts';
import type { BimiRecord } from './parse.ts';

/** What each tag of the record tells receivers. */
export function explainBimi(record: BimiRecord): RecordExplanation[] {
  return record.list.tags.map((tag) => ({
    term: record.text.slice(...tag.span),
    span: tag.span,
    says: explainTag(tag, record),
  }));
}

function explainTag({ name, value }: Tag, { declined, avatar }: BimiRecord): string {
  switch (name) {
    case 'v':
      return `This is a BIMI record of version ${value}.`;
    case 'l':
      if (value !== '') return `The logo for the domain's mail is at ${value}.`;
      return declined ? 'The domain wants no logo shown for its mail.' : 'No logo is named.';
    case 'a':
      return value === ''
        ? 'No certificate vouches for the logo.'
        : `The certificate at ${value} vouches that the logo belongs to the domain's owner.`;
    case 'avp':
      if (avatar === null) return `"${value}" is not known; receivers show the logo or nothing.`;
      return avatar === 'brand'
        ? 'The logo goes before the picture that the sender has chosen.'
        : 'The picture that the sender has chosen goes before the logo.';
    case 'lps':
      return value === 'true'
        ? 'The part of an address before the @ can choose another record, with another logo.'
        : 'All addresses of the domain have this logo.';
    default:
      return `Receivers ignore "${name}".`;
  }
}
