import { systemName } from '@whybounce/core';
import { ruleTable } from '@whybounce/knowledge';

/** `Gmail / Google Workspace: no such user`; `User has moved` for words that any server may say. */
export function ruleName(rule: string): string {
  const slash = rule.indexOf('/');
  const slug = rule.slice(0, slash);
  const words = rule.slice(slash + 1).replaceAll('-', ' ');
  const isAnybodys = ruleTable.systems.find((system) => system.slug === slug)?.kind === 'wording';
  return isAnybodys ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : `${systemName(slug)}: ${words}`;
}
