import { type Sentence, sentence, type Wrap } from './sentence.ts';

/** What stands around every page. */
export const shell = {
  language: 'en',
  name: 'Whybounce',
  skip: 'Skip to the content',
  navigation: 'Site',
  sections: {
    decoder: 'Decoder',
    check: 'Check',
    codes: 'Codes',
    providers: 'Providers',
    compare: 'Compare',
    causes: 'Causes',
    reasons: 'Reasons',
    search: 'Search',
  },
  promise: 'What you paste is read in your browser. Nothing is sent anywhere.',
  asked:
    'What you enter on the check pages goes to this service. It asks the DNS, web servers, mail servers and blocklists about it, and stores nothing.',
  causes: 'All causes',
  reasons: 'All reasons',
  help: {
    title: 'Keyboard shortcuts',
    close: 'Close',
    keys: [
      ['/', 'Search codes, providers and words'],
      ['?', 'Show this list'],
      ['Ctrl V', 'Paste a bounce anywhere on the decoder to read it'],
      ['Esc', 'Close what is open'],
      ['j  k', 'Next and previous bounce in a list'],
    ],
  },
  copy: 'Copy',
  /** A button whose sign says only that it copies, and for whoever does not see what stands beside it, what. */
  copyOf: <E>(what: string, unseen: Wrap<E>): Sentence<E> => sentence<E>`Copy${unseen(`: ${what}`)}`,
  copied: 'Copied',
  copyFailed: 'Could not copy: select the text and copy it by hand.',
} as const;
