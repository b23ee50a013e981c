import { entries } from './encyclopedia.ts';
import { counted, grouped, percent, plural } from './figures.ts';

/** A code, or a part of one, that no registry has. */
const notRegistered = 'Not registered';

/** What pages of codes say. */
export const codeWording = {
  indexTitle: 'SMTP reply codes and enhanced status codes',
  indexHeading: 'Mail error codes',
  indexDescription:
    'Every SMTP reply code and enhanced status code that bounces carry, such as 550 and 5.4.1: what the standard says and who means something else.',
  indexLead:
    'Reply codes have three digits. Enhanced status codes have three numbers: 5 is for good, 4 for now, X for either; the second number says what it is about. Words and host decide what a code means, so each page says who uses it for what.',
  find: 'Find a code',
  findPlaceholder: '5.4.1',
  findButton: 'Find',
  replyHeading: (digit: number) =>
    digit === 4
      ? '4xx: not now'
      : digit === 5
        ? '5xx: refused'
        : digit === 2
          ? '2xx: done'
          : `${digit}xx: not a standard class`,
  subjectHeading: (digit: number, name: string | null) =>
    `5.${digit}.x and 4.${digit}.x: ${name ?? 'no standard subject'}`,
  tableCode: 'Code',
  tableName: 'Name',
  tableUsers: 'Refusals',
  usedBy: (names: string) => `Not registered. Used by ${names}`,
  title: (code: string, name: string) => `${code} ${name}: what it means in a bounce`,
  unregisteredTitle: (code: string, users: string) => `${code} in a bounce${users === '' ? '' : `: used by ${users}`}`,
  classLabel: 'Class',
  subjectLabel: 'Subject',
  secondDigit: 'Second digit',
  detailLabel: 'Detail',
  wholeReply: 'Whole code',
  anyClass: 'Any class',
  anyClassMeans: 'X stands for each first digit: 4 for now, 5 for good, 2 for success.',
  unknownName: 'Not in any standard',
  unknownPart: 'No standard gives it a meaning.',
  notRegistered,
  usersHeading: (names: string) => (names === '' ? notRegistered : `at ${names}`),
  noStandard: (names: string) =>
    names === ''
      ? 'No standard defines this code. Whoever sends it decides what it means.'
      : `No standard defines this code. It is sent by ${names}.`,
  notRegisteredMeans: (code: string) => `No standard says what ${code} means. Whoever sends it decides.`,
  byTheBook: 'By the standard:',
  butNot: 'Careful:',
  standard: 'Standard',
  /** @param standard the document that defines a code */
  standardOf: (standard: string, isRegistered: boolean) =>
    isRegistered ? standard : `${standard}; not in the registry of IANA`,
  mostly: 'What it mostly says',
  ownerShare: (owner: string, share: number) => `${owner}: ${percent(share / 100)}`,
  ownerDepends:
    'It depends on the words. Of 100 refusals with this code, how many fall to whom (an expert’s estimate, not a count):',
  ownerUnknown: 'Nobody can say from the code alone. Read the words beside it.',
  resendBy: (digit: number | null): string =>
    digit === 4
      ? 'Yes, later. A mail server tries again by itself, mostly for some days.'
      : digit === 5
        ? 'Not unchanged. The same message is mostly refused again; find the cause first.'
        : digit === 2
          ? 'No need to: it was delivered or passed on.'
          : 'With 4 as its first digit yes, later. With 5 not before the cause is found.',
  bends: 'Who means something else by it',
  bendsCaption: 'By the standard, and by those who use it otherwise',
  bendsWho: 'Who',
  bendsMeans: 'Means by it',
  bendsRegistry: 'The standard',
  causes: 'Why it is sent',
  causesMean: (count: number) =>
    plural(count, {
      one: 'From the one refusal of a named system that carries this code. Words and host decide, never the code alone.',
      other: `The mean over the ${entries(count)} of named systems that carry this code, each counted once. Words and host decide, never the code alone.`,
    }),
  usersLead: (count: number, systems: number) => `${entries(count)} of ${counted(systems, 'system')} carry this code.`,
  usersNone: 'We know no refusal that carries it.',
  moreSystems: (count: number) => `${counted(count, 'system')} more`,
  allOf: (count: number, name: string) => `and ${grouped(count)} more by ${name}`,
} as const;
