import type { JSX } from 'preact';
import { useContext, useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { sharedReply } from '../../address.ts';
import { Actions } from '../../component/decoder/actions.ts';
import { EventList } from '../../component/decoder/event-list.tsx';
import { examples } from '../../component/decoder/examples.ts';
import { Failure } from '../../component/decoder/failure.tsx';
import { InputForm } from '../../component/decoder/input-form.tsx';
import { ObservedBanner } from '../../component/decoder/observed-banner.tsx';
import { Kinds, Overview } from '../../component/decoder/overview.tsx';
import { Intro } from '../../page/decoder/decoder-page.tsx';
import { answer } from '../../wording/decoder.ts';
import type { DeskClient } from '../desk-client.ts';
import { pickedFiles } from './dropped-files.ts';
import { Reading } from './reading.tsx';
import { type DecoderState, PATTERN_FROM } from './state.ts';
import { useDecoder } from './use-decoder.ts';
import { useHandedIn } from './use-handed-in.ts';
import { useListKeys } from './use-list-keys.ts';
import { useObservations } from './use-observations.ts';

/** The decoder in a page with script: the same components as without, drawn anew with each answer. */
export function DecoderApp({
  engine,
  typed,
}: {
  readonly engine: DeskClient;
  /** What stood in the field before the script came. */
  readonly typed: string;
}): JSX.Element {
  const [state, actions] = useDecoder(engine, typed);
  useLayoutEffect(() => {
    // From here on nothing is sent: what says so may be seen, and what sends goes.
    document.documentElement.classList.add('js');
  }, []);
  useEffect(() => {
    // What is read first would wait until tables are unpacked and code is warm: that is done while nobody waits.
    const warmUp = examples.map(({ id, text }) => ({ name: id, content: text }));
    engine.read(warmUp, () => undefined).catch(() => undefined);
    if (typed.trim() !== '' && sharedReply(location.hash) === null) actions.type(typed);
  }, [engine, typed, actions]);
  useHandedIn(actions);
  useListKeys(state, actions);
  useObservations(state, actions);
  const { text, source, isReading, progress, problem, sheet, failure, offer, message } = state;
  const clearAndFocus = (): void => {
    actions.clear();
    document.getElementById('bounce')?.focus();
  };
  const isEmpty = sheet === null && !isReading && source === null && text.trim() === '';
  return (
    <Actions.Provider value={actions}>
      <Intro isCompact={!isEmpty} />
      <InputForm
        text={text}
        isCompact={!isEmpty}
        form={{
          onText: actions.type,
          onFiles: (files) => actions.read(pickedFiles(files)),
          onExample: actions.example,
          onClear: clearAndFocus,
        }}
      />
      {source === null ? null : (
        <p class="source">
          <bdi>{source}</bdi>
        </p>
      )}
      {isReading && (sheet === null || progress !== null) ? <Reading progress={progress} /> : null}
      {problem === null ? null : (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {offer === null || failure === null || isEmpty ? null : (
        <ObservedBanner
          {...offer}
          onUse={() => actions.observe(failure.number, offer.seen)}
          onDecline={actions.decline}
        />
      )}
      {sheet === null || isEmpty ? null : <Answer state={state} />}
      <p class="unseen" role="status">
        {message}
      </p>
    </Actions.Provider>
  );
}

function Answer({ state }: { readonly state: DecoderState }): JSX.Element | null {
  const { sheet, reading, failure, list, query, filterName, outputs } = state;
  const actions = useContext(Actions);
  const shown = useRef<HTMLDivElement>(null);
  const number = list === null ? null : (failure?.number ?? null);
  const wasOpen = useRef(number);
  const said = failure?.verdict?.answered.length ?? 0;
  const before = useRef({ reading: '', said, from: 0 });
  useEffect(() => {
    // Who opens an event of a list, or comes back, goes on from there by keyboard too.
    if (list !== null && number !== wasOpen.current) {
      const row = shown.current?.querySelector<HTMLElement>(`[data-row="${wasOpen.current}"]`);
      if (number === null && row) row.focus();
      else {
        shown.current?.querySelector<HTMLElement>(number === null ? '#list-title' : `#bounce-${number}-title`)?.focus();
        shown.current?.scrollIntoView({ block: 'start' });
      }
    }
    wasOpen.current = number;
  }, [list, number]);
  useEffect(() => {
    const was = before.current;
    before.current = { reading, said, from: list?.from ?? 0 };
    if (was.reading !== reading) {
      // An example's button is gone when its answer comes.
      if (document.activeElement === document.body)
        shown.current?.querySelector<HTMLElement>('h2[tabindex]')?.focus({ preventScroll: true });
      return;
    }
    // The button that was pressed is gone: whoever goes by keyboard or ear stays where he was.
    if (was.said !== said) document.getElementById(`bounce-${failure?.number}-ask`)?.focus();
    else if (list !== null && was.from !== list.from) document.getElementById('list-title')?.focus();
  }, [reading, said, list, failure]);
  if (sheet === null) return null;
  return (
    <div class="answer" ref={shown}>
      {sheet.unread.map((sentence) => (
        <p key={sentence} class="problem">
          {sentence}
        </p>
      ))}
      {failure === null ? (
        <>
          {sheet.overview === null ? null : sheet.overview.events < PATTERN_FROM ? (
            <Kinds overview={sheet.overview} />
          ) : (
            <Overview overview={sheet.overview} query={query} />
          )}
          {list === null ? null : <EventList list={list} query={query} filterName={filterName} />}
        </>
      ) : (
        <>
          {list === null ? null : (
            <p>
              <button type="button" onClick={() => actions?.back()}>
                {answer.back}
              </button>
            </p>
          )}
          <Failure key={`${reading} ${failure.number}`} failure={failure} outputs={outputs} />
        </>
      )}
    </div>
  );
}
