import { expect, test } from 'vitest';
import { findCodes } from './reply-codes.ts';

test('takes no part of a share or limit for a reply code', () => {
  const text =
    'Domain quince.example has exceeded the max emails per hour (512/500 (102%)) allowed. Message discarded.';
  expect(findCodes(text)).toEqual({ replyCode: null, enhancedStatus: null, at: -1 });
  expect(findCodes('Too many recipients 412/450')).toEqual({ replyCode: null, enhancedStatus: null, at: -1 });
});

test('still finds a code behind a slash that no number precedes', () => {
  expect(findCodes('refused/550 5.1.1 gone')).toEqual({ replyCode: 550, enhancedStatus: '5.1.1', at: 8 });
});
