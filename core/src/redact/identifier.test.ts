import { describe, expect, test } from 'vitest';
import { looksLikeBase64, looksLikeId } from './identifier.ts';

describe('ids', () => {
  test.each([
    '4X2Y7r0gLMz9sWp',
    '7E2B93C05F',
    '1uB4kS-0000000A7zQ-1x2Y',
    '1uUPAU-0000000JtiJ-tDOB',
    '56M7A2x1004411',
    '08DE9B7C1F24A6D3',
    'a640c23a62f3a-acd1f2e3b4csor123456b.7',
    'd3f0a1c2-7d4e-4b1a-9a6e-0c5b2f8e1d77',
    'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee',
    '4f9Kc2xT',
    'wc1XNtz3o8uPzQ7Ia0fv2w',
    'xKqPbZrTwMnVcYdL',
    '123456789012345678',
  ])('%s', (token) => expect(looksLikeId(token)).toBe(true));
});

describe('no ids', () => {
  test.each([
    '26214400',
    '1781690400',
    '1781690400123',
    '20260613034833',
    '2026-05-27',
    '20260613T034833Z',
    '4000000068359c0a1dcd6500',
    'NotAuthorizedToGroup',
    'UnsolicitedRateLimitError',
    'RecipientNotFound',
    'ISO-8859-1',
    'TLS_AES_256_GCM_SHA384',
    'ECDHE-RSA-AES256-SHA384',
    'Sendmail-8.17.1',
    'TLSv1.3',
    '0x80040154',
    'TSS04',
    'IPBL00001',
    'greylisted',
    '5.7.606-649',
  ])('%s', (token) => expect(looksLikeId(token)).toBe(false));
});

test('base64 by its look', () => {
  expect(looksLikeBase64('47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=')).toBe(true);
  expect(looksLikeBase64('c2lnbmF0dXJl+a==')).toBe(true);
  expect(looksLikeBase64('text/plain')).toBe(false);
  expect(looksLikeBase64('Final-R=')).toBe(false);
  expect(looksLikeBase64('KnowledgeBase/TechDocs/Article2023')).toBe(false);
});
