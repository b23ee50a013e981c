import type { JSX } from 'preact';
import type { CheckOffer } from '../../answer/shapes.ts';
import { checkFieldWords } from '../../wording/check-page.ts';
import { answer } from '../../wording/decoder.ts';

/**
 * Checks over the network that would tell more. What their links carry is listed before anything is sent, and nothing
 * is until one is followed: it opens a page of its own, which asks.
 */
export function CheckOffers({
  offers,
  id,
}: {
  readonly offers: readonly CheckOffer[];
  readonly id: string;
}): JSX.Element | null {
  if (offers.length === 0) return null;
  return (
    <details class="check-offers" aria-labelledby={`${id}-check`}>
      <summary>
        <span id={`${id}-check`} class="button">
          {answer.check}
        </span>
      </summary>
      <p>{answer.checkSends}</p>
      {offers.map(({ kind, href, values }) => (
        <div key={kind} class="check-offer">
          <dl>
            {values.map(({ field, value }) => (
              <div key={field}>
                <dt>{checkFieldWords[field].label}</dt>
                <dd>
                  <bdi>{value}</bdi>
                </dd>
              </div>
            ))}
          </dl>
          <a class="button" href={href} target="_blank" rel="noopener noreferrer">
            {answer.checkGo[kind]} <span class="unseen">{answer.newTab}</span>
          </a>
        </div>
      ))}
      <p class="soft">{answer.checkBack}</p>
    </details>
  );
}
