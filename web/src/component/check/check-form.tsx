import type { JSX } from 'preact';
import { type CheckField, type CheckQuestion, checkFields, checkPath } from '../../answer/check/question.ts';
import { checkFieldWords, checkPage } from '../../wording/check-page.ts';

/** The form that asks for a check. It is sent with GET, so that its answer has an address. */
export function CheckForm({ question }: { readonly question: CheckQuestion }): JSX.Element {
  const { kind, fields } = question;
  const [subject, ...others] = checkFields[kind];
  const field = (name: CheckField, isSubject: boolean): JSX.Element => (
    <div class="field" key={name}>
      <label for={`ask-${name}`}>{checkFieldWords[name].label}</label>
      <input
        id={`ask-${name}`}
        name={name}
        type="text"
        value={fields[name] ?? ''}
        placeholder={checkFieldWords[name].example}
        required={isSubject}
        maxLength={500}
        autocapitalize="off"
        autocomplete="off"
        spellcheck={false}
      />
    </div>
  );
  return (
    <form class="ask" method="get" action={checkPath(kind)}>
      {subject === undefined ? null : field(subject, true)}
      {others.length === 0 ? null : (
        <details open={others.some((name) => fields[name] !== undefined)}>
          <summary>{checkPage.more}</summary>
          <div class="fields">{others.map((name) => field(name, false))}</div>
        </details>
      )}
      <div class="buttons">
        <button type="submit" class="main">
          {Object.keys(fields).length === 0 ? checkPage.submit : checkPage.again}
        </button>
      </div>
      <p class="soft">{checkPage.sent}</p>
    </form>
  );
}
