import type { JSX } from 'preact';
import type { BulkCell, BulkRow } from '../../answer/check/message-run.ts';
import { bulkOutcomes, bulkProviderNames, bulkStates, checkPage } from '../../wording/check-page.ts';
import { OutcomeIcon } from './outcome-icon.tsx';

/** What the large mailbox providers ask of those who send much, held against a message: a line for each rule. */
export function BulkSenderList({ rules }: { readonly rules: readonly BulkRow[] }): JSX.Element | null {
  if (rules.length === 0) return null;
  const { heading, lead } = checkPage.bulk;
  const providers = Object.keys(bulkProviderNames);
  return (
    <section aria-labelledby="bulk">
      <h2 id="bulk">{heading}</h2>
      <p>{lead}</p>
      {/* A region that scrolls must be reached by the keyboard (WCAG 2.1.1). */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <section class="bulk-scroll" tabIndex={0} aria-label={checkPage.bulk.table}>
        <table class="bulk">
          <caption class="unseen">{checkPage.bulk.table}</caption>
          <thead>
            <tr>
              <th scope="col">{checkPage.bulk.requirement}</th>
              {providers.map((provider) => (
                <th scope="col" key={provider}>
                  {bulkProviderNames[provider]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rules.map(({ id, title, cells, because, lookAt }) => (
              <tr key={id}>
                <th scope="row">
                  <details>
                    <summary>{title}</summary>
                    <ul>
                      {cells.map(({ provider, asks, source }) => (
                        <li key={`${provider} ${asks}`}>
                          {bulkProviderNames[provider]}: {asks}{' '}
                          {source.url === undefined ? (
                            source.name
                          ) : (
                            <a href={source.url} rel="noreferrer external">
                              {source.name}
                            </a>
                          )}
                        </li>
                      ))}
                    </ul>
                    {because.map(({ id: check, says }) => (
                      <p key={check} dir="auto" class="soft">
                        {says}
                      </p>
                    ))}
                    {lookAt === null ? null : <p class="soft">{lookAt}</p>}
                  </details>
                </th>
                {providers.map((provider) => (
                  <td key={provider}>
                    <Cells cells={cells.filter((cell) => cell.provider === provider)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Cells({ cells }: { readonly cells: readonly BulkCell[] }): JSX.Element {
  if (cells.length === 0) return <span class="soft">{checkPage.bulk.notAsked}</span>;
  return (
    <>
      {cells.map(({ state, appliesTo, perDay, force, asks }) => (
        <p key={asks}>
          <span class="bulk-state">
            <OutcomeIcon outcome={bulkOutcomes[state]} />
            {bulkStates[state]}
          </span>
          <span class="soft">{checkPage.bulk.who(appliesTo, perDay, force)}</span>
        </p>
      ))}
    </>
  );
}
