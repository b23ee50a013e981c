import type { NoAnswer } from './define.ts';

/** Output that shows that the command did not do its work. Words as in an answer. */
export const noAnswers: readonly NoAnswer[] = [
  {
    any: [
      'is not recognized as the name of a cmdlet',
      'is not recognized as a name of a cmdlet',
      'is not recognized as an internal or external command',
      'command not found',
      'commandnotfoundexception',
      'you must call the connect-exchangeonline cmdlet',
    ],
    says: 'The program is not there or not signed in.',
    next: 'Open the shell that the step names, sign in, and run the command again.',
  },
  {
    any: [
      'access is denied',
      'access denied',
      'permission denied',
      'insufficient permission',
      'insufficient permissions',
      "you don't have sufficient permissions",
      'you do not have sufficient permissions',
      'unauthorizedaccessexception',
      'not authorized to access this resource',
      'insufficientpermissions',
    ],
    says: 'You are not allowed to look at this.',
    next: 'Ask somebody with the right to view the mail configuration to run the command.',
  },
  {
    any: [
      'server is busy',
      'too many requests',
      'operation was throttled',
      'request was throttled',
      'quota exceeded',
      'timed out',
      'the operation has timed out',
    ],
    says: 'The system was too busy to answer.',
    next: 'Run the command again after a few minutes.',
  },
  {
    any: [
      'a parameter cannot be found that matches parameter name',
      'parameterbindingexception',
      'cannot process argument transformation',
      'cannot bind parameter',
      'invalid argument',
    ],
    says: 'The program did not understand the command.',
    next: 'Look whether every word in capitals was replaced, and whether the program is a current one.',
  },
  {
    any: ['recipient-address', 'sender-address', 'recipient-domain', 'start-date', 'end-date', 'sending-ip'],
    always: true,
    says: 'The command was run with a word in capitals that stands for a value.',
    next: 'Put the value in its place and run the command again.',
  },
];

/** Words of errors in general: an answer that is not made from an error is not read beside them. */
export const errorWords: readonly string[] = [
  'fullyqualifiederrorid',
  'categoryinfo',
  'error executing request',
  'write-errormessage',
  'error while querying rest service',
  'exception calling',
  'traceback (most recent call last)',
  'error:',
];
