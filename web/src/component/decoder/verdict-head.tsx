import type { JSX } from 'preact';
import type { FailureView, VerdictView } from '../../answer/shapes.ts';
import { answer } from '../../wording/decoder.ts';
import { capital, deedSentence, kindNames, ownerNames, resendWords } from '../../wording/outcome.ts';
import { DeedIcon, OwnerIcon } from './icons.tsx';
import { MarkLink } from './mark-link.tsx';

/** What a stranger reads first: whose job it is, whether one may resend, and what was said in plain words. */
export function VerdictHead({
  failure,
  verdict,
  id,
}: {
  readonly failure: FailureView;
  readonly verdict: VerdictView;
  readonly id: string;
}): JSX.Element {
  const { owner, action, meaning, rule, reason, confidence, words } = verdict;
  return (
    <>
      <Eyebrow failure={failure} />
      <dl class="verdict">
        <div>
          <dt>{answer.who}</dt>
          <dd>
            <p class="verdict-word" id={`${id}-owner`}>
              <OwnerIcon owner={owner} />
              {capital(ownerNames[owner])}
            </p>
          </dd>
        </div>
        <div>
          <dt>{answer.resend}</dt>
          <dd>
            <p class={`verdict-word deed-${action.do}`}>
              <DeedIcon deed={action.do} />
              {resendWords(action)}
            </p>
            <p>{deedSentence(action)}</p>
          </dd>
        </div>
      </dl>
      <div class="meaning">
        <p>{meaning}</p>
        {words === null ? null : (
          <p>
            {answer.readFrom(
              <q>
                <bdi>{words.quote}</bdi>
              </q>,
            )}
            {words.mark === null ? null : (
              <>
                {' '}
                <MarkLink id={id} mark={words.mark} />
              </>
            )}
          </p>
        )}
        <p class="soft">
          {rule === null ? null : (
            <>
              <a href={rule.href}>{answer.details}</a>
              {' · '}
            </>
          )}
          {answer.reason(<a href={reason.href}>{reason.says}</a>, confidence)}
        </p>
      </div>
    </>
  );
}

/** What happened to whom, where, in one line. */
export function Eyebrow({ failure }: { readonly failure: FailureView }): JSX.Element {
  const { kind, recipient, system } = failure;
  return (
    <p class="eyebrow">
      <strong>{kindNames[kind]}</strong>
      {recipient === null ? null : (
        <>
          {' · '}
          <bdi>{recipient}</bdi>
        </>
      )}
      {system === null ? null : (
        <>
          {' · '}
          <a href={system.href}>{system.name}</a>
        </>
      )}
    </p>
  );
}
