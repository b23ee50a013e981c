import type { NdrDialect } from './dialect.ts';

/** Amazon SES as a receiver: the bounce action of a receipt rule. Its owner chooses code and words; they stand in the status part. */
export const receivingSes: NdrDialect = {
  dialect: 'receiving-ses',
  signs: ['inbound-smtp.'],
  recognises: (letter) => /^reporting-mta: ?dns; ?inbound-smtp\.[\w-]+\.amazonaws\.com/m.test(letter.statusHead),
  read: () => [],
};
