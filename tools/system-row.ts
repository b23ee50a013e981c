import { normalise } from '../core/src/text/normalise.ts';
import type { Entry } from '../knowledge/src/define.ts';
import type { RuleRow, SystemRow } from '../knowledge/src/rule-table.ts';
import type { KnowledgeFile } from './knowledge-files.ts';

function ruleRow(entry: Entry): RuleRow {
  const { id, reason, text = [], codes = [], needsCode, needsHost, anywhere, weak, owner, action, classes } = entry;
  return {
    id,
    reason,
    text: text.map(normalise),
    codes,
    ...(needsCode && { needsCode }),
    ...(needsHost && { needsHost }),
    ...(anywhere && { anywhere }),
    ...(weak && { weak }),
    ...(owner && { owner }),
    ...(action && { action }),
    ...(classes && { classes }),
  };
}

/** What the matcher needs of a knowledge file. */
export function systemRow({ slug, system }: KnowledgeFile): SystemRow {
  const { name, kind, hosts = [], domains = [], marks = [], entries } = system;
  return { slug, name, kind, hosts, domains, marks: marks.map(normalise), ruleCount: entries.length, rules: entries.map(ruleRow) };
}
