import type { SystemPage } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { encyclopedia } from '../../../wording/encyclopedia.ts';
import { providerWording } from '../../../wording/encyclopedia-provider.ts';

/** Names of a kind that stand open. */
const MAX_NAMES = 12;

/** By what a server or a reply is known to be a system's. */
export function Recognised({ recognised }: { readonly recognised: SystemPage['recognised'] }): JSX.Element {
  const { hosts, domains, marks } = recognised;
  const rows = [
    { label: providerWording.hosts, values: hosts.map((host) => `*.${host}`) },
    { label: providerWording.domains, values: domains.map((domain) => `@${domain}`) },
    { label: providerWording.marks, values: marks.map((mark) => mark.replaceAll(/[*#]/g, '…')) },
  ].filter(({ values }) => values.length > 0);
  return (
    <dl class="recognised">
      {rows.map(({ label, values }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Names values={values.slice(0, MAX_NAMES)} />
            {values.length <= MAX_NAMES ? null : (
              <details>
                <summary>{encyclopedia.more(values.length - MAX_NAMES)}</summary>
                <Names values={values.slice(MAX_NAMES)} />
              </details>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Names({ values }: { readonly values: readonly string[] }): JSX.Element {
  return (
    <ul class="names">
      {values.map((value) => (
        <li key={value}>
          <code>{value}</code>
        </li>
      ))}
    </ul>
  );
}
