import { expect, test } from 'vitest';
import { detectTextForm } from './form.ts';

test.each([
  ['a mail', 'From: Olga <olga@quince.example>\nSubject: Undeliverable: Offer\n\nText', 'mail'],
  [
    'what was copied from a mail program, beginning with the subject',
    'Undeliverable: Offer\nMicrosoft Outlook<postmaster@plum.example>\nTo: You\n\nYour message to tycho@plum.example',
    'text',
  ],
  ['the same in German', 'Unzustellbar: Angebot\nAn: Sie\nTo: Sie\n\nIhre Nachricht', 'text'],
  ['a session', '220 mx.plum.example ESMTP\nEHLO q.example\n250 ok', 'text'],
  ['replies, one on each line', '550 5.1.1 nobody\n421 4.7.0 later', 'reply'],
])('%s', (_, text, form) => expect(detectTextForm(text)).toBe(form));
