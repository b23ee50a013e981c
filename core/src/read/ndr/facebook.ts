import type { NdrDialect } from './dialect.ts';

/** Facebook's gateway for messages. All it knows stands in the status part; its text only says that there was a refusal. */
export const facebook: NdrDialect = {
  dialect: 'facebook',
  signs: ['created automatically by facebook', 'mailer-daemon@mx.facebook.com'],
  recognises: (letter) =>
    letter.text.includes('This message was created automatically by Facebook.') ||
    letter.from.includes('mailer-daemon@mx.facebook.com'),
  read: () => [],
};
