import type { CauseEvidence, CausePage } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { causeWording } from '../../../wording/encyclopedia-cause.ts';

/** What can be observed and how much it tells about a cause. */
export function Evidence({ page }: { readonly page: CausePage }): JSX.Element {
  return (
    <>
      <p class="soft">{causeWording.evidenceLead}</p>
      <EvidenceTable caption={causeWording.speaksFor} evidence={page.speaksFor} />
      <EvidenceTable caption={causeWording.speaksAgainst} evidence={page.speaksAgainst} />
    </>
  );
}

function EvidenceTable({
  caption,
  evidence,
}: {
  readonly caption: string;
  readonly evidence: readonly CauseEvidence[];
}): JSX.Element | null {
  if (evidence.length === 0) return null;
  return (
    <table class="evidence-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col" class="number">
            {causeWording.weight}
          </th>
          <th scope="col">{causeWording.observation}</th>
        </tr>
      </thead>
      <tbody>
        {evidence.map(({ observation, says, weight }) => (
          <tr key={observation}>
            <td class="number">{weight > 0 ? `+${weight}` : `−${-weight}`}</td>
            <td>{says}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
