import type { RecordExplanation } from '../explanation.ts';
import { duration } from './duration.ts';
import { uncoveredMx } from './mx-pattern.ts';
import type { MtaStsMode, MtaStsPolicy, PolicyField } from './parse-policy.ts';
import type { MtaStsRecord } from './parse-record.ts';

/** What each tag of the DNS record tells senders. */
export function explainMtaStsRecord({ list }: MtaStsRecord): RecordExplanation[] {
  return list.tags.map((tag) => ({
    term: list.text.slice(...tag.span),
    span: tag.span,
    says:
      tag.name === 'v'
        ? `This domain has an MTA-STS policy, version ${tag.value}: senders may fetch it by HTTPS.`
        : tag.name === 'id'
          ? `The policy's present edition is ${tag.value}. Senders fetch the policy again when this changes.`
          : `Senders ignore "${tag.name}".`,
  }));
}

const modes: Readonly<Record<MtaStsMode, string>> = {
  enforce:
    'Senders deliver only over TLS with a valid certificate, and only to the servers named here; else the mail waits and then bounces.',
  testing: 'Senders check, report failures where TLS reporting is set up, and deliver all the same.',
  none: 'Senders act as if the domain had no policy. This is how MTA-STS is withdrawn.',
};

/** What each line of the policy tells senders. */
export function explainMtaStsPolicy(policy: MtaStsPolicy): RecordExplanation[] {
  return policy.fields.map((field) => ({
    term: policy.text.slice(...field.span),
    span: field.span,
    says:
      field.repeated && field.key !== 'mx'
        ? 'Senders ignore this line: the first one of its kind counts.'
        : explainField(policy, field),
  }));
}

function explainField({ mode, maxAge }: MtaStsPolicy, { key, value }: PolicyField): string {
  switch (key) {
    case 'version':
      return `The file is a policy of version ${value}.`;
    case 'mode':
      return mode === null ? `"${value}" is no mode that senders know.` : modes[mode];
    case 'mx':
      return value.startsWith('*.')
        ? `Mail may go to any server with one label before ${value.slice(2)}.`
        : `Mail may go to the server ${value}.`;
    case 'max_age':
      return maxAge === null
        ? `"${value}" is no time that senders accept.`
        : `Senders remember the policy for ${maxAge} seconds (${duration(maxAge)}), even when they cannot fetch it again.`;
    default:
      return `Senders ignore "${key}".`;
  }
}

/**
 * What the policy means for the mail servers that a domain has, as one sentence; null where it means nothing for them.
 *
 * @param mxHosts the hosts of the MX records
 */
export function explainMxCoverage({ mode, mx }: MtaStsPolicy, mxHosts: readonly string[]): string | null {
  const missed = uncoveredMx(mx, mxHosts);
  if (mode === null || mode === 'none' || missed.length === 0) return null;
  const names = missed.join(', ');
  return mode === 'enforce'
    ? `The policy does not name ${names}: senders that follow MTA-STS, such as Gmail and Outlook, deliver nothing there.`
    : `The policy does not name ${names}: with "mode: enforce" senders would deliver nothing there.`;
}
