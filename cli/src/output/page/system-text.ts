import type { ListedEntry, SystemPage, SystemSummary } from '@whybounce/core/encyclopedia';
import { block, heading, headline, item, labelled } from '../layout.ts';
import { paint } from '../paint.ts';
import { comparisonLines } from './parts.ts';

/** Hosts, domains or marks that are named before only their number is. */
const MAX_NAMES = 12;
/** Codes that stand beside an entry. */
const MAX_CODES = 4;

/** The hub of a system for the terminal. */
export function systemText({
  slug,
  name,
  kind,
  recognised,
  links,
  counts,
  families,
  bends,
  comparisons,
}: SystemPage): string {
  const lines = [headline(name, `${slug}, ${kind.replaceAll('-', ' ')}`)];
  const say = (label: string, text: string | undefined): void => {
    if (text !== undefined && text !== '') lines.push(labelled(label, text));
  };
  say('Servers', some(recognised.hosts));
  say('Domains', some(recognised.domains));
  say('Marks', some(recognised.marks.map((mark) => `“${mark}”`)));
  say('Postmaster', links.postmaster);
  say('Delisting', links.delist);
  say('Complaints', links.feedbackLoop);
  say('Its pages', links.documentation);
  say(
    'Knowledge',
    `${counts.entries} entries, ${counts.documented} documented by the maker and ${counts.observed} observed in replies; proven by ${counts.examples} replies and ${counts.nearMisses} near misses.`,
  );
  for (const { name: family, entries } of families) {
    lines.push(heading(family));
    for (const entry of entries) lines.push(entryLine(entry));
  }
  if (bends.length > 0) lines.push(heading('Codes that it uses in another sense'));
  for (const { codes, vendorMeans, registryMeans } of bends)
    lines.push(item(codes.join(' '), `${vendorMeans} ${paint('dim', `By the registry: ${registryMeans}`)}`));
  lines.push(...comparisonLines(comparisons));
  lines.push('', paint('dim', block('  ', `whybounce rule ${slug}/… shows an entry with causes, steps, sources.`)));
  return `${lines.join('\n')}\n`;
}

/** Every system, one a line. */
export function systemListText(systems: readonly SystemSummary[]): string {
  const width = systems.reduce((most, { slug }) => Math.max(most, slug.length), 0);
  const kinds = [...new Set(systems.map(({ kind }) => kind))].sort();
  const lines = kinds.flatMap((kind) => [
    heading(kind.replaceAll('-', ' ')),
    ...systems
      .filter((system) => system.kind === kind)
      .map(({ slug, name, entryCount }) =>
        block(`    ${slug.padEnd(width)}  ${String(entryCount).padStart(4)}  `, name),
      ),
  ]);
  return `${lines.join('\n').trimStart()}\n`;
}

function entryLine({ rule, codes, meaning }: ListedEntry): string {
  const id = rule.slice(rule.indexOf('/') + 1);
  return item(`${id}  ${paint('dim', some(codes, MAX_CODES, ' '))}`, meaning);
}

function some(names: readonly string[], most = MAX_NAMES, between = ', '): string {
  const more = names.length - most;
  return `${names.slice(0, most).join(between)}${more > 0 ? ` and ${more} more` : ''}`;
}
