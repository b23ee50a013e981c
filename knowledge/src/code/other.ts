import type { EnhancedCode } from './define.ts';
import { registry, registryText } from './source.ts';

/** Subject 0: the code that says nothing. */
export const otherCodes: readonly EnhancedCode[] = [
  {
    code: 'X.0.0',
    name: 'Other undefined Status',
    classes: [2, 4, 5],
    means: 'The server says whether it failed for now or for good, and nothing else.',
    notAlways:
      'It says nothing about the address. Programs also write it themselves where the reply of the server had no enhanced code.',
    replyCodes: ['any'],
    reasons: ['unknown.text', 'notice.delayed'],
    standard: 'RFC 3463',
    registered: true,
    related: ['X.1.0', 'X.2.0', 'X.3.0', 'X.4.0', 'X.5.0', 'X.6.0', 'X.7.0'],
    sources: [registry, registryText],
  },
];
