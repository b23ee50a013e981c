import { mailHosts } from '@whybounce/knowledge/mail-host';

/**
 * The records that customers of a provider include into their SPF record.
 *
 * @param name its slug or the slug of its page: `google-workspace`, `microsoft-365`
 * @returns null where nobody by that name is known to have one
 */
export function spfIncludesOf(name: string): readonly string[] | null {
  const wanted = name.trim().toLowerCase();
  const row =
    spfHosts().find(({ slug }) => slug === wanted) ??
    spfHosts().find(({ system, family }) => system === wanted || family === wanted);
  return row?.signs?.spf ?? null;
}

/** The slugs that {@link spfIncludesOf} knows. */
export function spfProviders(): readonly string[] {
  return spfHosts().map(({ slug }) => slug);
}

function spfHosts(): typeof mailHosts {
  return mailHosts.filter(({ signs }) => signs?.spf !== undefined);
}
