import type { Anatomy } from '@whybounce/core/encyclopedia';
import type { JSX } from 'preact';
import { codeWording } from '../../../wording/encyclopedia-code.ts';

/** A code taken apart: what each of its parts says, by the standard. */
export function CodeAnatomy({ anatomy }: { readonly anatomy: Anatomy }): JSX.Element {
  const parts = partsOf(anatomy);
  return (
    <dl class="anatomy">
      {parts.map(({ digits, label, name, means }) => (
        <div key={label}>
          <dt>
            <span class="digits">
              <span class="unseen">{digits.own} </span>
              <span aria-hidden="true">
                {digits.before}
                <b>{digits.own}</b>
                {digits.after}
              </span>
            </span>
            <span class="soft">{label}</span>
          </dt>
          <dd>
            <b>{name}</b> {means}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface Part {
  /** The code with the digits that this part is about. */
  readonly digits: { readonly before: string; readonly own: string; readonly after: string };
  readonly label: string;
  readonly name: string;
  readonly means: string;
}

function partsOf(anatomy: Anatomy): Part[] {
  const { code, form, class: itsClass, subject, detail } = anatomy;
  const cuts = form === 'reply' ? [1, 2] : [code.indexOf('.'), code.lastIndexOf('.')];
  const [first = 0, second = 0] = cuts;
  const skip = form === 'reply' ? 0 : 1;
  // A reply code has no third part of its own (RFC 5321 section 4.2.1): its last digit only tells it from its neighbours.
  const last = form === 'reply' ? 0 : second + skip;
  return [
    {
      digits: { before: '', own: code.slice(0, first), after: code.slice(first) },
      label: codeWording.classLabel,
      name: `${itsClass?.name ?? codeWording.anyClass}.`,
      means: itsClass?.means ?? (form === 'enhanced' ? codeWording.anyClassMeans : codeWording.unknownPart),
    },
    {
      digits: { before: code.slice(0, first + skip), own: code.slice(first + skip, second), after: code.slice(second) },
      label: form === 'reply' ? codeWording.secondDigit : codeWording.subjectLabel,
      name: `${subject?.name ?? codeWording.unknownName}.`,
      means: subject?.means ?? codeWording.unknownPart,
    },
    {
      digits: { before: code.slice(0, last), own: code.slice(last), after: '' },
      label: form === 'reply' ? codeWording.wholeReply : codeWording.detailLabel,
      name: `${detail?.name ?? codeWording.notRegistered}.`,
      means: detail?.means ?? codeWording.notRegisteredMeans(code),
    },
  ];
}
