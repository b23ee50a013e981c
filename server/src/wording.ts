import type { FormFault } from './form/form-error.ts';
import {
  MAX_BODY_BYTES,
  MAX_EARLIER_BYTES,
  MAX_FIELDS,
  MAX_MESSAGE_BYTES,
  MAX_NETWORK_CHECKS,
  MAX_RECORD_FORM_BYTES,
  MAX_TEST_MS,
  MAX_WORK_MS,
} from './limits.ts';

/** The service's own sentences: what went wrong with a request, and what to do. */

/** A refusal as it is shown: what it is, and what to do now. */
export interface Problem {
  readonly title: string;
  readonly says: string;
}

/** Why a request is refused, by HTTP status. */
export const problems = {
  400: {
    title: 'This address cannot be read',
    says: 'The path holds characters that no page of this site has. Go to the decoder, or search.',
  },
  404: {
    title: 'There is no such page',
    says: 'Nothing is published at this path. Check it for typing errors, or search.',
  },
  405: {
    title: 'This page takes no such request',
    says: 'Pages are read with GET. A form is taken, with POST, by the decoder, the message test and the page that writes a DKIM record.',
  },
  414: {
    title: 'This address is too long',
    says: 'No address of this site is so long. To read a refusal, paste it into the decoder.',
  },
  500: {
    title: 'A fault of this service',
    says: 'Something in the service itself broke. Nothing of what you sent was kept. Try again; if it happens again, tell whoever runs the service: the fault stands in its error output.',
  },
  503: {
    title: 'Too many requests at once',
    says: 'The service is busy with others. Wait ten seconds, then try again.',
  },
} as const satisfies Readonly<Record<number, Problem>>;

const mebibytes = (bytes: number): number => bytes / 1024 / 1024;
const megabytes = mebibytes(MAX_BODY_BYTES);
const command = 'read it with the whybounce command on your own machine';

/** Why what was posted to the decoder was not read. */
export const decoderProblems = {
  foreign: 'Another site sent this form, so nothing was read. Paste here what you have there.',
  tooLarge: `This is more than ${megabytes} MB, which is all that a form may hold. Send a part of it, or ${command}, which has no such limit.`,
  tooSlow: `This came so slowly that the service stopped waiting for the rest. Nothing was kept. Send it again over a faster line, or send a part of it, or ${command}.`,
  busy: 'The service is reading for others and could not begin with this. Nothing was kept. Wait ten seconds, then send it again.',
  tooLong: `Reading this took more than ${MAX_WORK_MS / 1000} seconds, so it was stopped. Nothing was kept. Send a part of it, or ${command}.`,
  tooMuchMemory: `Reading this took more memory than one request may have, so it was stopped. Nothing was kept. Send a part of it, or ${command}.`,
} as const;

export type DecoderProblem = keyof typeof decoderProblems;

/** What is wrong with a form, and with which HTTP status that is answered. */
export const formFaults: Readonly<
  Record<FormFault, { readonly status: 400 | 413 | 415 | 422; readonly says: string }>
> = {
  'media-type': {
    status: 415,
    says: 'This was not sent as a form. Send it as multipart/form-data or application/x-www-form-urlencoded, with the bounce in the field text or as a file in the field file.',
  },
  charset: {
    status: 415,
    says: 'The form is not in UTF-8. Send it in UTF-8; a mail in another encoding can be sent as a file.',
  },
  boundary: {
    status: 400,
    says: 'The form names no valid boundary between its parts. Send it again from this page.',
  },
  truncated: { status: 400, says: 'The form ends before its last part does. Send it again.' },
  'part-headers': {
    status: 400,
    says: 'A part of the form does not say which field it is, or has very long headers. Send it again from this page.',
  },
  'too-many-fields': {
    status: 413,
    says: `The form has more than ${MAX_FIELDS} fields or files. Send fewer at once, or ${command}, which takes whole folders.`,
  },
  'field-name': {
    status: 400,
    says: 'A field of the form has a very long name. Send it again from this page.',
  },
  'field-value': {
    status: 422,
    says: 'The form names an event, an answer or an example that there is not. Start again with the bounce.',
  },
  empty: {
    status: 422,
    says: 'There was nothing to read. Paste a bounce, a server’s reply or log lines, or choose a file.',
  },
  'message-too-large': {
    status: 413,
    says: `The message is larger than ${mebibytes(MAX_MESSAGE_BYTES)} MB, which is all that is tested here. Test it with “whybounce test” on your own machine, or leave its attachments out: DKIM is then not told rightly.`,
  },
  'earlier-too-large': {
    status: 413,
    says: `The earlier run is larger than ${mebibytes(MAX_EARLIER_BYTES)} MB. Choose the JSON file that was saved below an earlier test.`,
  },
  'earlier-unreadable': {
    status: 422,
    says: 'The earlier run cannot be read. Choose the JSON file that was saved below an earlier test, or leave the field empty.',
  },
};

/** What a file is called that came without a name. */
export const unnamedFile = 'file without a name';

/** What leads on from a page that shows a problem. */
export const wayOn = { decoder: 'To the decoder', language: 'en', name: 'Whybounce' } as const;

/** Why a check was not made. */
export const checkProblems = {
  busy: 'The service is checking for others and could not begin with this. Wait ten seconds, then check again.',
  tooMany: 'Your network has asked for many checks in a short time. Wait ten seconds, then check again.',
  running: `${MAX_NETWORK_CHECKS} checks for your network are still running, which is all that one network may have at once. Each ends within half a minute. Wait ten seconds, then check again.`,
  foreign: 'Another site asked for this check, so it was not made. Open this address yourself to have it made.',
  broken:
    'Something in the service itself broke during this check. Try again; if it happens again, tell whoever runs the service: the fault stands in its error output.',
} as const;

/** Why a message was not tested. */
export const messageProblems = {
  foreign: 'Another site sent this form, so nothing was tested. Hand the message in here yourself.',
  empty: 'There was no message. Choose its file, or paste its source.',
  tooLarge: formFaults['message-too-large'].says,
  tooSlow:
    'This came so slowly that the service stopped waiting for the rest. Nothing was kept. Send it again over a faster line.',
  busy: checkProblems.busy,
  tooMany: checkProblems.tooMany,
  running: checkProblems.running,
  tooLong: `This test took more than ${MAX_TEST_MS / 1000} seconds, so it was stopped. Nothing was kept. Try again, or test a smaller message.`,
  tooMuchMemory:
    'This test took more memory than one request may have, so it was stopped. Nothing was kept. Test a smaller message.',
} as const;

/** Why a form about a record was not read. */
export const recordProblems = {
  privateKey:
    'This is a private key: it is known now to whoever saw it, and this service did not keep it. Make a new pair of keys, use its private key in place of this one, and paste the public one here.',
  foreign: 'Another site sent this form, so nothing was read. Fill it in here yourself.',
  tooLarge: `This is more than ${MAX_RECORD_FORM_BYTES / 1024} kB, and no key is so long. Paste the public key alone.`,
  tooSlow: 'This came so slowly that the service stopped waiting for the rest. Send it again over a faster line.',
  busy: checkProblems.busy,
} as const;
