import type { CheckContext } from '../check/context.ts';
import { fact } from './fact.ts';

/** Whether the subject's domain says by its SPF record that it sends no mail (RFC 7208 section 10.1.2); false where it is not known. */
export const sendsNothing = fact(async ({ subject, dns }: CheckContext): Promise<boolean> => {
  const { records } = await dns.query(subject.domain as string, 'TXT');
  const spf = records.map((strings) => strings.join('')).filter((text) => /^v=spf1(?: |$)/i.test(text));
  return spf.length === 1 && /^v=spf1 +-all *$/i.test(spf[0] as string);
});
