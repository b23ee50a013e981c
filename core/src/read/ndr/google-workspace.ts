import type { Letter } from '../letter.ts';
import type { NdrDialect } from './dialect.ts';
import { gmail, googleSigns, isGoogleDaemon } from './gmail.ts';

/** Gmail for organisations: Gmail's reports about what only an organisation's settings do (aliases, routes, policies). */
export const googleWorkspace: NdrDialect = {
  dialect: 'google-workspace',
  signs: googleSigns,
  recognises,
  read: gmail.read,
};

const marks = [
  'support.google.com/a/',
  'support.google.com/mail/?p=CustomFromDenied',
  "'Send mail as'",
  'Google Workspace',
  'G Suite',
  'Google Apps',
  "your domain's administrator",
];

function recognises(letter: Letter): boolean {
  return isGoogleDaemon(letter) && gmail.recognises(letter) && marks.some((words) => letter.text.includes(words));
}
