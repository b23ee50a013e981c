import { isDetermined } from '@whybounce/core/dns';
import { parseIp, reverseLabels } from '@whybounce/core/record';
import type { DnsList } from '@whybounce/knowledge/dns-list';
import { blind, listsEverything, noAnswer, refusedAnswer } from './list-sentences.ts';
import type { ListQuestions } from './questions.ts';
import { readAnswer } from './read-answer.ts';

/**
 * Whether “not listed” can be believed: the entry that is always there must be there through this resolver
 * (RFC 5782 section 5). Lists that refuse a resolver, and lists that are gone, often answer NXDOMAIN to everything.
 *
 * @param zone where it is asked, with the key if there is one
 * @returns why not, as a sentence; null where it can
 */
export async function whyNotClean(list: DnsList, zone: string, questions: ListQuestions): Promise<string | null> {
  const point = list.test.listed;
  if (point === null) return null;
  const answer = await questions.ask(`${testName(point)}.${zone}`, 'A');
  if (!isDetermined(answer)) return noAnswer(list, `its test entry ${point}`, answer.status);
  if (answer.records.length === 0) return blind(list, point);
  const reading = readAnswer(list, answer.records);
  // the codes of test entries are often not documented: any that is no refusal shows that the list answers
  return reading.says === 'refused' ? refusedAnswer(list, reading.codes) : null;
}

/**
 * Whether “listed” can be believed: what is never there must not be. Lists that were closed, and domains that were
 * sold, have answered that every address is listed.
 *
 * @returns why not, as a sentence; null where it can
 */
export async function whyNotListed(list: DnsList, zone: string, questions: ListQuestions): Promise<string | null> {
  const point = list.test.notListed;
  if (point === null) return null;
  const answer = await questions.ask(`${testName(point)}.${zone}`, 'A');
  if (!isDetermined(answer)) return noAnswer(list, `${point}, which is never listed`, answer.status);
  if (answer.records.length === 0) return null;
  const reading = readAnswer(list, answer.records);
  if (reading.says === 'known') return null;
  return reading.says === 'refused' ? refusedAnswer(list, reading.codes) : listsEverything(list, point);
}

function testName(point: string): string {
  const ip = parseIp(point);
  return ip === null ? point : reverseLabels(ip);
}
