import type { RecordChange } from '../finding.ts';
import { duration } from './duration.ts';
import { matchesMx } from './mx-pattern.ts';
import type { MtaStsPolicy } from './parse-policy.ts';

/** The lines of the policy that is served and of the one that is proposed. */
export function lineChanges(old: MtaStsPolicy | null, next: MtaStsPolicy, hosts: readonly string[]): RecordChange[] {
  const line = ({ key, value }: { key: string; value: string }): string => `${key}: ${value}`;
  const rest = [...(old?.fields ?? [])];
  const changes = next.fields.map((field): RecordChange => {
    const to = line(field);
    const at = rest.findIndex(
      (other) => other.key === field.key && (field.key !== 'mx' || other.value === field.value),
    );
    const [from] = at < 0 ? [] : rest.splice(at, 1);
    if (from === undefined) return { kind: 'added', from: null, to, why: whyAdded(field.key, field.value) };
    if (from.value === field.value) return { kind: 'kept', from: line(from), to, why: null };
    return { kind: 'changed', from: line(from), to, why: whyAdded(field.key, field.value) };
  });
  const removed = rest.map(
    (field): RecordChange => ({ kind: 'removed', from: line(field), to: null, why: whyRemoved(field, next, hosts) }),
  );
  return [...changes, ...removed];
}

function whyAdded(key: string, value: string): string {
  switch (key) {
    case 'mx':
      return `${value} receives mail for the domain and no line of the policy matches it.`;
    case 'mode':
      return value === 'enforce'
        ? 'Senders then refuse unprotected delivery.'
        : value === 'none'
          ? 'Senders then forget the policy.'
          : 'Senders then report failures and deliver all the same.';
    case 'max_age':
      return `Senders then remember the policy for ${duration(Number(value))}.`;
    default:
      return 'Senders read only policies of this version.';
  }
}

function whyRemoved(
  { key, value, repeated }: { key: string; value: string; repeated: boolean },
  { mode }: MtaStsPolicy,
  hosts: readonly string[],
): string {
  if (key !== 'mx') return repeated ? 'It repeats a line, and only the first one counts.' : 'Senders cannot read it.';
  if (mode === 'none') return 'Without a policy no mail server needs to be named.';
  return hosts.some((host) => matchesMx(value, host))
    ? 'It repeats a line.'
    : `None of the mail servers ${hosts.join(', ')} matches it.`;
}

/** The tags of the record that is published and of the one that is proposed. */
export function recordChanges(published: string | null, oldId: string | null, id: string): RecordChange[] {
  const to = `id=${id}`;
  if (published === null)
    return [
      { kind: 'added', from: null, to: 'v=STSv1', why: 'It says that the domain has a policy.' },
      { kind: 'added', from: null, to, why: 'Senders fetch the policy again when the id changes.' },
    ];
  const recognised = /^v=STSv1;/.test(published);
  return [
    recognised
      ? { kind: 'kept', from: 'v=STSv1', to: 'v=STSv1', why: null }
      : { kind: 'changed', from: published, to: 'v=STSv1', why: 'Senders look for a record that begins so.' },
    oldId === id
      ? { kind: 'kept', from: to, to, why: null }
      : {
          kind: oldId === null ? 'added' : 'changed',
          from: oldId === null ? null : `id=${oldId}`,
          to,
          why: 'The policy changed: senders fetch it again when the id changes.',
        },
  ];
}
