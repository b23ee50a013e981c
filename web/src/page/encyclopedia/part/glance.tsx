import type { ComponentChildren, JSX } from 'preact';

/** What somebody in a hurry needs: a question and its answer, side by side. */
export function Glance({
  facts,
}: {
  readonly facts: readonly { readonly ask: string; readonly answer: ComponentChildren }[];
}): JSX.Element {
  return (
    <dl class="glance">
      {facts.map(({ ask, answer }) => (
        <div key={ask}>
          <dt>{ask}</dt>
          <dd>{answer}</dd>
        </div>
      ))}
    </dl>
  );
}
