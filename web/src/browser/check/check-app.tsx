import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import {
  type CheckLine,
  type CheckState,
  isOver,
  notStarted,
  settle,
  withLines,
} from '../../answer/check/check-state.ts';
import type { CheckKind } from '../../answer/check/question.ts';
import { ObservedList } from '../../component/check/observed-list.tsx';
import { Report } from '../../component/check/report.tsx';
import { verdictWords } from '../../component/check/verdict-words.ts';
import { checkPage } from '../../wording/check-page.ts';
import { offerToDecoder } from '../observation-channel.ts';
import { inBatches } from './in-batches.ts';
import { readLines } from './read-lines.ts';

/** Milliseconds from the beginning until what is amiss is told: most of what the DNS says has come, and stands in its order. */
const GATHERING = 2_500;

/** A running check. */
export function CheckApp({
  path,
  kind,
  subject,
  otherName,
}: {
  readonly path: string;
  readonly kind: CheckKind;
  readonly subject: string;
  readonly otherName: string | null;
}): JSX.Element {
  const [state, setState] = useState<CheckState>(notStarted);
  const [isGathering, setGathering] = useState(true);
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const batches = inBatches<CheckLine>(
      ({ type }) => type !== 'result',
      (lines) => setState((before) => withLines(before, lines)),
    );
    const ended = (): void => {
      batches.end();
      // what came to no end of its own was cut off
      setState((before) =>
        isOver(before) ? before : { ...before, problem: before.of === null ? checkPage.unreachable : checkPage.broken },
      );
    };
    readLines(path, stop.signal, batches.take).then(ended, ended);
    const gathered = setTimeout(() => setGathering(false), GATHERING);
    return () => {
      clearTimeout(gathered);
      stop.abort();
    };
  }, [path]);
  const hasEnded = isOver(state);
  const isShown = !isGathering || hasEnded;
  useEffect(() => {
    if (isShown) setState((before) => (before.settled === before.results.length ? before : settle(before)));
  }, [isShown, state]);
  useEffect(() => {
    if (hasEnded) focusVerdict();
  }, [hasEnded]);
  const { observed, results, problem } = state;
  const use = async (): Promise<void> => {
    const isTaken = await offerToDecoder(subject, observed);
    setSaid(isTaken ? checkPage.observed.sent : checkPage.observed.nobody);
  };
  return (
    <div aria-busy={!hasEnded}>
      <Report state={state} kind={kind} subject={subject} otherName={otherName} isGathering={!isShown}>
        <ObservedList observed={observed} onUse={() => void use()} said={said} />
      </Report>
      <p class="unseen" role="status">
        {hasEnded && problem === null ? checkPage.finished(subject, verdictWords(results)) : null}
      </p>
    </div>
  );
}

/** Leads the keyboard to what the check says as a whole, unless somebody is at something already. */
function focusVerdict(): void {
  const { activeElement, body } = document;
  if (activeElement === null || activeElement === body)
    document.getElementById('verdict')?.focus({ preventScroll: true });
}
