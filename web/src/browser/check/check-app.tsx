import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type CheckState, notStarted, withLine } from '../../answer/check/check-state.ts';
import { ObservedList } from '../../component/check/observed-list.tsx';
import { Report } from '../../component/check/report.tsx';
import { checkPage } from '../../wording/check-page.ts';
import { offerToDecoder } from '../observation-channel.ts';
import { readLines } from './read-lines.ts';

/** A running check. */
export function CheckApp({ path }: { readonly path: string }): JSX.Element {
  const [state, setState] = useState<CheckState>(notStarted);
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const lost = (): void =>
      setState((before) => (before.report === null ? { ...before, problem: checkPage.broken } : before));
    readLines(path, stop.signal, (line) => setState((before) => withLine(before, line))).then(lost, lost);
    return () => stop.abort();
  }, [path]);
  const { observed } = state;
  const use = async (): Promise<void> => {
    const isTaken = await offerToDecoder(observed);
    setSaid(isTaken ? checkPage.observed.sent : checkPage.observed.nobody);
  };
  return (
    <div aria-busy={state.report === null && state.problem === null}>
      <Report state={state} />
      <ObservedList observed={observed} onUse={() => void use()} said={said} />
    </div>
  );
}
