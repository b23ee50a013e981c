import type { JSX } from 'preact';
import type { CauseView, EvidenceView, VerdictView } from '../../answer/shapes.ts';
import { answer } from '../../wording/decoder.ts';
import { ownerNames, percent } from '../../wording/outcome.ts';
import { Bar } from '../bar.tsx';
import { MarkLink } from './mark-link.tsx';

/** Why it can have happened: the causes, the likeliest first, each with what speaks for and against it. */
export function Causes({ verdict, id }: { readonly verdict: VerdictView; readonly id: string }): JSX.Element | null {
  const { causes, owner } = verdict;
  if (causes.length === 0) return null;
  const likely = causes.filter(({ isLikely }) => isLikely);
  const others = causes.filter(({ isLikely }) => !isLikely);
  const isNamed = causes.some((cause) => cause.isNamed);
  return (
    <section class="causes" aria-labelledby={`${id}-why`}>
      <h3 id={`${id}-why`}>{answer.why}</h3>
      <p class="soft">{causes.length === 1 ? answer.whyOne : isNamed ? answer.whyNamed : answer.whyOpen}</p>
      <ol>
        {likely.map((cause, i) => (
          <Cause key={cause.id} cause={cause} owner={owner} id={id} isFirst={i === 0} />
        ))}
      </ol>
      {others.length === 0 ? null : (
        <details>
          <summary>{answer.moreCauses(others.length)}</summary>
          <ol start={likely.length + 1}>
            {others.map((cause) => (
              <Cause key={cause.id} cause={cause} owner={owner} id={id} isFirst={false} />
            ))}
          </ol>
        </details>
      )}
      <p class="soft weights">{answer.weights}</p>
    </section>
  );
}

function Cause({
  cause,
  owner,
  id,
  isFirst,
}: {
  readonly cause: CauseView;
  /** Whom the whole answer names. */
  readonly owner: VerdictView['owner'];
  readonly id: string;
  readonly isFirst: boolean;
}): JSX.Element {
  const { says, href, probability, evidence } = cause;
  return (
    <li>
      <div class="share">
        <strong>{percent(probability)}</strong>
        <Bar share={probability} />
      </div>
      <div>
        <p class={isFirst ? 'likeliest' : undefined}>
          <a href={href}>{says}</a>
        </p>
        {cause.owner === owner ? null : (
          <p class="soft">{cause.owner === 'nobody' ? answer.nobodyActs : answer.causeActs(ownerNames[cause.owner])}</p>
        )}
        {evidence.length === 0 ? null : (
          <details open={isFirst}>
            <summary>{answer.evidence}</summary>
            <ul class="evidence">
              {evidence.map((item) => (
                <Evidence key={`${item.id} ${item.mark ?? ''}`} evidence={item} id={id} />
              ))}
            </ul>
          </details>
        )}
      </div>
    </li>
  );
}

function Evidence({ evidence, id }: { readonly evidence: EvidenceView; readonly id: string }): JSX.Element {
  const { effect, says, quote, note, mark } = evidence;
  return (
    <li class={effect}>
      <span class="sign" aria-hidden="true">
        {effect === 'for' ? '+' : '−'}
      </span>
      <span>
        <span class="unseen">{answer.evidenceEffect[effect]} </span>
        {says}
        {quote === null ? null : (
          <>
            {' '}
            <q>
              <bdi>{quote}</bdi>
            </q>
          </>
        )}
        {mark === null ? null : (
          <>
            {' '}
            <MarkLink id={id} mark={mark} />
          </>
        )}
        {note === null ? null : <span class="soft"> {note}</span>}
      </span>
    </li>
  );
}
