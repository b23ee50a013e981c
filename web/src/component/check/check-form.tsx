import type { JSX } from 'preact';
import { type CheckField, type CheckQuestion, checkFields, checkPath, MAX_FIELD } from '../../answer/check/question.ts';
import { checkFieldWords, checkPage } from '../../wording/check-page.ts';
import { FieldWhy } from './field-why.tsx';

/** The form that asks for a check. It is sent with GET, so that its answer has an address. */
export function CheckForm({ question }: { readonly question: CheckQuestion }): JSX.Element {
  const { kind, fields } = question;
  const [subject, ...others] = checkFields[kind];
  const field = (name: CheckField, isSubject: boolean): JSX.Element => (
    <input
      id={`ask-${name}`}
      name={name}
      type="text"
      value={fields[name] ?? ''}
      placeholder={checkFieldWords[name].example}
      required={isSubject}
      maxLength={MAX_FIELD}
      autocapitalize="off"
      autocomplete="off"
      spellcheck={false}
      inputMode={isSubject ? 'url' : undefined}
      aria-describedby={isSubject ? undefined : `ask-${name}-why`}
    />
  );
  return (
    <form class="ask" method="get" action={checkPath(kind)}>
      {subject === undefined ? null : (
        <>
          <label for={`ask-${subject}`}>{checkFieldWords[subject].label}</label>
          <div class="ask-row">
            {field(subject, true)}
            <button type="submit" class="main">
              {Object.keys(fields).length === 0 ? checkPage.submit : checkPage.again}
            </button>
          </div>
        </>
      )}
      {others.length === 0 ? null : (
        <details>
          <summary>{checkPage.more(others.filter((name) => fields[name] !== undefined).length)}</summary>
          <div class="fields">
            {others.map((name) => (
              <div class="field" key={name}>
                <label for={`ask-${name}`}>{checkFieldWords[name].label}</label>
                {field(name, false)}
                <FieldWhy of={`ask-${name}`} why={checkFieldWords[name].why} />
              </div>
            ))}
          </div>
        </details>
      )}
      <p class="soft">{checkPage.sent}</p>
    </form>
  );
}
